import numpy as np


class PCA:
    def __init__(self, k: int, whiten: bool = False) -> None:
        self.k = k
        self.whiten = whiten

    def fit(self, X):
        n, d = X.shape
        if self.k > min(n - 1, d):
            raise ValueError("k")
        A = X.astype(np.float64)
        mu = A.mean(axis=0)
        C = A - mu
        _, s, Vt = np.linalg.svd(C, full_matrices=False)
        V = Vt[: self.k]
        big = np.argmax(np.abs(V), axis=1)
        signs = np.sign(V[np.arange(self.k), big])
        V = V * signs[:, None]
        var = s[: self.k] ** 2 / (n - 1)
        total = (s ** 2).sum() / (n - 1)
        self.mean = mu.astype(X.dtype)
        self.components = V.astype(X.dtype)
        self.variance = var.astype(X.dtype)
        self.ratio = (var / total).astype(X.dtype)
        return self

    def transform(self, Z):
        T = (Z - self.mean) @ self.components.T
        if self.whiten:
            T = T / np.sqrt(self.variance)
        return T

    def inverse(self, T):
        if self.whiten:
            T = T * np.sqrt(self.variance)
        return T @ self.components + self.mean
