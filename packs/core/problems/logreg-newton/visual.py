"""The probability surface after each Newton step, and that of the weights returned."""

import numpy as np

TITLE = "The probability surface, step by step"
INPUT = (
    np.array(
        [[0.6, 1.4], [1.6, 0.4], [1.1, 2.2], [2.3, 1.5], [0.2, 0.3], [2.6, 2.4], [-0.4, 1.0], [-0.8, -0.9],
         [-1.7, 0.6], [0.6, -1.6], [-2.2, -1.2], [1.0, -0.3], [-1.2, -2.3], [-0.3, -0.4]]
    ),
    np.array([1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1]),
    0.1,
    6,
)
SIDE = 20


def _chance(z):
    return (1 + np.tanh(z / 2)) / 2


def _view(X, y, w, b):
    low, high = X.min(axis=0) - 0.5, X.max(axis=0) + 0.5
    across = [low[0] + (c + 0.5) * (high[0] - low[0]) / SIDE for c in range(SIDE)]
    upward = [low[1] + (r + 0.5) * (high[1] - low[1]) / SIDE for r in range(SIDE)]
    field = [[round(float(_chance(u * w[0] + v * w[1] + b)), 3) for u in across] for v in upward]
    points = [
        {"x": u, "y": v, "group": label, "shape": "dot" if label else "ring"} for (u, v), label in zip(X.tolist(), y.tolist())
    ]
    return {
        "kind": "plot",
        "x": {"label": "feature 0", "min": float(low[0]), "max": float(high[0])},
        "y": {"label": "feature 1", "min": float(low[1]), "max": float(high[1])},
        "points": points,
        "field": field,
    }


def _loss(A, y, lam, theta):
    z = A @ theta
    return float((np.logaddexp(0, z) - y * z).sum() + lam / 2 * theta[:-1] @ theta[:-1])


def frames(inp, out):
    X, y, lam, steps = inp
    A, theta = np.column_stack([X, np.ones(len(X))]), np.zeros(3)
    D = np.diag([lam, lam, 0.0])
    shown = [
        {
            "caption": f"Before the first step w and b are 0, so every point has the probability 1/2 and the loss is "
            f"{_loss(A, y, lam, theta):.4f}; filled points have the label 1, rings the label 0.",
            "view": _view(X, y, theta[:2], theta[2]),
        }
    ]
    for step in range(1, steps + 1):
        p = _chance(A @ theta)
        weights, before = p * (1 - p), _loss(A, y, lam, theta)
        theta = theta - np.linalg.solve((A.T * weights) @ A + D, A.T @ (p - y) + D @ theta)
        after = _loss(A, y, lam, theta)
        shown.append(
            {
                "caption": f"Step {step} weights each row by its p (1 - p), now from {weights.min():.3f} to {weights.max():.3f}, "
                f"and jumps to the lowest point of that parabola: the loss falls by {before - after:.2g} to {after:.4f}.",
                "view": _view(X, y, theta[:2], theta[2]),
            }
        )
    w, b, losses = out["returned"]
    w, b = np.asarray(w, dtype=float), float(b)
    right = int(((X @ w + b > 0) == (y == 1)).sum())
    shown.append(
        {
            "caption": f"This is the surface of the weights returned, w = ({w[0]:.3f}, {w[1]:.3f}) and b = {b:.3f}, with a loss of "
            f"{float(losses[-1]):.4f}: {right} of {len(y)} points lie on their side of probability 1/2.",
            "view": _view(X, y, w, b),
        }
    )
    return shown
