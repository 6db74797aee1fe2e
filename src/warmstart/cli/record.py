"""What the terminal judged goes into the log of the browser, where there is one."""

import importlib
import os
import sys
from datetime import UTC, datetime
from uuid import UUID

from warmstart import WarmstartError
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.verdict import Verdict
from warmstart.web.site import configuration, data_folder


def record(problem: FrozenProblem, source: bytes, verdict: Verdict) -> None:
    """Add a judged submission to the data folder's log; without a data folder there is nothing to add to.

    A log that cannot be written is told on stderr: the verdict stands all the same.
    """
    settings = configuration.read(os.environ)
    if not (settings.data_dir / data_folder.DATABASE).is_file():
        return
    # by name: these modules read Django's settings, which are known only now
    server = importlib.import_module("warmstart.web.site.server")
    try:
        server.set_up(settings.data_dir)
        terminal = importlib.import_module("warmstart.web.attempts.terminal")
        terminal.record_terminal_attempt(
            UUID(problem.id), problem.version, source, verdict, datetime.now(UTC)
        )
    except (WarmstartError, OSError, importlib.import_module("django.db").Error) as error:
        print(f"warmstart: judged, but not added to the log: {error}", file=sys.stderr)
