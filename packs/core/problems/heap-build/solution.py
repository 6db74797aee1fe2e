"""Binary heap in a list: rising, sinking, and building backwards in linear time."""

from typing import Any


class MinHeap:
    """The smallest item is `items[0]`; children of place i are at 2 i + 1 and 2 i + 2."""

    def __init__(self, items: list[Any]) -> None:
        # <starter>
        self.items = list(items)
        for place in reversed(range(len(self.items) // 2)):
            self._sink(place)
        # </starter>

    def push(self, item: Any) -> None:
        """Add `item`."""
        # <starter>
        self.items.append(item)
        place = len(self.items) - 1
        while place > 0 and item < self.items[(place - 1) // 2]:
            parent = (place - 1) // 2
            self.items[place] = self.items[parent]
            place = parent
        self.items[place] = item
        # </starter>

    def pop(self) -> Any:
        """Remove the smallest item and return it. IndexError: there is none."""
        # <starter>
        last = self.items.pop()
        return self.replace(last) if self.items else last
        # </starter>

    def replace(self, item: Any) -> Any:
        """Remove the smallest item, add `item`, return the one removed. IndexError: there was none."""
        # <starter>
        smallest = self.items[0]
        self.items[0] = item
        self._sink(0)
        return smallest
        # </starter>

    # <starter>
    def _sink(self, place: int) -> None:
        """Let the item at `place` go down until no child is smaller."""
        item = self.items[place]
        child = 2 * place + 1
        while child < len(self.items):
            if child + 1 < len(self.items) and self.items[child + 1] < self.items[child]:
                child += 1
            if not self.items[child] < item:
                break
            self.items[place] = self.items[child]
            place, child = child, 2 * child + 1
        self.items[place] = item

    # </starter>
