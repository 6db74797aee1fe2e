class _Place:
    """The end of one beginning of stored words."""

    def __init__(self) -> None:
        self.following = {}
        self.is_word = False


class WordBook:
    """A set of words that answers patterns in which a dot is any letter."""

    def __init__(self) -> None:
        self._root = _Place()

    def add(self, word: str) -> None:
        """Store `word`."""
        place = self._root
        for letter in word:
            if letter not in place.following:
                place.following[letter] = _Place()
            place = place.following[letter]
        place.is_word = True

    def match(self, pattern: str) -> bool:
        """Whether a stored word of the same length agrees with `pattern` wherever it has no dot."""

        def fits(place: _Place, at: int) -> bool:
            if at == len(pattern):
                return place.is_word
            letter = pattern[at]
            if letter == ".":
                return any(fits(child, at + 1) for child in place.following.values())
            return letter in place.following and fits(place.following[letter], at + 1)

        return fits(self._root, 0)
