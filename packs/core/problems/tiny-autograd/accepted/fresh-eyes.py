import math


class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self._parents = parents  # pairs (value, local derivative)

    def __add__(self, other):
        if isinstance(other, Value):
            return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))
        return Value(self.data + other, ((self, 1.0),))

    __radd__ = __add__

    def __mul__(self, other):
        if isinstance(other, Value):
            return Value(self.data * other.data, ((self, other.data), (other, self.data)))
        return Value(self.data * other, ((self, float(other)),))

    __rmul__ = __mul__

    def __pow__(self, n):
        return Value(self.data**n, ((self, n * self.data ** (n - 1)),))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, ((self, e),))

    def relu(self):
        on = self.data > 0
        return Value(self.data if on else 0.0, ((self, 1.0 if on else 0.0),))

    def backward(self):
        order, seen, stack = [], {self}, [(self, iter(self._parents))]
        while stack:
            node, rest = stack[-1]
            for parent, _ in rest:
                if parent not in seen:
                    seen.add(parent)
                    stack.append((parent, iter(parent._parents)))
                    break
            else:
                order.append(node)
                stack.pop()
        flow = {self: 1.0}
        for node in reversed(order):
            g = flow[node]
            node.grad += g
            for parent, local in node._parents:
                flow[parent] = flow.get(parent, 0.0) + g * local
