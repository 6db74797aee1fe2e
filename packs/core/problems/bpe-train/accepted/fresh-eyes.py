import heapq
from collections import Counter


def _pairs(word):
    c = {}
    i = 0
    n = len(word)
    last = None
    prev_counted = False
    for i in range(n - 1):
        p = (word[i], word[i + 1])
        if p[0] == p[1] and last == p and prev_counted:
            prev_counted = False
        else:
            c[p] = c.get(p, 0) + 1
            prev_counted = True
        last = p
    return c


def _replace(word, pair, token):
    out = []
    i = 0
    n = len(word)
    a, b = pair
    while i < n:
        if i + 1 < n and word[i] == a and word[i + 1] == b:
            out.append(token)
            i += 2
        else:
            out.append(word[i])
            i += 1
    return out


def train(words, limit):
    freq = Counter(words)
    tokens = [list(w) for w in freq]
    weight = list(freq.values())
    counts = Counter()
    where = {}
    for w, word in enumerate(tokens):
        for p, c in _pairs(word).items():
            counts[p] += c * weight[w]
            where.setdefault(p, set()).add(w)
    heap = [(-c, p) for p, c in counts.items()]
    heapq.heapify(heap)
    merges = []
    while heap and len(merges) < limit:
        c, p = heapq.heappop(heap)
        now = counts.get(p, 0)
        if -c != now:
            continue
        if now < 2:
            break
        token = 256 + len(merges)
        merges.append(p)
        changed = set()
        for w in list(where[p]):
            old = _pairs(tokens[w])
            if p not in old:
                continue
            tokens[w] = _replace(tokens[w], p, token)
            new = _pairs(tokens[w])
            for q in old.keys() | new.keys():
                diff = new.get(q, 0) - old.get(q, 0)
                if diff:
                    counts[q] += diff * weight[w]
                    changed.add(q)
                if q in new:
                    where.setdefault(q, set()).add(w)
                else:
                    where[q].discard(w)
        for q in changed:
            if counts[q] > 0:
                heapq.heappush(heap, (-counts[q], q))
            else:
                del counts[q]
    return merges


def encode(data, merges):
    rank = {p: i for i, p in enumerate(merges)}
    word = list(data)
    while len(word) > 1:
        best = min((rank.get(p, len(merges)) for p in zip(word, word[1:])))
        if best == len(merges):
            break
        word = _replace(word, merges[best], 256 + best)
    return word


def decode(tokens, merges):
    table = [bytes([i]) for i in range(256)]
    for a, b in merges:
        table.append(table[a] + table[b])
    out = []
    for t in tokens:
        if t < 0 or t >= len(table):
            raise ValueError(t)
        out.append(table[t])
    return b"".join(out)
