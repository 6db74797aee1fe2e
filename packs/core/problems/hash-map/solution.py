"""A hash map with open addressing: linear probing, marks for deleted entries, a table that grows."""


class Entry:
    """A key with its hash and its value."""

    def __init__(self, key: str | None, hashed: int, value: int) -> None:
        self.key = key
        self.hashed = hashed
        self.value = value


DELETED = Entry(None, 0, 0)  # stands in a slot whose entry was deleted; None is no string, so equals no key


class HashMap:
    """Strings to integers; `slots` holds None, an Entry or DELETED in each place."""

    def __init__(self) -> None:
        self.slots: list[Entry | None] = [None] * 8
        # <starter>
        self._entries = 0
        self._used = 0  # slots that are not None: entries and marks
        # </starter>

    def put(self, key: str, hashed: int, value: int) -> None:
        """Set the value of `key`, whose hash is `hashed`."""
        # <starter>
        entry = self.slots[self._find(key, hashed)]
        if entry is not None:
            entry.value = value
            return
        if 2 * (self._used + 1) > len(self.slots):
            self._rebuild()
        place = self._free(hashed)
        if self.slots[place] is None:
            self._used += 1
        self.slots[place] = Entry(key, hashed, value)
        self._entries += 1
        # </starter>

    def get(self, key: str, hashed: int) -> int | None:
        """The value of `key`, or None if it is absent."""
        # <starter>
        entry = self.slots[self._find(key, hashed)]
        return None if entry is None else entry.value
        # </starter>

    def delete(self, key: str, hashed: int) -> int | None:
        """Take `key` out and return the value it had; None, and no change, if it is absent."""
        # <starter>
        place = self._find(key, hashed)
        entry = self.slots[place]
        if entry is None:
            return None
        self.slots[place] = DELETED
        self._entries -= 1
        return entry.value
        # </starter>

    def __len__(self) -> int:
        # <starter>
        return self._entries
        # </starter>

    # <starter>
    def _find(self, key: str, hashed: int) -> int:
        """Slot of `key`; if it is absent, the slot with None that ends its probe."""
        place = hashed % len(self.slots)
        while True:
            entry = self.slots[place]
            if entry is None or entry.key == key:
                return place
            place = (place + 1) % len(self.slots)

    def _free(self, hashed: int) -> int:
        """First slot of the probe that holds no entry."""
        place = hashed % len(self.slots)
        while self.slots[place] not in (None, DELETED):
            place = (place + 1) % len(self.slots)
        return place

    def _rebuild(self) -> None:
        """Move all entries to a new list, at most a quarter of it used with one more."""
        size = 8
        while size < 4 * (self._entries + 1):
            size *= 2
        kept = [slot for slot in self.slots if slot not in (None, DELETED)]
        self.slots = [None] * size
        self._used = self._entries
        for entry in kept:
            self.slots[self._free(entry.hashed)] = entry
    # </starter>
