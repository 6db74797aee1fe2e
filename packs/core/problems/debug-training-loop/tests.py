import math

import autograd.numpy as anp
import numpy as np
from autograd import grad

_ABAB = np.array([[0, 1, 0, 1, 0]])
_CYCLE = np.array([[0, 1, 2, 0], [1, 2, 0, 1], [2, 0, 1, 2], [0, 1, 2, 0], [1, 2, 0, 1]])
_SHORT = np.array([[0, 1, 2, 1], [2, 0, -1, -1], [1, -1, -1, -1], [0, 2, 1, -1]])
_EMPTY = np.array([[0, 1, 1], [1, -1, -1], [0, -1, -1], [1, 0, 1]])

CASES = {
    "one-batch": (
        "after 0 comes 1 and after 1 comes 0, so the table must expect that",
        (_ABAB, 2, -1, 1.0, 3, 1),
    ),
    "two-batches": (
        "each batch's step uses its own gradient alone",
        (np.array([[0, 1, 1], [1, 0, 0]]), 2, -1, 0.5, 1, 1),
    ),
    "three-epochs": (
        "the gradient starts from zero in every epoch and in every batch",
        (_CYCLE, 3, -1, 0.5, 3, 5),
    ),
    "rest-of-one": ("five sequences in batches of two: the last one is used too", (_CYCLE, 3, -1, 1.0, 2, 2)),
    "batch-larger-than-all": ("a batch may be larger than all there is", (_CYCLE, 3, -1, 1.0, 2, 100)),
    "padded": ("padding is in no sum and in no count", (_SHORT, 3, -1, 1.0, 2, 2)),
    "padded-further": (
        "more padding changes nothing",
        (np.hstack([_SHORT, np.full((4, 4), -1)]), 3, -1, 1.0, 2, 2),
    ),
    "pad-above": (
        "the padding may be a number above the vocabulary",
        (np.where(_SHORT == -1, 9, _SHORT), 3, 9, 1.0, 2, 2),
    ),
    "a-batch-of-padding": ("a batch without a pair makes no step", (_EMPTY, 2, -1, 1.0, 2, 1)),
    "nothing-but-padding": (
        "where no pair counts the loss of an epoch is 0",
        (np.array([[1, -1], [0, -1]]), 2, -1, 1.0, 2, 1),
    ),
    "no-epochs": ("without epochs the table is zeros and there are no losses", (_CYCLE, 3, -1, 1.0, 0, 2)),
    "unequal-batches": (
        "the loss of an epoch is the mean over pairs, not over batches",
        (np.array([[0, 1, 1, 0], [1, 1, 0, 0], [0, -1, -1, -1], [1, 0, -1, -1]]), 2, -1, 2.0, 2, 2),
    ),
    "two-columns": (
        "two columns are one pair a sequence",
        (np.array([[0, 1], [1, 1], [0, 0]]), 2, -1, 1.0, 2, 2),
    ),
    "unseen-tokens": ("rows of tokens that are never an input stay zero", (_ABAB, 5, -1, 1.0, 2, 1)),
    "large-steps": (
        "a large learning rate makes large logits, and the loss stays finite",
        (_CYCLE, 3, -1, 300.0, 3, 2),
    ),
}

KEEP = {
    "no-epochs": "the smallest run there is",
    "unseen-tokens": "a table of the wrong size would show here",
    "two-columns": "the shortest sequences there are",
    "padded-further": "it is what the statement promises, and the hint asks for",
    "large-steps": "the given log_softmax must stay in use",
}

INVALID = {
    "one column": (np.array([[0], [1]]), 2, -1, 1.0, 1, 1),
    "a token too large": (np.array([[0, 2]]), 2, -1, 1.0, 1, 1),
    "padding in the middle": (np.array([[0, -1, 1]]), 2, -1, 1.0, 1, 1),
    "padding is a token": (np.array([[0, 1]]), 2, 1, 1.0, 1, 1),
    "batches of none": (np.array([[0, 1]]), 2, -1, 1.0, 1, 0),
    "floats": (np.array([[0.0, 1.0]]), 2, -1, 1.0, 1, 1),
    "no learning rate": (np.array([[0, 1]]), 2, -1, 0.0, 1, 1),
}


