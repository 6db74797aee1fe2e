"""Cases for conv2d.

The oracle gathers all windows by index arrays and differentiates with autograd. oracle2 is SciPy's correlate2d
with a kernel spread by the dilation; since the output is linear in x, in w and in b, its gradients come from
unit arrays, exactly.
"""

import math
import random

import autograd.numpy as anp
import numpy as np
from autograd import grad
from scipy.signal import correlate2d

RTOL, ATOL = 1e-9, 1e-9


def _noise(rng, *shape, dtype="f8"):
    """Two-digit numbers from random.Random, whose stream does not change between versions."""
    return np.array([round(rng.uniform(-2, 2), 2) for _ in range(math.prod(shape))], dtype=dtype).reshape(shape)


def _size(length, kernel, stride, padding, dilation):
    return (length + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


def _case(seed, image, kernel, stride=1, padding=0, dilation=1, dtype="f8"):
    """image: (N, C, H, W); kernel: (K, kh, kw)."""
    rng = random.Random(seed)
    N, C, H, W = image
    K, kh, kw = kernel
    out = _size(H, kh, stride, padding, dilation), _size(W, kw, stride, padding, dilation)
    arrays = _noise(rng, *image), _noise(rng, K, C, kh, kw), _noise(rng, K), _noise(rng, N, K, *out)
    x, w, b, dout = (a.astype(dtype) for a in arrays)
    return x, w, b, stride, padding, dilation, dout


CASES = {
    "one window": ("the kernel fits once: out is a weighted sum plus the bias", _case(1, (1, 1, 2, 3), (1, 2, 3))),
    "stride and padding": (
        "zeros around the image, every second place: gradients land where the window stood",
        _case(2, (1, 1, 5, 5), (1, 3, 3), 2, 1),
    ),
    "dilation": (
        "the places of the kernel lie two pixels apart",
        _case(3, (1, 1, 5, 6), (1, 2, 3), 1, 0, 2),
    ),
    "not flipped": ("the kernel is laid on as it is, not turned round", _case(4, (1, 1, 3, 4), (1, 2, 2))),
    "channels are summed": ("every output channel sees all input channels", _case(5, (1, 3, 3, 3), (2, 2, 2))),
    "several images": ("dw and db collect from all images of the batch", _case(6, (3, 1, 3, 3), (1, 2, 2))),
    "one by one": ("a 1 x 1 kernel mixes channels and nothing else", _case(7, (2, 3, 2, 3), (2, 1, 1))),
    "all sizes differ": ("N, C, K, H, W, kh and kw all differ", _case(8, (2, 3, 5, 6), (4, 3, 2))),
    "tall kernel": (
        "rows first, columns second: a kernel of three rows and one column",
        _case(9, (1, 1, 4, 3), (1, 3, 1)),
    ),
    "wide kernel": ("one row and three columns, with stride", _case(10, (1, 1, 3, 7), (1, 1, 3), 2)),
    "stride does not divide": (
        "the last row and column are never reached: the size is rounded down, and their gradient is 0",
        _case(11, (1, 1, 6, 4), (1, 3, 3), 2),
    ),
    "stride beyond the kernel": ("pixels between the windows get no gradient", _case(12, (1, 1, 7, 7), (1, 2, 2), 3)),
    "stride three": ("windows share no pixel and leave none out", _case(13, (1, 2, 6, 6), (1, 3, 3), 3)),
    "overlapping windows": (
        "a pixel under several windows collects from all of them",
        _case(14, (1, 1, 4, 4), (1, 3, 3)),
    ),
    "padding keeps the size": (
        "3 x 3 with padding 1: as many outputs as pixels",
        _case(15, (1, 1, 3, 4), (2, 3, 3), 1, 1),
    ),
    "more padding than kernel": (
        "windows that see zeros only give the bias, and no gradient for x",
        _case(16, (1, 1, 2, 2), (1, 2, 2), 1, 3),
    ),
    "one pixel": ("an image of one pixel, with padding", _case(17, (1, 1, 1, 1), (1, 3, 3), 1, 1)),
    "all three": ("stride, padding and dilation together", _case(18, (2, 2, 6, 5), (2, 3, 2), 2, 2, 2)),
    "dilation with a rest": (
        "the dilated kernel leaves a rest that no window reaches",
        _case(19, (1, 1, 8, 9), (1, 3, 3), 3, 1, 2),
    ),
    "dilated one by one": (
        "a kernel of one place has nothing to spread",
        _case(20, (1, 2, 3, 2), (2, 1, 1), 1, 0, 3),
    ),
    "float32": (
        "float32 in, float32 out: np.zeros alone is float64",
        _case(21, (2, 2, 4, 4), (2, 3, 3), 1, 1, 1, "f4"),
    ),
}

LADDER = [1024, 4096, 16384]


def big(n):
    """One square image of n pixels with eight channels."""
    side = math.isqrt(n)
    x = np.sin(np.arange(8.0 * side * side)).reshape(1, 8, side, side)
    w = np.cos(np.arange(72.0)).reshape(1, 8, 3, 3)
    return x, w, np.zeros(1), 1, 1, 1, x[:, :1].copy()


def gen(rng, size):
    kh, kw, stride, dilation = (rng.randint(1, 3) for _ in range(4))
    padding = rng.randint(0, 2)
    H, W = (max(1, dilation * (k - 1) + 1 - 2 * padding) + rng.randint(0, 1 + size // 3) for k in (kh, kw))
    N, C, K = (rng.randint(1, 2) for _ in range(3))
    return _case(rng.randrange(10**6), (N, C, H, W), (K, kh, kw), stride, padding, dilation)


def valid(inp):
    x, w, b, stride, padding, dilation, dout = inp
    for name, array, axes in (("x", x, 4), ("w", w, 4), ("b", b, 1), ("dout", dout, 4)):
        assert isinstance(array, np.ndarray) and array.ndim == axes, f"{name} is an array of {axes} axes"
        assert array.size, f"{name} is not empty"
        assert array.dtype in (np.float32, np.float64) and array.dtype == x.dtype, "all arrays have one float dtype"
        assert np.isfinite(array).all() and np.abs(array).max() <= 1e4, f"{name} is finite, none beyond 10,000"
    assert all(type(n) is int for n in (stride, padding, dilation)), "stride, padding and dilation are ints"
    assert stride >= 1 and dilation >= 1 and 0 <= padding <= 100, "stride and dilation from 1, padding from 0"
    assert w.shape[1] == x.shape[1], "w has the channels of x"
    assert len(b) == len(w), "b has an entry for each output channel"
    sides = [_size(n, k, stride, padding, dilation) for n, k in zip(x.shape[2:], w.shape[2:])]
    assert min(sides) >= 1, "the kernel fits into the padded image"
    assert dout.shape == (len(x), len(w), *sides), "dout has the shape of the output"


INVALID = {
    "kernel too large": (np.ones((1, 1, 2, 2)), np.ones((1, 1, 3, 3)), np.ones(1), 1, 0, 1, np.ones((1, 1, 1, 1))),
    "dilated kernel too large": (
        np.ones((1, 1, 4, 4)),
        np.ones((1, 1, 3, 3)),
        np.ones(1),
        1,
        0,
        2,
        np.ones((1, 1, 1, 1)),
    ),
    "channels differ": (np.ones((1, 2, 2, 2)), np.ones((1, 1, 1, 1)), np.ones(1), 1, 0, 1, np.ones((1, 1, 2, 2))),
    "stride zero": (np.ones((1, 1, 2, 2)), np.ones((1, 1, 1, 1)), np.ones(1), 0, 0, 1, np.ones((1, 1, 2, 2))),
    "padding below zero": (np.ones((1, 1, 4, 4)), np.ones((1, 1, 1, 1)), np.ones(1), 1, -1, 1, np.ones((1, 1, 2, 2))),
    "dout of another size": (
        np.ones((1, 1, 3, 3)),
        np.ones((1, 1, 2, 2)),
        np.ones(1),
        1,
        0,
        1,
        np.ones((1, 1, 3, 3)),
    ),
    "dtypes differ": (np.ones((1, 1, 1, 1)), np.ones((1, 1, 1, 1), "f4"), np.ones(1), 1, 0, 1, np.ones((1, 1, 1, 1))),
    "flat bias missing": (np.ones((1, 1, 1, 1)), np.ones((2, 1, 1, 1)), np.ones(1), 1, 0, 1, np.ones((1, 2, 1, 1))),
}


def run(sol, inp):
    x, w, b, stride, padding, dilation, dout = inp
    x, w, b, dout = x.copy(), w.copy(), b.copy(), dout.copy()
    out, cache = sol.forward(x, w, b, stride, padding, dilation)
    sol.forward(x * 0.5, w - 1, b + 1, stride + 1, padding + 1, dilation)  # another layer, in between
    gradients = sol.backward(dout, cache)
    return {"out": out, "gradients": gradients, "inputs after": (x, w, b, dout)}


def check(inp, out, expected):
    x, w, b, stride, padding, dilation, dout = inp
    for name, before, after in zip(("x", "w", "b", "dout"), (x, w, b, dout), out["inputs after"]):
        if after.dtype != before.dtype or after.tolist() != before.tolist():
            return f"{name} was changed by your code. The caller still needs it: work on new arrays."
    gradients = out["gradients"]
    if not isinstance(gradients, (tuple, list)) or len(gradients) != 3:
        return "backward returns three arrays: dx, dw, db."
    share = 1e-4 if x.dtype == np.float32 else 1e-9
    got = {"out": out["out"], **dict(zip(("dx", "dw", "db"), gradients))}
    wanted = {"out": expected["out"], **dict(zip(("dx", "dw", "db"), expected["gradients"]))}
    faults = (_fault(name, got[name], wanted[name], share) for name in ("out", "db", "dw", "dx"))
    return next((fault for fault in faults if fault), None)


MEANING = {
    "out": "each place of the window gives the sum of kernel times pixels, over all channels, plus the bias",
    "db": "the bias of a channel is in all its outputs, of all images, and collects dout from each",
    "dw": "a weight meets one pixel for each output, and collects dout times that pixel",
    "dx": "a pixel collects weight times dout from every window that it lies in; stride and dilation say which",
}


def _fault(name, got, wanted, share):
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
        shape = f", not {got.shape}" if isinstance(got, np.ndarray) else ""
        return f"{name} must be an array of shape {wanted.shape}{shape}."
    if got.dtype != wanted.dtype:
        return f"{name} has dtype {got.dtype}, but the inputs have {wanted.dtype}: stay in the dtype of the inputs."
    gaps = np.abs(got.astype(float) - wanted)
    if (gaps <= share * max(1, np.abs(wanted).max())).all():
        return None
    at = tuple(int(i) for i in np.unravel_index(np.argmax(np.where(np.isfinite(gaps), gaps, np.inf)), gaps.shape))
    return f"{name}{list(at)} should be {wanted[at]:.9g}; it is {got[at]:.9g}. Remember: {MEANING[name]}."


def _observed(inp, out, gradients):
    x, w, b, _, _, _, dout = inp
    narrow = tuple(np.asarray(g).astype(x.dtype) for g in gradients)
    return {"out": out.astype(x.dtype), "gradients": narrow, "inputs after": (x, w, b, dout)}


def oracle(inp):
    x, w, b, stride, padding, dilation, dout = inp
    rows, columns = (
        np.arange(n)[:, None] * stride + np.arange(k) * dilation for n, k in zip(dout.shape[2:], w.shape[2:])
    )

    def layer(three):
        x, w, b = three
        around = anp.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="constant")
        windows = around[:, :, rows[:, None, :, None], columns[None, :, None, :]]
        return anp.einsum("ncijuv,kcuv->nkij", windows, w) + anp.reshape(b, (1, -1, 1, 1))

    wide = [a.astype(float) for a in (x, w, b)]
    gradients = grad(lambda three: anp.sum(layer(three) * dout.astype(float)))(wide)
    return _observed(inp, layer(wide), gradients)


def oracle2(inp):
    x, w, b, stride, padding, dilation, dout = inp
    wide = [a.astype(float) for a in (x, w, b)]
    settings = stride, padding, dilation
    gradients = []
    for position, array in enumerate(wide):
        gradient = np.zeros(array.shape)
        for at in np.ndindex(array.shape):
            unit = np.zeros(array.shape)
            unit[at] = 1
            three = [unit if p == position else other for p, other in enumerate(wide)]
            if position == 2:
                three[0] = np.zeros(x.shape)  # with x = 0 the output is the bias
            else:
                three[2] = np.zeros(b.shape)
            gradient[at] = (_correlated(*three, *settings) * dout).sum()
        gradients.append(gradient)
    return _observed(inp, _correlated(*wide, *settings), gradients)


def _correlated(x, w, b, stride, padding, dilation):
    spread = np.zeros((*w.shape[:2], *(dilation * (k - 1) + 1 for k in w.shape[2:])))
    spread[:, :, ::dilation, ::dilation] = w
    images = []
    for image in x:
        around = [np.pad(channel, padding) for channel in image]
        maps = [
            sum(correlate2d(c, k, mode="valid")[::stride, ::stride] for c, k in zip(around, kernels)) + bias
            for kernels, bias in zip(spread, b)
        ]
        images.append(maps)
    return np.array(images)
