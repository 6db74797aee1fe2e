"""Lines of the server's log: a constant message, then its facts."""

import logging

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
# Django passes the request itself along, which tells nothing that the message does not.
_LEFT_OUT = frozenset({"request", "status_code", "server_time"})


class FactsFormatter(logging.Formatter):
    """Appends what a call passed as `extra`: `not judged submission=... why=...`."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        facts = {name: value for name, value in vars(record).items() if name not in _OWN | _LEFT_OUT}
        return " ".join(
            [super().formatMessage(record), *(f"{name}={value}" for name, value in facts.items())]
        )
