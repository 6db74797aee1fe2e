"""What runs under each peer: load the submission, call it for every input, write the outputs. No verdict.

    python -I -S peer_runner.py [SITE] < job > outputs

The job is marshal, the fastest there is, with arrays as ("array", dtype, shape, bytes). What a submission
wrote must not be unmarshalled, so outputs are a line of JSON, with {"array": [dtype, shape]} for each array,
and then the bytes of the arrays. SITE: folder of NumPy.
"""

import importlib
import json
import marshal
import sys


def main() -> None:
    numpy = None
    if sys.argv[1:]:
        sys.path.append(sys.argv[1])
        numpy = importlib.import_module("numpy")
    buffers: list[bytes] = []

    def decoded(value: object) -> object:
        if isinstance(value, tuple) and value[:1] == ("array",):
            assert numpy is not None
            _, dtype, shape, data = value
            return numpy.frombuffer(bytearray(data), dtype).reshape(shape)
        return value

    def encoded(value: object) -> object:
        if isinstance(value, tuple):
            return list(map(encoded, value))
        if numpy is not None and isinstance(value, numpy.ndarray):
            buffers.append(value.tobytes())
            return {"array": [value.dtype.str, value.shape]}
        return value

    source, entry, inputs = marshal.loads(sys.stdin.buffer.read())  # noqa: S302  the benchmark wrote it
    namespace: dict[str, object] = {}
    exec(compile(source, "solution.py", "exec"), namespace)  # noqa: S102  what the sandbox is for
    call = namespace[entry]
    assert callable(call)
    outputs = [encoded(call(*map(decoded, given))) for given in inputs]
    sys.stdout.buffer.write(b"\n".join([json.dumps(outputs).encode(), b"".join(buffers)]))


main()
