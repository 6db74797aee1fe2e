"""Cases for solve-least-squares. The oracle orthogonalises in fractions, without any root until the end; oracle2 is LAPACK."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
from scipy.linalg import lstsq

RTOL, ATOL = 1e-6, 1e-9
SWITCHED_OFF = ("qr", "lstsq", "solve", "inv", "pinv", "svd", "cholesky", "eig", "eigh", "tensorsolve", "tensorinv")


def _matrix(rows, dtype="f8"):
    return np.array(rows, dtype=dtype)


TREND = _matrix([[1, 1], [1, 2], [1, 3], [1, 4], [1, 6]])
HEIGHTS = _matrix([2.5, 2.75, 4, 4.5, 6.25])
NEARLY = _matrix([[1, 1, 1], [1e-7, 0, 0], [0, 1e-7, 0], [0, 0, 1e-7]])
TWINS = _matrix([[1, 1], [1, 1 + 1e-8], [1, 1 - 2e-8]])
GRID = [1 + k / 11 for k in range(12)]
POWERS = _matrix([[x**p for p in range(6)] for x in GRID])
SCALES = _matrix([[2e5, 3e-6, 1], [-1e5, 1e-6, 2], [4e5, -2e-6, 1], [1e5, 5e-6, -3], [3e5, 1e-6, 0.5]])
LARGE = _matrix([[1, -1, 0], [0.5, 1, -1.5], [0.25, 0.5, -0.75], [-123457, 234561, -111104], [345678, -98765, -246913]])
TALL = _matrix([[3, -1, 2], [0, 4, 1], [1, 1, -5], [-2, 0.5, 1], [2, 2, 2], [0.25, -3, 1]])

CASES = {
    "two columns": (
        "the columns of Q have length 1 and stand on each other at right angles; R has a positive diagonal",
        ("qr", _matrix([[3, 1], [4, 2], [0, 2]])),
    ),
    "a trend": ("the line through five points that misses them least", ("solve", TREND, HEIGHTS)),
    "dependent": (
        "the third column is the sum of the others: there is no unique x, so raise ValueError",
        ("solve", _matrix([[1, 2, 3], [4, 1, 5], [0, 1, 1], [2, 2, 4]]), _matrix([1, 2, 3, 4])),
    ),
    "columns of unlike length": (
        "each column is measured by its own length: a short one is no dependent one",
        ("solve", _matrix([[1e6, 0], [0, 1e-9]]), _matrix([1e6, 1e-9])),
    ),
    "one tiny number": (
        "a matrix of one number has full rank unless the number is 0",
        ("qr", _matrix([[1e-11]])),
    ),
    "a square system": (
        "m = n: the residual is 0 and x is the solution",
        ("solve", _matrix([[2, 1, -1], [1, 3, 2], [1, 0, 4]]), _matrix([1, 13, 13])),
    ),
    "nearly dependent, qr": (
        "three columns that differ by 1e-7: Q is still orthogonal to the last digits, which Gram-Schmidt does not reach",
        ("qr", NEARLY),
    ),
    "nearly dependent, solve": (
        "the condition is near 1e7: A'A has 1e14 and loses what x needs",
        ("solve", NEARLY, NEARLY @ _matrix([1, -2, 3])),
    ),
    "twins": (
        "columns a hundred-millionth apart are independent, though only just",
        ("qr", TWINS),
    ),
    "powers": (
        "a polynomial of degree 5 on a short interval: its columns look alike, and normal equations lose half the digits",
        ("solve", POWERS, POWERS @ _matrix([3, -1, 2, 0.5, -4, 1])),
    ),
    "powers, qr": ("the columns of powers once more, for Q and R", ("qr", POWERS)),
    "columns of all sizes": (
        "each column is judged by its own length: 1e-6 is not zero beside 1e5",
        ("solve", SCALES, SCALES @ _matrix([2e-5, 3e5, -1])),
    ),
    "columns of all sizes, qr": ("the same for Q and R", ("qr", SCALES)),
    "residual": (
        "b is far from what the columns can reach: x minimises the length of what is left",
        ("solve", TALL, _matrix([10, -7, 3, 8, -2, 5])),
    ),
    "six by three": ("a plain matrix, all of whose entries matter", ("qr", TALL)),
    "nothing to gain": (
        "b stands at a right angle to all columns: x is 0",
        ("solve", _matrix([[1, 1], [1, -1], [0, 0]]), _matrix([0, 0, 5])),
    ),
    "along the axis": (
        "the first column is a multiple of e1 already: no division by the length of a zero vector",
        ("qr", _matrix([[2, 1], [0, 3], [0, 0]])),
    ),
    "almost along the axis": (
        "the first column is e1 and a trace of e2: choose the reflection that adds lengths, not the one that cancels",
        ("qr", _matrix([[1, 2], [1e-9, 1], [0, 1]])),
    ),
    "negative diagonal": (
        "A is triangular with negative entries on the diagonal; R's are positive, so Q carries the signs",
        ("qr", _matrix([[-2, 1, 3], [0, -1, 4], [0, 0, -5]])),
    ),
    "begins with zero": ("a column that begins with 0 has no sign to borrow", ("qr", _matrix([[0, 2], [3, 1], [4, -1]]))),
    "one entry": ("the smallest matrix, and a negative one", ("qr", _matrix([[-2]]))),
    "one column": ("one column: the mean, where it is all ones", ("solve", np.ones((4, 1)), _matrix([1, 2, 4, 9]))),
    "wide": ("more columns than rows never have a unique x", ("solve", _matrix([[1, 2, 3], [0, 1, 1]]), _matrix([1, 2]))),
    "wide, qr": ("more columns than rows raise in qr too", ("qr", _matrix([[1, 2, 3], [0, 1, 1]]))),
    "column of zeros": ("a column of zeros depends on any others", ("qr", _matrix([[1, 0], [2, 0], [3, 0]]))),
    "first column zero": ("also if it is the first", ("solve", _matrix([[0, 1], [0, 2], [0, 3]]), _matrix([1, 2, 3]))),
    "large and dependent": (
        "what rounding leaves of a dependent column is as large as the column: compare with its length",
        ("solve", LARGE, _matrix([1, 2, 3, 4, 5])),
    ),
    "equal columns": ("two equal columns are dependent", ("qr", _matrix([[0.1, 0.1], [0.7, 0.7], [-0.3, -0.3]]))),
    "float32": (
        "float32 is computed with in float64: Q, R and x are float64",
        ("qr", _matrix([[0.1, 1.3], [0.7, -0.2], [-0.4, 0.9], [1.1, 0.6]], "f4")),
    ),
    "float32, solve": (
        "the numbers given are exact; rounding starts from float64",
        ("solve", POWERS[:, :4].astype("f4"), _matrix([1, 2, 0, 3, 1, 2, 5, 4, 6, 5, 7, 9], "f4")),
    ),
}


def gen(rng, size):
    n = rng.randint(1, 1 + size // 2)
    m = n + rng.randint(0, 1 + size // 2) if rng.random() < 0.95 else max(1, n - 1)
    rows = [[round(rng.uniform(-5, 5), 2) for _ in range(n)] for _ in range(m)]
    if n > 1 and rng.random() < 0.12:
        rows = [[float(round(x)) for x in row] for row in rows]
        rows = [[*row[:-1], row[0] - 2 * row[-2]] for row in rows]
    if rng.random() < 0.4:
        return "qr", _matrix(rows)
    return "solve", _matrix(rows), _matrix([round(rng.uniform(-9, 9), 2) for _ in range(m)])


def valid(inp):
    assert isinstance(inp, tuple) and inp and inp[0] in ("qr", "solve"), "the input begins with 'qr' or 'solve'"
    assert len(inp) == (2 if inp[0] == "qr" else 3), "('qr', A) or ('solve', A, b)"
    A = inp[1]
    assert isinstance(A, np.ndarray) and A.ndim == 2, "A is a 2-D array"
    assert A.shape[0] >= 1 and A.shape[1] >= 1, "A has at least one row and one column"
    for array in inp[1:]:
        assert isinstance(array, np.ndarray) and array.dtype in (np.float32, np.float64), "float32 or float64 arrays"
        assert array.dtype == A.dtype, "b has the dtype of A"
        sizes = np.abs(array[array != 0])
        assert np.isfinite(array).all(), "all entries are finite"
        assert ((sizes >= 1e-12) & (sizes <= 1e6)).all(), "an entry is 0 or between 1e-12 and 1e6 in size"
    if inp[0] == "solve":
        assert inp[2].shape == A.shape[:1], "b has an entry for each row of A"


INVALID = {
    "no rows": ("qr", np.zeros((0, 2))),
    "no columns": ("qr", np.zeros((2, 0))),
    "b too short": ("solve", np.ones((3, 1)), np.ones(2)),
    "integers": ("qr", np.ones((3, 1), dtype=int)),
    "not finite": ("qr", np.full((2, 1), np.nan)),
    "b as a column": ("solve", np.ones((3, 1)), np.ones((3, 1))),
}

LADDER = [250, 500, 1000, 2000]


def big(n):
    """n rows, three columns."""
    rows = np.arange(1.0, n + 1)
    return "solve", np.stack([np.sin(rows), np.cos(1.3 * rows), rows / n], axis=1), np.sin(0.1 * rows) + 2


def run(sol, inp):
    given = [array.copy() for array in inp[1:]]
    before = {name: getattr(np.linalg, name) for name in SWITCHED_OFF}
    try:
        for name in SWITCHED_OFF:
            setattr(np.linalg, name, _refuse)
        returned, raised = (sol.qr if inp[0] == "qr" else sol.solve)(*given), False
    except ValueError:
        returned, raised = None, True
    finally:
        for name, function in before.items():
            setattr(np.linalg, name, function)
    return {"returned": returned, "raised ValueError": raised, "after": given}


def _refuse(*args, **kwargs):
    raise RuntimeError("numpy.linalg is switched off here: write the factorisation yourself")


def check(inp, out, expected):
    if len(out["after"]) != len(inp) - 1 or not all(map(_same, out["after"], inp[1:])):
        return "Your function changed an array that it was given. The caller still needs it: work on new arrays."
    m, n = inp[1].shape
    if expected["raised ValueError"]:
        reason = "A has more columns than rows" if m < n else "a column of A depends on those before it"
        return None if out["raised ValueError"] else f"Here {reason}, and ValueError is to be raised."
    if out["raised ValueError"]:
        return "Your function raised ValueError, but the columns of A are independent, if only just."
    got, wanted = out["returned"], expected["returned"]
    if inp[0] == "solve":
        return _array_fault("x", got, wanted)
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        return "qr must return two arrays, (Q, R)."
    A, (Q, R) = inp[1].astype(float), got
    return (
        _shape_fault("Q", Q, wanted[0])
        or _shape_fault("R", R, wanted[1])
        or _factor_fault(A, Q, R)
        or _array_fault("R", R, wanted[1])
        or _array_fault("Q", Q, wanted[0])
    )


def _shape_fault(name, got, wanted):
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
        return f"{name} must be an array of shape {wanted.shape}."
    if got.dtype != np.float64:
        return f"{name} must be float64; yours is {got.dtype}."
    return None if np.isfinite(got).all() else f"{name} holds NaN or infinity."


def _array_fault(name, got, wanted):
    fault = _shape_fault(name, got, wanted)
    if fault is not None:
        return fault
    far = np.abs(got - wanted) > 1e-6 * np.abs(wanted).max() + 1e-9
    if not far.any():
        return None
    place = tuple(int(i) for i in np.argwhere(far)[0])
    return f"{name}[{', '.join(map(str, place))}] should be {wanted[place]:.9g}; yours is {got[place]:.9g}."


def _factor_fault(A, Q, R):
    if (np.tril(R, -1) != 0).any():
        return "R must be upper triangular, with exact zeros below the diagonal."
    if (np.diag(R) <= 0).any():
        return "The diagonal of R must be positive: where it is not, change the sign of that row of R and column of Q."
    skew = float(np.abs(Q.T @ Q - np.eye(len(R))).max())
    if skew > 1e-12:
        return f"The columns of Q are not orthonormal: Q'Q differs from the identity by {skew:.1e}, and 1e-12 is allowed."
    gap = float((np.abs(Q @ R - A) / np.sqrt((A * A).sum(axis=0))).max())
    if gap > 1e-12:
        return f"Q R differs from A by {gap:.1e} of the length of a column, and 1e-12 is allowed."
    return None


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _observed(inp, returned):
    return {"returned": returned, "raised ValueError": returned is None, "after": list(inp[1:])}


def oracle(inp):
    """Gram-Schmidt without roots, in fractions: A = U T with orthogonal columns in U and a unit triangle T."""
    columns = [[Fraction(x) for x in column] for column in inp[1].T.tolist()]
    if inp[1].shape[0] < inp[1].shape[1]:
        return _observed(inp, None)
    U, T = [], []
    for column in columns:
        shares = [_dot(u, column) / _dot(u, u) for u in U]
        rest = column
        for share, u in zip(shares, U):
            rest = [r - share * x for r, x in zip(rest, u)]
        if _dot(rest, rest) <= Fraction(10) ** -24 * _dot(column, column):
            return _observed(inp, None)
        U.append(rest)
        T.append(shares)
    if inp[0] == "solve":
        right = [Fraction(v) for v in inp[2].tolist()]
        x = [_dot(u, right) / _dot(u, u) for u in U]
        for j in reversed(range(len(U))):
            for i in range(j):
                x[i] -= T[j][i] * x[j]
        return _observed(inp, np.array([float(v) for v in x]))
    lengths = [_root(_dot(u, u)) for u in U]
    Q = np.array([[float(x / length) for x in u] for u, length in zip(U, lengths)]).T
    R = np.diag([float(length) for length in lengths])
    for j, shares in enumerate(T):
        R[:j, j] = [float(share * length) for share, length in zip(shares, lengths)]
    return _observed(inp, (Q, R))


def _dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def _root(value):
    with localcontext(prec=60):
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())


def oracle2(inp):
    A = inp[1].astype(float)
    if A.shape[0] < A.shape[1]:
        return _observed(inp, None)
    Q, R = np.linalg.qr(A)
    if (np.abs(np.diag(R)) <= 1e-12 * np.linalg.norm(A, axis=0)).any():
        return _observed(inp, None)
    if inp[0] == "solve":
        sizes = np.linalg.norm(A, axis=0)
        return _observed(inp, lstsq(A / sizes, inp[2].astype(float), lapack_driver="gelsy", cond=1e-14)[0] / sizes)
    signs = np.sign(np.diag(R))
    return _observed(inp, (Q * signs, signs[:, None] * R))
