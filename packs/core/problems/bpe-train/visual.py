"""The words as rows of tokens; each frame applies one of the merges that the solution learned."""

TITLE = "The most frequent pair becomes a token"
INPUT = ("train", [b"aaaa", b"lower", b"lowest", b"slow", b"newest", b"widest"], 7)


def frames(inp, out):
    _, words, _ = inp
    merges = [(int(a), int(b)) for a, b in out["merges"]]
    spelled = {byte: chr(byte) for byte in range(256)}
    rows = [list(word) for word in words]
    first = f"{len(words)} words, cut into bytes: {sum(map(len, rows))} tokens."
    pictures = [{"caption": first, "view": _rows(words, rows, spelled, {}, {})}]
    for number, (a, b) in enumerate(merges):
        new = 256 + number
        spelled[new] = spelled.get(a, "?") + spelled.get(b, "?")
        places = [_places(row, a, b) for row in rows]
        times = sum(map(len, places))
        shown = {(i, p + half): "active" for i, row in enumerate(places) for p in row for half in (0, 1)}
        told = f"The pair {_name(spelled, a)} {_name(spelled, b)} occurs {times} times without overlap. "
        pictures.append({"caption": told + _rivals(rows, (a, b), times), "view": _rows(words, rows, spelled, shown, {})})
        rows = [_merged(row, a, b, new) for row in rows]
        fresh = {(i, p): "new" for i, row in enumerate(rows) for p, token in enumerate(row) if token == new}
        told = f"Merge {number}: it becomes token {new}, {_name(spelled, new)}. {sum(map(len, rows))} tokens are left."
        pictures.append({"caption": told, "view": _rows(words, rows, spelled, fresh, {})})
    whole = [word.decode("latin-1") for word, row in zip(words, rows) if len(row) == 1]
    end = f"{len(merges)} merges were learned. Words that are now a single token: {', '.join(whole) or 'none'}; the others are made of pieces."
    return [*pictures, {"caption": end, "view": _rows(words, rows, spelled, {}, {})}]


def _name(spelled, token):
    return f"'{spelled.get(token, '?')}'"


def _places(row, a, b):
    found, place = [], 0
    while place < len(row) - 1:
        if row[place] == a and row[place + 1] == b:
            found.append(place)
            place += 1
        place += 1
    return found


def _rivals(rows, best, times):
    pairs = {pair for row in rows for pair in zip(row, row[1:])} - {best}
    ahead = [pair for pair in pairs if sum(len(_places(row, *pair)) for row in rows) > times]
    equal = [pair for pair in pairs if sum(len(_places(row, *pair)) for row in rows) == times]
    if ahead:
        return "That is not the most frequent one."
    if not equal:
        return "No other pair occurs as often."
    place = "it has the smallest numbers" if best < min(equal) else "one of them has smaller numbers"
    return f"{len(equal)} other pair{'s occur' if len(equal) > 1 else ' occurs'} as often; {place}."


def _merged(row, a, b, new):
    result, place, starts = [], 0, set(_places(row, a, b))
    while place < len(row):
        result.append(new if place in starts else row[place])
        place += 2 if place in starts else 1
    return result


def _rows(words, rows, spelled, states, pointers):
    shown = []
    for i, row in enumerate(rows):
        marks = [states.get((i, place), "") for place in range(len(row))]
        values = [spelled.get(token, "?") for token in row]
        shown.append({"label": words[i].decode("latin-1"), "values": values, "states": marks})
    return {"kind": "arrays", "rows": shown}
