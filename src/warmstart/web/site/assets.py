"""Static files under names that carry their content, so that a browser may keep them for ever."""

from functools import cache
from hashlib import sha256
from os import stat_result
from pathlib import Path, PurePosixPath

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]

_OWN = frozenset({".css", ".js", ".svg"})


def hashed_name(name: str, path: str | Path) -> str:
    """`site/house.css` -> `site/house.0123456789ab.css`; names that esbuild hashed stay as they are."""
    pure = PurePosixPath(name)
    if pure.suffix not in _OWN or pure.parts[0] == "dist":
        return name
    digest = sha256(Path(path).read_bytes()).hexdigest()[:12]
    return str(pure.with_name(f"{pure.stem}.{digest}{pure.suffix}"))


@cache
def _url_name(name: str) -> str:
    found = finders.find(name)
    return hashed_name(name, found) if found else name


class Hashed(StaticFilesStorage):
    """`{% static %}` writes the hashed name."""

    def url(self, name: str | None) -> str:
        return str(super().url(_url_name(name or "")))


class Assets(WhiteNoiseMiddleware):  # type: ignore[misc]  # whitenoise has no types
    """Serves each file under its own and under its hashed name."""

    def add_file_to_dictionary(
        self, url: str, path: str, stat_cache: dict[str, stat_result] | None = None
    ) -> None:
        super().add_file_to_dictionary(url, path, stat_cache=stat_cache)
        name = url.removeprefix(self.static_prefix)
        hashed = hashed_name(name, path)
        if hashed != name:
            super().add_file_to_dictionary(self.static_prefix + hashed, path, stat_cache=stat_cache)
