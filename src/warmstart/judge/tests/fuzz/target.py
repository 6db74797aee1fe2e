"""What must hold for any bytes: they are refused, or every value in them is one that we could have written.

With coverage guidance, which is no dependency of ours (`pip install atheris`; 5 minutes):

    python -m warmstart.judge.tests.fuzz.target -max_total_time=300 -max_len=4096 NEW_CORPUS \\
        src/warmstart/judge/tests/fuzz/corpus
    python -m warmstart.judge.tests.fuzz.target -merge=1 src/warmstart/judge/tests/fuzz/corpus NEW_CORPUS
"""

from warmstart.judge.arrays import InlineArrays
from warmstart.judge.compare import Tolerance, compare
from warmstart.judge.frame import FrameReader, FrameTooLong, MalformedFrame, open_frame
from warmstart.judge.literal import show
from warmstart.judge.replies import Raised, Returned, read_case, read_load
from warmstart.judge.value import canonical, decode, encode, strict_loads
from warmstart.judge.watch import Reply

EXACT = Tolerance(0.0, 0.0)


def hold(data: bytes) -> None:
    """AssertionError: garbage was accepted. Any other exception: a crash."""
    reader = FrameReader()
    try:
        for number, body in enumerate(reader.feed(data)):
            header, buffers = open_frame(body)
            reply = Reply(header, buffers, 0.0, 0.0, b"")
            if number == 0:
                read_load(reply)
                continue
            hold_result(read_case(reply, number - 1))
    except (FrameTooLong, MalformedFrame):
        return


def hold_result(result: Returned | Raised) -> None:
    if isinstance(result, Raised):
        assert result.sentence.encode("utf-8").count(b"\0") == 0
        return
    value = result.value
    again = decode(strict_loads(canonical(encode(value, InlineArrays()))), InlineArrays())
    assert compare(value, again, EXACT) is None, show(value, most=500)