def gen(rng, size):
    vocabulary = rng.randint(2, 4)
    pad = rng.choice([-1, vocabulary, 50])
    m, t = 1 + size, 2 + rng.randint(0, 3)
    rows = []
    for _ in range(m):
        length = rng.randint(1, t)
        rows.append([rng.randrange(vocabulary) if k < length else pad for k in range(t)])
    return np.array(rows), vocabulary, pad, rng.choice([0.1, 1.0, 5.0]), rng.randint(1, 3), rng.randint(1, 4)


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 6, (
        "the arguments are sequences, vocabulary, pad, lr, epochs, size"
    )
    sequences, vocabulary, pad, lr, epochs, size = inp
    assert isinstance(sequences, np.ndarray) and sequences.dtype.kind == "i", (
        "sequences is an array of integers"
    )
    assert sequences.ndim == 2 and 1 <= len(sequences) <= 500, "sequences has shape (m, t), m from 1 to 500"
    assert 2 <= sequences.shape[1] <= 500, "sequences have 2 to 500 columns"
    assert type(vocabulary) is int and 1 <= vocabulary <= 100, "vocabulary is between 1 and 100"
    assert type(pad) is int and not 0 <= pad < vocabulary, "pad is no token"
    tokens = sequences != pad
    assert ((sequences >= 0) & (sequences < vocabulary) | ~tokens).all(), "entries are tokens or pad"
    assert not (tokens[:, 1:] & ~tokens[:, :-1]).any(), "padding stands at the end"
    assert tokens[:, 0].all(), "every sequence begins with a token"
    assert isinstance(lr, float) and 0 < lr <= 1000, "lr is above 0 and at most 1000"
    assert type(epochs) is int and 0 <= epochs <= 50, "epochs is between 0 and 50"
    assert type(size) is int and 1 <= size <= 1000, "size is between 1 and 1000"


def _observed(inp, W, losses):
    return {"W": W, "losses": losses, "sequences after": inp[0]}


def oracle(inp):
    """Pair by pair, on lists."""
    sequences, vocabulary, pad, lr, epochs, size = inp
    W = [[0.0] * vocabulary for _ in range(vocabulary)]
    losses = []
    for _ in range(epochs):
        of_epoch = []
        for start in range(0, len(sequences), size):
            rows = sequences[start : start + size].tolist()
            pairs = [(a, b) for row in rows for a, b in zip(row, row[1:]) if b != pad]
            slope = [[0.0] * vocabulary for _ in range(vocabulary)]
            for a, b in pairs:
                top = max(W[a])
                whole = math.fsum(math.exp(w - top) for w in W[a])
                of_epoch.append(math.log(whole) + top - W[a][b])
                for c in range(vocabulary):
                    slope[a][c] += (math.exp(W[a][c] - top) / whole - (b == c)) / len(pairs)
            W = [[w - lr * s for w, s in zip(*rows, strict=True)] for rows in zip(W, slope, strict=True)]
        losses.append(math.fsum(of_epoch) / len(of_epoch) if of_epoch else 0.0)
    return _observed(inp, np.array(W), losses)


def oracle2(inp):
    """Gradients by automatic differentiation of the batch's mean loss."""
    sequences, vocabulary, pad, lr, epochs, size = inp

    def loss(W, inputs, targets):
        top = anp.max(W, axis=1, keepdims=True)
        logs = W - top - anp.log(anp.sum(anp.exp(W - top), axis=1, keepdims=True))
        return -anp.mean(logs[inputs, targets])

    W, losses = np.zeros((vocabulary, vocabulary)), []
    for _ in range(epochs):
        total, count = 0.0, 0
        for batch in np.split(sequences, range(size, len(sequences), size)):
            at = np.argwhere(batch[:, 1:] != pad)
            if not len(at):
                continue
            inputs, targets = batch[at[:, 0], at[:, 1]], batch[at[:, 0], at[:, 1] + 1]
            total, count = total + float(loss(W, inputs, targets)) * len(at), count + len(at)
            W = W - lr * grad(loss)(W, inputs, targets)
        losses.append(total / count if count else 0.0)
    return _observed(inp, W, losses)


def run(sol, inp):
    sequences = inp[0].copy()
    W, losses = sol.train(sequences, *inp[1:])
    return {"W": W, "losses": losses, "sequences after": sequences}
