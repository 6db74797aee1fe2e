import numpy as np


def best_split(
    X: np.ndarray, g: np.ndarray, h: np.ndarray, lam: float, gamma: float, min_child_weight: float
) -> tuple[int, float, bool, float, float, float] | None:
    G, H = g.sum(), h.sum()
    parent = G * G / (H + lam)
    found = []
    for f in range(X.shape[1]):
        column = X[:, f].astype(np.float64)
        present = np.flatnonzero(~np.isnan(column))
        order = present[np.argsort(column[present], kind="stable")]
        v = column[order]
        cut = np.flatnonzero(v[:-1] < v[1:])
        if len(cut) == 0:
            continue
        thresholds = (v[cut] + v[cut + 1]) / 2
        cg, ch = np.cumsum(g[order]), np.cumsum(h[order])
        mg, mh = G - cg[-1], H - ch[-1]
        # rows: thresholds, columns: missing left, missing right
        GL = np.stack([cg[cut] + mg, cg[cut]], axis=1)
        HL = np.stack([ch[cut] + mh, ch[cut]], axis=1)
        GR, HR = G - GL, H - HL
        gain = 0.5 * (GL**2 / (HL + lam) + GR**2 / (HR + lam) - parent) - gamma
        gain[(HL < min_child_weight) | (HR < min_child_weight)] = -np.inf
        found.append((f, thresholds, gain, -GL / (HL + lam), -GR / (HR + lam)))
    best = max((item[2].max() for item in found), default=-np.inf)
    if not best > 1e-9:
        return None
    for f, thresholds, gain, wl, wr in found:
        ok = np.flatnonzero(gain.ravel() >= best - 1e-9)
        if len(ok):
            i, side = divmod(int(ok[0]), 2)
            return (f, float(thresholds[i]), side == 0, float(gain[i, side]), float(wl[i, side]), float(wr[i, side]))
    return None
