# Writes on the job's own socket, as the judge's worker does.
import json, os, struct, sys


def body(header, buffers=()):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("!I", len(text)) + text + b"".join(buffers)


def frame(header, buffers=()):
    data = body(header, buffers)
    return struct.pack("!I", len(data)) + data


def send(data):
    data = memoryview(data)
    while data:
        data = data[os.write(3, data) :]


def raw_case(value, buffers=()):
    """The first frames of a job whose case 0 has `value`, JSON text as it is."""
    tail = b',"buffers":[%s]' % b",".join(b"%d" % len(b) for b in buffers) if buffers else b""
    send(frame({"loaded": True}) + frame(b'{"case":0,"value":' + value + tail + b"}", buffers))


def job():
    """The job, out of the frames of the code that runs us."""
    f = sys._getframe()
    while f is not None:
        found = f.f_locals.get("job")
        if hasattr(found, "inputs"):
            return found
        f = f.f_back


def pickled_inputs():
    return job().inputs
