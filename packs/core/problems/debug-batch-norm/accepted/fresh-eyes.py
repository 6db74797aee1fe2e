import numpy as np


class BatchNorm:
    """Normalises each column; keeps running statistics for prediction."""

    def __init__(self, d, momentum, eps):
        self.momentum = momentum
        self.eps = eps
        self.gamma = np.ones(d)
        self.beta = np.zeros(d)
        self.running_mean = np.zeros(d)
        self.running_var = np.ones(d)
        self.training = True

    def forward(self, X):
        if self.training:
            mean = X.mean(axis=0)
            var = X.var(axis=0)
            self._remember(mean, X.var(axis=0, ddof=1))
        else:
            mean = self.running_mean
            var = self.running_var
        return (X - mean) / np.sqrt(var + self.eps) * self.gamma + self.beta

    def _remember(self, mean, var):
        """Move the running statistics towards those of a batch."""
        new = self.momentum
        self.running_mean = (1 - new) * self.running_mean + new * mean
        self.running_var = (1 - new) * self.running_var + new * var


class Dropout:
    """Switches units off at random while it trains."""

    def __init__(self, p, rng):
        self.p = p
        self.rng = rng
        self.training = True

    def forward(self, X):
        if not self.training:
            return X
        kept = self.rng.random(X.shape) >= self.p
        return X * kept / (1 - self.p)


class Block:
    """Batch normalisation, ReLU, dropout."""

    def __init__(self, d, momentum, eps, p, rng):
        self.norm = BatchNorm(d, momentum, eps)
        self.dropout = Dropout(p, rng)

    def train(self):
        self._set_mode(True)

    def predict(self):
        self._set_mode(False)

    def _set_mode(self, training):
        for layer in (self.norm, self.dropout):
            layer.training = training

    def forward(self, X):
        return self.dropout.forward(np.maximum(self.norm.forward(X), 0.0))
