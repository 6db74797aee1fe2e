"""The depth-first search for a pattern through a trie, one frame for each node that is taken up."""

TITLE = "A dot tries every branch, a letter at most one"
INPUT = [
    *[["add", word] for word in ("bad", "bag", "bed", "dad", "do", "dot", "mad")],
    ["match", ".a"],
    ["match", "..t"],
]


def frames(inp, out):
    """The last question of the input: which node is looked at, which wait, where a word is found."""
    words = [text for name, text in inp if name == "add"]
    pattern = inp[-1][1]
    nodes = _trie(words)
    states = ["" for _ in nodes]
    states[0] = "new"
    start = (
        f"The trie holds {', '.join(words)}; words end at the nodes marked 'word'. We look for {pattern!r}."
    )
    shown = [_frame(start, nodes, states)]
    waiting = [(0, "")]
    while waiting:
        at, beginning = waiting.pop()
        states[at] = "active"
        found, following, caption = _step(nodes, at, beginning, pattern)
        waiting += [(child, beginning + nodes[child]["label"]) for child in reversed(following)]
        for child in following:
            states[child] = "new"
        rest = ", ".join(repr(each) for _, each in reversed(waiting)) or "nothing"
        shown.append(_frame(caption + ("" if found else f" Waiting: {rest}."), nodes, states))
        if found:
            for depth in range(len(beginning) + 1):
                states[_node_of(nodes, beginning[:depth])] = "done"
            break
        states[at] = "muted"
    verdict = (
        f"The word {beginning!r} fits, so the answer is True."
        if found
        else "No way is left, so the answer is False."
    )
    agree = "" if out[-1] is found else f" The solution says {out[-1]!r:.20}."
    return [*shown, _frame(verdict + agree, nodes, states)]


def _step(nodes, at, beginning, pattern):
    """Whether a word is found here, the children to try, and what happens, in words."""
    here = f"We stand at {beginning!r}" if beginning else "We stand at the root"
    if len(beginning) == len(pattern):
        if nodes[at]["note"]:
            return True, [], f"{here}, at the end of the pattern, and a word ends here."
        return False, [], f"{here}, at the end of the pattern, but no word ends here: this way fails."
    sign = pattern[len(beginning)]
    following = [child for child in nodes[at]["children"] if sign in (".", nodes[child]["label"])]
    if sign == ".":
        names = ", ".join(nodes[child]["label"] for child in following)
        tried = (
            f"so every child is tried: {names}."
            if following
            else "but no letter follows here: this way fails."
        )
        return False, following, f"{here}. The next sign is a dot, {tried}"
    if following:
        return False, following, f"{here}. The next sign is {sign!r}, and there is a child for it."
    return False, [], f"{here}. The next sign is {sign!r}, and no child has it: this way fails."


def _trie(words):
    """Nodes of the trie, row 0 the root; `note` marks where a word ends."""
    nodes = [{"label": "root", "children": [], "note": ""}]
    for word in words:
        at = 0
        for letter in word:
            known = {nodes[child]["label"]: child for child in nodes[at]["children"]}
            if letter not in known:
                nodes[at]["children"].append(len(nodes))
                nodes.append({"label": letter, "children": [], "note": ""})
            at = known.get(letter, len(nodes) - 1)
        nodes[at]["note"] = "word"
    return nodes


def _node_of(nodes, beginning):
    at = 0
    for letter in beginning:
        at = next(child for child in nodes[at]["children"] if nodes[child]["label"] == letter)
    return at


def _frame(caption, nodes, states):
    drawn = [
        {**node, "children": list(node["children"]), "state": state} for node, state in zip(nodes, states)
    ]
    return {"caption": caption, "view": {"kind": "tree", "nodes": drawn}}
