"""Reverse mode for single numbers: parents with local slopes, and a value passes on when all uses have reported."""

import math


class Value:
    """A number with the history of its computation."""

    def __init__(self, data: float) -> None:
        # <starter>
        self.data = float(data)
        self.grad = 0.0
        self._parents = []
        # </starter>

    def __add__(self, other: "Value | float") -> "Value":
        # <starter>
        other = _as_value(other)
        return _made(self.data + other.data, (self, 1.0), (other, 1.0))
        # </starter>

    def __radd__(self, other: float) -> "Value":
        # <starter>
        return self + other
        # </starter>

    def __mul__(self, other: "Value | float") -> "Value":
        # <starter>
        other = _as_value(other)
        return _made(self.data * other.data, (self, other.data), (other, self.data))
        # </starter>

    def __rmul__(self, other: float) -> "Value":
        # <starter>
        return self * other
        # </starter>

    def __pow__(self, n: float) -> "Value":
        # <starter>
        return _made(self.data**n, (self, n * self.data ** (n - 1)))
        # </starter>

    def exp(self) -> "Value":
        # <starter>
        result = math.exp(self.data)
        return _made(result, (self, result))
        # </starter>

    def relu(self) -> "Value":
        # <starter>
        return _made(max(self.data, 0.0), (self, float(self.data > 0)))
        # </starter>

    def backward(self) -> None:
        """Add to every value that this one depends on the derivative of this one by it."""
        # <starter>
        uses = {}
        found = [self]
        for value in found:
            for parent, _ in value._parents:
                if parent not in uses:
                    uses[parent] = 0
                    found.append(parent)
                uses[parent] += 1
        flow = dict.fromkeys(found, 0.0)
        flow[self] = 1.0
        ready = [self]
        while ready:
            value = ready.pop()
            value.grad += flow[value]
            for parent, slope in value._parents:
                flow[parent] += flow[value] * slope
                uses[parent] -= 1
                if uses[parent] == 0:
                    ready.append(parent)
        # </starter>


# <starter>
def _as_value(number):
    return number if isinstance(number, Value) else Value(number)


def _made(data, *parents):
    """parents: pairs of a value and the derivative of the result by it."""
    value = Value(data)
    value._parents = parents
    return value
# </starter>
