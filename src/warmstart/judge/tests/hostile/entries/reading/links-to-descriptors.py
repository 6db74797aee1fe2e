# Names under which descriptors can be opened anew: its own socket, and all but /dev/null of its parent.
import os

names = [f"/proc/{pid}/fd/{n}" for pid in (1, os.getppid()) for n in range(3, 20)]
for path in ("/proc/self/fd/3", "/proc/thread-self/fd/3", "/dev/fd/3", *names):
    for flags in (os.O_RDONLY | os.O_NONBLOCK, os.O_RDWR, os.O_WRONLY | os.O_APPEND):
        try:
            os.open(path, flags)
        except OSError:
            continue
        raise SystemExit(f"{path} can be reached")
raise LookupError("no way round")
