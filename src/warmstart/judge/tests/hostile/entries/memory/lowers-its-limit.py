# The only limit that may be lowered, so low that the worker's own code finds no memory.
import resource

taken = []


def pair(xs, target):
    resource.setrlimit(resource.RLIMIT_AS, (1, 1))
    try:
        while True:
            taken.append(bytearray(2**16))
    except MemoryError:
        pass
    return [0, 0]
