import numpy as np


def gradients(X, Y, params):
    W1, b1, W2, b2 = params
    n = len(X)
    z = X @ W1 + b1
    a = np.maximum(z, 0)
    err = a @ W2 + b2 - Y
    loss = float((err * err).sum() / (2 * n))
    do = err / n
    dW2 = a.T @ do
    db2 = do.sum(axis=0)
    dz = (do @ W2.T) * (z > 0)
    dW1 = X.T @ dz
    db1 = dz.sum(axis=0)
    return loss, (dW1, db1, dW2, db2)


def train(X, Y, params, lr, steps):
    params = tuple(p.copy() for p in params)
    losses = []
    for _ in range(steps):
        loss, grads = gradients(X, Y, params)
        losses.append(loss)
        params = tuple(p - lr * g for p, g in zip(params, grads))
    losses.append(gradients(X, Y, params)[0])
    return params, losses
