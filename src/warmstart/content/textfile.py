"""Text files of a pack, read so that no bytes on disk can do more than cause a finding."""

import stat
from dataclasses import dataclass
from pathlib import Path

from warmstart.content.finding import Finding

MOST_BYTES = 4 * 2**20
"""Larger than any `cases.json` that V13 lets pass, small enough to read without thought."""

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text with `\\n` line ends; the path is kept for findings."""

    path: Path
    text: str

    def fault(self, line: int, message: str, mend: str) -> Finding:
        return Finding(self.path, max(line, 1), message, mend)


def read_text(path: Path) -> tuple[TextFile | None, list[Finding]]:
    """The text, or None where there is none to speak of; a BOM or a NUL is told and taken out."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            return None, [Finding(path, 1, "not a file", "put a text file here")]
        if status.st_size > MOST_BYTES:
            return None, [_too_large(path, status.st_size)]
        data = path.read_bytes()
    except FileNotFoundError:
        return None, [
            Finding(path, 1, "this file is missing", "write it; docs/pack-format.md says what is in it")
        ]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return None, [Finding(path, 1, f"cannot be read: {reason}", "make it a readable file")]
    return _decode(path, data)


def _too_large(path: Path, size: int) -> Finding:
    return Finding(path, 1, f"{size} bytes, more than {MOST_BYTES}", "split it or make it smaller")


def _decode(path: Path, data: bytes) -> tuple[TextFile | None, list[Finding]]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [
            Finding(path, line, f"byte 0x{data[error.start]:02x} is not UTF-8", "save the file as UTF-8")
        ]
    findings = []
    if text.startswith(_BOM):
        findings.append(Finding(path, 1, "starts with a byte order mark", "save as UTF-8 without BOM"))
        text = text.removeprefix(_BOM)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        findings.append(Finding(path, line, "has a NUL character", "delete it"))
        text = text.replace("\0", "")
    return TextFile(path, text.replace("\r\n", "\n")), findings
