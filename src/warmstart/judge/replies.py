"""What a worker's frames say, after every one of them was doubted."""

from dataclasses import dataclass

from warmstart.judge.arrays import BufferReader
from warmstart.judge.frame import MalformedFrame
from warmstart.judge.printable import storable
from warmstart.judge.value import MalformedValue, decode
from warmstart.judge.watch import Reply


@dataclass(frozen=True, slots=True)
class Returned:
    """The call came back with this value."""

    value: object


@dataclass(frozen=True, slots=True)
class Raised:
    """The call raised. `memory`: a MemoryError of some kind. `trace`: the submission's own lines."""

    type: str
    message: str
    memory: bool = False
    trace: str = ""
    compiling: bool = False

    @property
    def sentence(self) -> str:
        return f"{self.type}: {self.message}" if self.message else self.type


def read_load(reply: Reply) -> Raised | None:
    """None: the module loaded. MalformedFrame: the frame says neither."""
    if reply.header == {"loaded": True}:
        return None
    if "failed" in reply.header:
        return _raised(reply.header["failed"])
    raise MalformedFrame("a first frame that does not say whether the module loaded")


def read_case(reply: Reply, index: int) -> Returned | Raised:
    """The result of case `index`. MalformedFrame: out of turn, or no result at all."""
    header = reply.header
    if header.get("case") != index or type(header.get("case")) is not int:
        raise MalformedFrame(f"case {index} was due")
    if "raised" in header:
        return _raised(header["raised"])
    if "value" not in header:
        raise MalformedFrame("a case without a result")
    try:
        return Returned(decode(header["value"], BufferReader(reply.buffers)))
    except (MalformedValue, RecursionError) as error:
        raise MalformedFrame(str(error)) from error


def _raised(report: object) -> Raised:
    if not isinstance(report, dict):
        raise MalformedFrame("an exception without its class")
    texts = [report.get(name, "") for name in ("type", "message", "trace")]
    if any(not isinstance(text, str) for text in texts):
        raise MalformedFrame("an exception whose text is no text")
    kind, message, trace = (storable(str(text)[:2000]) for text in texts)
    return Raised(kind, message, report.get("memory") is True, trace, report.get("compiling") is True)
