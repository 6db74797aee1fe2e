# Two threads: one returns a list, the other one changes it while it is being written.
import threading

result = [0, 1]


def move():
    while True:
        result.append(0)
        result.clear()
        result.extend((0, 1))


threading.Thread(target=move, daemon=True).start()


def pair(xs, target):
    return result
