# Every right answer by hand, then work that nobody asked for.
import pickle


def right(xs, target):
    seen = {}
    for j, x in enumerate(xs):
        if target - x in seen:
            return [seen[target - x], j]
        seen[x] = j


send(frame({"loaded": True}))
for number, pickled in enumerate(pickled_inputs()):
    send(frame({"case": number, "value": right(*pickle.loads(pickled))}))
while True:
    pass
