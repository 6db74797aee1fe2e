"""Bounded recency cache: a dictionary into a ring of links, ordered by last use."""


# <starter>
class Link:
    """One key with its value, between the key used just before it and the one used just after.

    A new link is a ring of its own; the cache keeps one without a key to close the ring.
    """

    def __init__(self, key: int = 0, value: int = 0) -> None:
        self.key = key
        self.value = value
        self.older = self.newer = self


# </starter>
class RecencyCache:
    """At most `capacity` keys; a new key drops the one unused for longest."""

    def __init__(self, capacity: int) -> None:
        """ValueError: `capacity` is below 1."""
        # <starter>
        if capacity < 1:
            raise ValueError(f"capacity {capacity}: want at least 1")
        self.capacity = capacity
        self.links: dict[int, Link] = {}
        self.ring = Link()
        # </starter>

    def get(self, key: int) -> int | None:
        """The value under `key`, which counts as a use; None: it is not there."""
        # <starter>
        if key not in self.links:
            return None
        link = self.links[key]
        self.unhook(link)
        self.hook(link)
        return link.value
        # </starter>

    def put(self, key: int, value: int) -> int | None:
        """Store `value` under `key`, which counts as a use. The key dropped for it, if any."""
        # <starter>
        if key in self.links:
            link = self.links[key]
            link.value = value
            self.unhook(link)
            self.hook(link)
            return None
        dropped = None
        if len(self.links) == self.capacity:
            dropped = self.ring.newer.key
            self.unhook(self.links.pop(dropped))
        self.links[key] = Link(key, value)
        self.hook(self.links[key])
        return dropped
        # </starter>

    # <starter>
    def unhook(self, link: Link) -> None:
        """Take `link` out of the ring."""
        link.older.newer = link.newer
        link.newer.older = link.older

    def hook(self, link: Link) -> None:
        """Put `link` into the ring as the one used last."""
        link.older, link.newer = self.ring.older, self.ring
        link.older.newer = link
        self.ring.older = link

    # </starter>
