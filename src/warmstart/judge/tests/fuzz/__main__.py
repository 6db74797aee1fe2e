"""Fuzz with coverage guidance, which is no dependency of ours (`pip install atheris`).

In this folder, with an empty folder NEW:

python -m warmstart.judge.tests.fuzz -max_total_time=300 -max_len=2048 NEW corpus
python -m warmstart.judge.tests.fuzz -merge=1 corpus NEW
"""

import importlib
import sys


def main() -> None:
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["warmstart.judge", "json"]):
        target = importlib.import_module("warmstart.judge.tests.fuzz.target")
    atheris.Setup(sys.argv, target.hold)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
