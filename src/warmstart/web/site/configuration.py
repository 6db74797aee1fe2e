"""What can be set, all of it: `WARMSTART_*` of the environment, read once into one frozen value."""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from os import pathsep
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from platformdirs import user_data_path

from warmstart import WarmstartError

PREFIX = "WARMSTART_"


class BadSetting(WarmstartError):
    """A variable holds what it must not; the message names it and what is allowed."""


def _setting(help_text: str, want: str, read: Callable[[str], object], **how: Any) -> Any:
    """A field. `shown`: the default in words, where its value would differ from machine to machine."""
    kept = {"help": help_text, "want": want, "read": read, "shown": how.pop("shown", None)}
    return field(metadata={**kept, "secret": how.pop("secret", False)}, **how)


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return read


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return read


def _folder(text: str) -> Path:
    if not text:
        raise ValueError(text)
    return Path(text).expanduser().absolute()


def _folders(text: str) -> tuple[Path, ...]:
    return tuple(_folder(part) for part in text.split(pathsep) if part)


def _hosts(text: str) -> tuple[str, ...]:
    hosts = tuple(part.strip() for part in text.split(",") if part.strip())
    if any("/" in host or "*" in host or " " in host for host in hosts):
        raise ValueError(text)
    return hosts


def _long_secret(text: str) -> str:
    if len(text) < 32:
        raise ValueError(text)
    return text


def _web_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.username:
        raise ValueError(text)
    return text.rstrip("/")


_LEVELS = ("debug", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Configuration:
    """Every setting there is. `secret_key` empty: the one kept in the data folder."""

    data_dir: Path = _setting(  # noqa: RUF009 - it returns a field
        "Folder of the database, the secret key and the lock: all that is yours.",
        "a folder",
        _folder,
        default_factory=lambda: user_data_path("warmstart"),
        shown="the user's data folder (`~/.local/share/warmstart` on Linux)",
    )
    packs: tuple[Path, ...] = _setting(
        f"Folders of packs beside the packs that come with Warmstart, parted by `{pathsep}`.",
        "folders that hold a `pack.toml`",
        _folders,
        default=(),
        shown="none",
    )
    port: int = _setting(
        "Port on 127.0.0.1; `--port` overrules it, 0 takes any free one.",
        "a whole number from 0 to 65535",
        _whole(0, 65535),
        default=8127,
    )
    hosts: tuple[str, ...] = _setting(
        "Further host names under which a browser may ask, parted by commas.",
        "host names, without `*` and without a scheme",
        _hosts,
        default=(),
        shown="none: 127.0.0.1, localhost and [::1] only",
    )
    judges: int = _setting(
        "Submissions judged at the same time; more than there are cores does not help.",
        "a whole number from 1 to 64",
        _whole(1, 64),
        default=2,
    )
    log_level: str = _setting(
        "What is written to standard error.", ", ".join(_LEVELS), _one_of(*_LEVELS), default="warning"
    )
    model_url: str = _setting(
        "OpenAI-compatible endpoint of a language model that may grade answers, up to and with `/v1`.",
        "an address such as `http://127.0.0.1:11434/v1`, without user, query or key",
        _web_address,
        default="",
        shown="none: nothing is sent anywhere",
    )
    model_name: str = _setting(
        "Which of the endpoint's models is asked.", "its name there", str, default="", shown="none"
    )
    model_seconds: int = _setting(
        "How long one reply of the model may take.",
        "a whole number from 1 to 600",
        _whole(1, 600),
        default=60,
    )
    model_key: str = _setting(
        "Key that is sent to the endpoint.", "the key", str, default="", secret=True, shown="none"
    )
    secret_key: str = _setting(
        "Key that signs sessions.",
        "at least 32 characters",
        _long_secret,
        default="",
        secret=True,
        shown="made at the first start and kept in the data folder",
    )


def read(environ: Mapping[str, str]) -> Configuration:
    """BadSetting: names the first variable that holds what it must not."""
    found: dict[str, Any] = {}
    for item in fields(Configuration):
        text = _text_of(item, environ)
        if text is not None:
            found[item.name] = _value(item, text)
    return Configuration(**found)


def variable(item: "Field[Any]") -> str:
    """Name in the environment."""
    return PREFIX + item.name.upper()


def _text_of(item: "Field[Any]", environ: Mapping[str, str]) -> str | None:
    name = variable(item)
    if name in environ:
        return environ[name]
    if item.metadata["secret"] and f"{name}_FILE" in environ:
        return _file_of(f"{name}_FILE", environ[f"{name}_FILE"])
    return None


def _file_of(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"{name}={path}: want a readable text file ({error})") from error


def _value(item: "Field[Any]", text: str) -> object:
    try:
        return item.metadata["read"](text)
    except ValueError as error:
        shown = "…" if item.metadata["secret"] else text
        raise BadSetting(f"{variable(item)}={shown}: want {item.metadata['want']}") from error


def page() -> str:
    """The text of docs/settings.md."""
    rows = [
        f"| `{variable(item)}` | {item.metadata['help']} | {item.metadata['want']} | {_default(item)} |"
        for item in fields(Configuration)
    ]
    return "\n".join(
        [
            _INTRODUCTION,
            "| variable | what it does | wants | default |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _default(item: "Field[Any]") -> str:
    return item.metadata["shown"] or f"`{item.default}`"


_INTRODUCTION = """\
# Settings

Warmstart at home needs none. This page is made from `warmstart.web.site.configuration`
(`python -m warmstart.web.site.configuration > docs/settings.md`); a test holds it to that.
A value that is not allowed stops the start with one sentence that names the variable.
A secret can also come from a file: `WARMSTART_SECRET_KEY_FILE=/path`.
"""

if __name__ == "__main__":
    print(page(), end="")
