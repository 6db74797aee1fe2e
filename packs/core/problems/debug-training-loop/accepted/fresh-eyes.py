import numpy as np


def pairs_of(batch, pad):
    """Inputs and targets of all pairs of a batch that count, as two flat arrays."""
    inputs = batch[:, :-1].ravel()
    targets = batch[:, 1:].ravel()
    counts = targets != pad
    return inputs[counts], targets[counts]


def log_softmax(logits):
    """Of each row."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def batches(sequences, size):
    """The sequences in their order, `size` at a time."""
    for start in range(0, len(sequences), size):
        yield sequences[start : start + size]


def train(sequences, vocabulary, pad, lr, epochs, size):
    """The table of logits after training, and the mean loss of each epoch."""
    W = np.zeros((vocabulary, vocabulary))
    losses = []
    for _ in range(epochs):
        total, count = 0.0, 0
        for batch in batches(sequences, size):
            inputs, targets = pairs_of(batch, pad)
            logs = log_softmax(W[inputs])
            place = np.arange(len(targets))
            total -= logs[place, targets].sum()
            count += len(targets)
            errors = np.exp(logs)
            errors[place, targets] -= 1
            grad = np.zeros_like(W)
            np.add.at(grad, inputs, errors / len(targets))
            W = W - lr * grad
        losses.append(float(total / count) if count else 0.0)
    return W, losses
