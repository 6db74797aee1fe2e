"""What a stack gives to the process that will run submissions: its modules loaded, warmed by use."""

import importlib
import pickle
import socket
import sys
from dataclasses import dataclass
from importlib.machinery import PathFinder

from warmstart.judge import worker
from warmstart.judge.stacks import STACKS, Stack


@dataclass(frozen=True, slots=True)
class Kit:
    """A stack, ready. load_query: None where the stack has no queries."""

    stack: Stack
    sink: worker.SinkMaker
    seed: worker.Seeder
    load_query: worker.QueryLoader | None


def prepare(name: str, own_path: tuple[str, ...]) -> Kit:
    """Import the stack's modules and run its snippet; forgets `own_path`, where they were found."""
    stack = STACKS[name]
    _load(stack, own_path)
    sink, seed = _array_tools(stack)
    _warm(stack, sink, seed)
    sys.path[:] = [p for p in sys.path if p not in own_path]
    return Kit(stack, sink, seed, _query_loader(stack))


class _Only:
    """Finder that hides what else lies beside: scikit-learn would load rich, which no jail can read."""

    def __init__(self, modules: frozenset[str], beside: tuple[str, ...]) -> None:
        self._known = modules | {"warmstart"}
        self._beside = beside

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if path is None and name not in self._known and PathFinder.find_spec(name, self._beside):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _load(stack: Stack, own_path: tuple[str, ...]) -> None:
    only = _Only(stack.modules, own_path)
    sys.meta_path.insert(0, only)
    for name in stack.imports:
        importlib.import_module(name)
    sys.meta_path.remove(only)


def _array_tools(stack: Stack) -> tuple[worker.SinkMaker, worker.Seeder]:
    if "numpy" not in stack.imports:
        return worker.PlainSink, lambda seed: None
    arrays = importlib.import_module("warmstart.judge.arrays")
    numpy = importlib.import_module("numpy")
    return arrays.BufferWriter, numpy.random.seed


def _query_loader(stack: Stack) -> worker.QueryLoader | None:
    sql = sys.modules.get("warmstart.judge.sql") if "sqlite3" in stack.imports else None
    return None if sql is None else sql.load


def _warm(stack: Stack, sink: worker.SinkMaker, seed: worker.Seeder) -> None:
    """A whole job against a pair of sockets nobody else sees, twice: one that works, one that raises."""
    near, far = socket.socketpair()
    near.setblocking(False)
    inputs = tuple(pickle.dumps(x) for x in (([3, 1, 2], 5), ([3], "x", 1)))
    for source in (stack.snippet, "def broken(:"):
        worker.work(far.fileno(), worker.Job(source, "main", inputs), sink, seed)
    near.close()
    far.close()
