# The right frames a byte at a time: slow, and right.
import pickle


def right(xs, target):
    seen = {}
    for j, x in enumerate(xs):
        if target - x in seen:
            return [seen[target - x], j]
        seen[x] = j


data = frame({"loaded": True})
for number, pickled in enumerate(pickled_inputs()):
    data += frame({"case": number, "value": right(*pickle.loads(pickled))})
for byte in data:
    send(bytes([byte]))
