"""A map kept in an unbalanced binary search tree."""


class Node:
    """One entry of the map and its two subtrees; None where there is none."""

    def __init__(self, key: int, value: int) -> None:
        self.key = key
        self.value = value
        self.left: Node | None = None
        self.right: Node | None = None


class BstMap:
    """Integer keys to integer values; `root` is the top node, None while empty."""

    def __init__(self) -> None:
        self.root: Node | None = None

    def insert(self, key: int, value: int) -> None:
        """Set the value of `key`; a new key becomes a leaf."""
        # <starter>
        parent, node = self._locate(key)
        if node is not None:
            node.value = value
        elif parent is None:
            self.root = Node(key, value)
        elif key < parent.key:
            parent.left = Node(key, value)
        else:
            parent.right = Node(key, value)
        # </starter>

    def find(self, key: int) -> int | None:
        """The value of `key`, or None if it is absent."""
        # <starter>
        node = self._locate(key)[1]
        return None if node is None else node.value
        # </starter>

    def delete(self, key: int) -> int | None:
        """Take `key` out and return the value it had; None, and no change, if it is absent."""
        # <starter>
        parent, node = self._locate(key)
        if node is None:
            return None
        value = node.value
        if node.left is not None and node.right is not None:
            parent, heir = node, node.right
            while heir.left is not None:
                parent, heir = heir, heir.left
            node.key, node.value = heir.key, heir.value
            node = heir  # from here on: the node to unhook, with at most one child
        child = node.right if node.left is None else node.left
        if parent is None:
            self.root = child
        elif parent.left is node:
            parent.left = child
        else:
            parent.right = child
        return value
        # </starter>

    # <starter>
    def _locate(self, key: int) -> tuple[Node | None, Node | None]:
        """The node with `key` and its parent; the node is None where the key would hang."""
        parent, node = None, self.root
        while node is not None and node.key != key:
            parent = node
            node = node.left if key < node.key else node.right
        return parent, node
    # </starter>
