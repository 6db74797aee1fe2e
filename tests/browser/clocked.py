"""`warmstart` on another clock: real time and the seconds that a file names. Days are lived in a minute.

python tests/browser/clocked.py OFFSET-FILE up --no-browser ...
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.utils import timezone

from warmstart.cli.main import main

OFFSET = Path(sys.argv[1])


def now() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=float(OFFSET.read_text()))


if __name__ == "__main__":
    timezone.now = now
    sys.exit(main(sys.argv[2:]))
