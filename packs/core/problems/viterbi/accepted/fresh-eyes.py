import math


def _log(p):
    return math.log(p) if p > 0 else -math.inf


def viterbi(start, transition, emission, observations):
    S = len(start)
    T = [[_log(p) for p in row] for row in transition]
    E = [[_log(p) for p in row] for row in emission]
    best = [_log(start[i]) + E[i][observations[0]] for i in range(S)]
    back = []
    for o in observations[1:]:
        row, new = [], []
        for j in range(S):
            i = max(range(S), key=lambda i: best[i] + T[i][j])
            row.append(i)
            new.append(best[i] + T[i][j] + E[j][o])
        back.append(row)
        best = new
    q = max(range(S), key=best.__getitem__)
    total = best[q]
    if total == -math.inf:
        return None, -math.inf
    path = [q]
    for row in reversed(back):
        q = row[q]
        path.append(q)
    path.reverse()
    return path, total
