from collections import defaultdict
from itertools import combinations


def frequent_itemsets(items, count, min_count):
    found = {}
    candidates = [(item,) for item in sorted(items)]
    while candidates:
        level = []
        for c, m in zip(candidates, count(candidates)):
            if m >= min_count:
                found[c] = m
                level.append(c)
        by_prefix = defaultdict(list)
        for c in level:
            by_prefix[c[:-1]].append(c[-1])
        here = set(level)
        candidates = []
        for prefix, tails in by_prefix.items():
            for i, a in enumerate(tails):
                for b in tails[i + 1:]:
                    c = prefix + (a, b)
                    if all(c[:j] + c[j + 1:] in here for j in range(len(c) - 2)):
                        candidates.append(c)
    return found


def rules(supports, n, min_confidence):
    out = []
    for F, m in supports.items():
        for r in range(1, len(F)):
            for A in combinations(F, r):
                chosen = set(A)
                B = tuple(x for x in F if x not in chosen)
                conf = m / supports[A]
                if conf >= min_confidence:
                    out.append((A, B, conf, conf / (supports[B] / n)))
    out.sort(key=lambda t: (t[0], t[1]))
    return out
