"""Words in a trie, matched depth-first against patterns with dots."""

# <starter>
class Node:
    """All stored words with one beginning; `is_word`: the beginning itself is one of them."""

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.is_word = False
# </starter>


class WordBook:
    """A set of words that answers patterns in which a dot is any letter."""

    def __init__(self) -> None:
        # <starter>
        self.root = Node()
        # </starter>

    def add(self, word: str) -> None:
        """Store `word`."""
        # <starter>
        node = self.root
        for letter in word:
            if letter not in node.children:
                node.children[letter] = Node()
            node = node.children[letter]
        node.is_word = True
        # </starter>

    def match(self, pattern: str) -> bool:
        """Whether a stored word of the same length agrees with `pattern` wherever it has no dot."""
        # <starter>
        waiting = [(self.root, 0)]
        while waiting:
            node, place = waiting.pop()
            if place == len(pattern):
                if node.is_word:
                    return True
            elif pattern[place] == ".":
                waiting += [(child, place + 1) for child in node.children.values()]
            elif pattern[place] in node.children:
                waiting.append((node.children[pattern[place]], place + 1))
        return False
        # </starter>
