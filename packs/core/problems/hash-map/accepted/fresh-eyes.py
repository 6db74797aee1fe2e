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
        self._entries = 0
        self._used = 0  # entries and marks

    def _find(self, key: str, hashed: int) -> tuple[int, bool]:
        """Place of `key` and True; if it is absent, the first free place of its probe and False."""
        size = len(self.slots)
        place = hashed % size
        free = -1
        while (slot := self.slots[place]) is not None:
            if slot is DELETED:
                if free < 0:
                    free = place
            elif slot.key == key:
                return place, True
            place = (place + 1) % size
        return (place if free < 0 else free), False

    def _make_room(self) -> None:
        if 2 * (self._used + 1) <= len(self.slots):
            return
        size = 8
        while size < 4 * (self._entries + 1):
            size *= 2
        old = self.slots
        self.slots = [None] * size
        for slot in old:
            if slot is not None and slot is not DELETED:
                place = slot.hashed % size
                while self.slots[place] is not None:
                    place = (place + 1) % size
                self.slots[place] = slot
        self._used = self._entries

    def put(self, key: str, hashed: int, value: int) -> None:
        """Set the value of `key`, whose hash is `hashed`."""
        place, found = self._find(key, hashed)
        if found:
            self.slots[place].value = value
            return
        self._make_room()
        place, _ = self._find(key, hashed)
        if self.slots[place] is None:
            self._used += 1
        self.slots[place] = Entry(key, hashed, value)
        self._entries += 1

    def get(self, key: str, hashed: int) -> int | None:
        """The value of `key`, or None if it is absent."""
        place, found = self._find(key, hashed)
        return self.slots[place].value if found else None

    def delete(self, key: str, hashed: int) -> int | None:
        """Take `key` out and return the value it had; None, and no change, if it is absent."""
        place, found = self._find(key, hashed)
        if not found:
            return None
        value = self.slots[place].value
        self.slots[place] = DELETED
        self._entries -= 1
        return value

    def __len__(self) -> int:
        return self._entries
