class MinHeap:
    def __init__(self, items):
        self.items = list(items)
        for i in range(len(self.items) // 2 - 1, -1, -1):
            self._down(i)

    def _down(self, i):
        items = self.items
        n = len(items)
        item = items[i]
        while True:
            c = 2 * i + 1
            if c >= n:
                break
            if c + 1 < n and items[c + 1] < items[c]:
                c += 1
            if not items[c] < item:
                break
            items[i] = items[c]
            i = c
        items[i] = item

    def push(self, item):
        items = self.items
        items.append(item)
        i = len(items) - 1
        while i:
            p = (i - 1) // 2
            if not item < items[p]:
                break
            items[i] = items[p]
            i = p
        items[i] = item

    def pop(self):
        if not self.items:
            raise IndexError("empty heap")
        last = self.items.pop()
        if not self.items:
            return last
        return self.replace(last)

    def replace(self, item):
        if not self.items:
            raise IndexError("empty heap")
        top = self.items[0]
        self.items[0] = item
        self._down(0)
        return top
