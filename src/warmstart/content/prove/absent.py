"""Libraries of the `prove` extra that are not installed: importing works, using says which is missing."""

import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from types import ModuleType

LIBRARIES = {
    "scipy": "scipy",
    "sklearn": "scikit-learn",
    "networkx": "networkx",
    "autograd": "autograd",
    "mlxtend": "mlxtend",
    "pandas": "pandas",  # what mlxtend takes its tables as
    "lightgbm": "lightgbm",
    "xgboost": "xgboost-cpu",
    "torch": "torch",
}
"""Modules that only oracles import, to the distribution that brings them."""


class LibraryMissing(Exception):
    """An oracle used a library that is not installed; the message is its distribution's name."""


class _Anything:
    """Stands for whatever would be imported; only using it fails."""

    def __init__(self, distribution: str) -> None:
        self.__distribution = distribution

    def __getattr__(self, name: str) -> "_Anything":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *arguments: object, **keywords: object) -> object:
        raise LibraryMissing(self.__distribution)


class _Stand(ModuleType):
    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything(LIBRARIES[self.__name__.split(".")[0]])


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.split(".")[0] in self._names:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Stand(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def stand_in(pretended: Sequence[str] = ()) -> None:
    """Let missing libraries, and those that shall count as missing, be imported from now on."""
    missing = {name for name in LIBRARIES if name in pretended or importlib.util.find_spec(name) is None}
    sys.meta_path.insert(0, _Finder(frozenset(missing)))
