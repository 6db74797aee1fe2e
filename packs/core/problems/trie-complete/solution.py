"""Completions of a prefix, ranked by weight, from a trie."""

# <starter>
import heapq


class Node:
    """All stored words with one beginning; `weight` is None unless a word ends here."""

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.weight: int | None = None
# </starter>


class Completer:
    """Words with weights, asked by prefix."""

    def __init__(self) -> None:
        # <starter>
        self.root = Node()
        # </starter>

    def set_weight(self, word: str, weight: int) -> None:
        """Store `word`, or give it a new weight. ValueError: the word is empty."""
        # <starter>
        if not word:
            raise ValueError("a word has at least one letter")
        node = self.root
        for letter in word:
            node = node.children.setdefault(letter, Node())
        node.weight = weight
        # </starter>

    def complete(self, prefix: str, k: int) -> list[str]:
        """At most `k` words with this prefix, heaviest first, then by alphabet. ValueError: k < 0."""
        # <starter>
        if k < 0:
            raise ValueError("k counts words and cannot be negative")
        node = self.root
        for letter in prefix:
            if letter not in node.children:
                return []
            node = node.children[letter]
        return [word for _, word in heapq.nsmallest(k, self._below(prefix, node))]
        # </starter>

    # <starter>
    def _below(self, prefix: str, node: Node) -> list[tuple[int, str]]:
        """(-weight, word) of every word that ends at or below the node of `prefix`."""
        found, waiting = [], [(prefix, node)]
        while waiting:
            word, node = waiting.pop()
            if node.weight is not None:
                found.append((-node.weight, word))
            waiting += [(word + letter, child) for letter, child in node.children.items()]
        return found
    # </starter>
