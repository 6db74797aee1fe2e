# Names under which a process's own descriptors can be opened anew.
import os

for path in ("/proc/self/fd/3", "/proc/thread-self/fd/1", "/dev/fd/3", "/dev/stdin", "/dev/stdout", "/proc/1/fd/0"):
    for flags in (os.O_RDONLY | os.O_NONBLOCK, os.O_RDWR, os.O_WRONLY | os.O_APPEND):
        try:
            os.open(path, flags)
        except OSError:
            continue
        raise SystemExit(f"{path} can be reached")
raise LookupError("no way round")
