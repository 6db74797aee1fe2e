"""Functions whose growth is known, each with the generator of its inputs.

`FUNCTIONS` are the twelve that the bars speak of. `FURTHER` are what interviews ask besides, most of them
with work that no traced line shows: copies, slices, text, memory that is moved, recursion that ends early.
"""

from dataclasses import dataclass

from warmstart.judge.complexity import Complexity

RANDOM = "import random\ndef big(n):\n    rng = random.Random(n)\n    return "
NUMBERS = RANDOM + "([rng.randint(0, 10**9) for _ in range(n)],)"
LETTERS = RANDOM + "tuple([rng.randint(0, 3) for _ in range(n)] for _ in range(2))"
MATRICES = RANDOM + "tuple([[rng.randint(0, 9) for _ in range(n)] for _ in range(n)] for _ in range(2))"


@dataclass(frozen=True)
class Known:
    name: str
    wanted: Complexity
    big: str
    source: str


FUNCTIONS = (
    Known("dict look-up", Complexity.CONSTANT, RANDOM + "({i: i for i in range(n)}, n // 2)",
          "def f(table, key):\n    return table[key]\n"),
    Known("binary search", Complexity.LOGARITHMIC, RANDOM + "(list(range(0, 2 * n, 2)), 2 * n - 3)", """
def f(xs, x):
    low, high = 0, len(xs)
    while low < high:
        middle = (low + high) // 2
        if xs[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low
"""),
    Known("hash two-sum", Complexity.LINEAR, RANDOM + "([rng.randint(0, 10**9) for _ in range(n)], -1)", """
def f(xs, target):
    seen = {}
    for j, x in enumerate(xs):
        if target - x in seen:
            return seen[target - x], j
        seen[x] = j
"""),
    Known("merge sort", Complexity.LINEARITHMIC, NUMBERS, """
def f(xs):
    if len(xs) < 2:
        return xs
    left, right, merged = f(xs[: len(xs) // 2]), f(xs[len(xs) // 2 :]), []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]
"""),
    Known("sorted", Complexity.LINEARITHMIC, NUMBERS, "def f(xs):\n    return sorted(xs)\n"),
    Known("heapq", Complexity.LINEARITHMIC, NUMBERS, """
import heapq
def f(xs):
    heap = []
    for x in xs:
        heapq.heappush(heap, x)
    return [heapq.heappop(heap) for _ in xs]
"""),
    Known("pair loop", Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    inversions = 0
    for i in range(len(xs)):
        for j in range(i):
            inversions += xs[j] > xs[i]
    return inversions
"""),
    Known("dedupe by `in` a list", Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    kept = []
    for x in xs:
        if x not in kept:
            kept.append(x)
    return kept
"""),
    Known("longest common subsequence", Complexity.QUADRATIC, LETTERS, """
def f(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        new = [0]
        for j, y in enumerate(b):
            new.append(row[j] + 1 if x == y else max(row[j + 1], new[j]))
        row = new
    return row[-1]
"""),
    Known("pop(0)", Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    total = 0
    while xs:
        total += xs.pop(0)
    return total
"""),
    Known("matrix product", Complexity.CUBIC, MATRICES, """
def f(a, b):
    n = len(a)
    return [[sum(a[i][k] * b[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
"""),
    Known("naive Fibonacci", Complexity.EXPONENTIAL, RANDOM + "(n,)",
          "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\n"),
)  # fmt: skip


FURTHER = (
    Known('a slice of all', Complexity.LINEAR, NUMBERS, """
def f(xs):
    return xs[:]
"""),
    Known('sum', Complexity.LINEAR, NUMBERS, """
def f(xs):
    return sum(xs)
"""),
    Known('slices in a loop', Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    t = 0
    while xs:
        t += xs[0]
        xs = xs[1:]
    return t
"""),
    Known('slices in recursion', Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    return 0 if not xs else xs[0] + f(xs[1:])
"""),
    Known('insert at front', Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    out = []
    for x in xs:
        out.insert(0, x)
    return out
"""),
    Known('insort', Complexity.QUADRATIC, NUMBERS, """
import bisect
def f(xs):
    out = []
    for x in xs:
        bisect.insort(out, x)
    return out
"""),
    Known('remove min', Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    out = []
    while xs:
        m = min(xs)
        xs.remove(m)
        out.append(m)
    return out
"""),
    Known('permutations', Complexity.EXPONENTIAL, RANDOM + '(list(range(n)),)', """
import itertools
def f(xs):
    return sum(1 for p in itertools.permutations(xs) if p[0] == 3)
"""),
    Known('a set of permutations', Complexity.EXPONENTIAL, RANDOM + '(list(range(n)),)', """
import itertools
def f(xs):
    return len(set(itertools.permutations(xs)))
"""),
    Known('subset sum', Complexity.EXPONENTIAL, NUMBERS, """
def f(xs):
    def go(i, s):
        return s == 7 if i == len(xs) else go(i + 1, s) or go(i + 1, s + xs[i])
    return go(0, 0)
"""),
    Known('text grown in front', Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    s = ''
    for x in xs:
        s = str(x) + s
    return s
"""),
    Known('join', Complexity.LINEAR, NUMBERS, """
def f(xs):
    return ','.join(map(str, xs))
"""),
    Known('window max', Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    k = len(xs) // 2
    return [max(xs[i:i + k]) for i in range(len(xs) - k)]
"""),
    Known('sliding window', Complexity.LINEAR, NUMBERS, """
from collections import deque
def f(xs):
    k = 5
    q = deque(); out = []
    for i, x in enumerate(xs):
        while q and xs[q[-1]] <= x:
            q.pop()
        q.append(i)
        if q[0] <= i - k:
            q.popleft()
        out.append(xs[q[0]])
    return out
"""),
    Known('three sum naive', Complexity.CUBIC, NUMBERS, """
def f(xs):
    n = len(xs)
    return sum(xs[i] + xs[j] + xs[k] == 0 for i in range(n) for j in range(i) for k in range(j))
"""),
    Known('max subarray by sums', Complexity.CUBIC, NUMBERS, """
def f(xs):
    return max(sum(xs[i:j]) for i in range(len(xs)) for j in range(i + 1, len(xs) + 1))
"""),
    Known('kadane', Complexity.LINEAR, NUMBERS, """
def f(xs):
    best = cur = 0
    for x in xs:
        cur = max(cur + x, 0)
        best = max(best, cur)
    return best
"""),
    Known('counter', Complexity.LINEAR, NUMBERS, """
from collections import Counter
def f(xs):
    return Counter(xs).most_common(1)
"""),
    Known('bisect', Complexity.LOGARITHMIC, RANDOM + '(list(range(0, 2 * n, 2)), 2 * n - 3)', """
import bisect
def f(xs, x):
    return bisect.bisect_left(xs, x)
"""),
    Known('bisect with slices', Complexity.LINEAR, RANDOM + '(list(range(0, 2 * n, 2)), 2 * n - 3)', """
def f(xs, x):
    if len(xs) <= 1:
        return xs == [x]
    m = len(xs) // 2
    return f(xs[m:], x) if xs[m] <= x else f(xs[:m], x)
"""),
    Known('linear recursion', Complexity.LINEAR, RANDOM + '(n,)', """
def f(n):
    return 1 if n == 0 else 1 + f(n - 1)
"""),
    Known('Fibonacci by a loop', Complexity.LINEAR, RANDOM + '(n,)', """
def f(n):
    a, b = 0, 1
    for _ in range(min(n, 10**9)):
        a, b = b, (a + b) % 1000007
    return a
"""),
    Known('del front', Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    t = 0
    while xs:
        t += xs[0]
        del xs[0]
    return t
"""),
    Known('reverse string words', Complexity.LINEAR, RANDOM + "(' '.join('ab' for _ in range(n)),)", """
def f(s):
    return ' '.join(reversed(s.split()))
"""),
    Known('search by slices', Complexity.QUADRATIC, RANDOM + "('a' * n, 'a' * (n // 2) + 'b')", """
def f(s, t):
    return [i for i in range(len(s) - len(t) + 1) if s[i:i+len(t)] == t]
"""),
    Known('nested dict loops', Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    d = {}
    for x in xs:
        for y in xs:
            d[x, y] = 1
    return len(d)
"""),
)  # fmt: skip
