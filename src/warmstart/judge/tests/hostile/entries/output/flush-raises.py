import sys


class Stream:
    def write(self, text):
        raise SystemExit

    def flush(self):
        raise GeneratorExit


sys.stdout = sys.stderr = Stream()
