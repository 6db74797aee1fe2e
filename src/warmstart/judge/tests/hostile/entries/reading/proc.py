import os

for path in (
    "/proc/self/environ",
    "/proc/1/environ",
    f"/proc/{os.getppid()}/environ",
    "/proc/self/maps",
    "/proc/self/fd/3",
    "/proc/self/root/etc/passwd",
    "/proc/self/cmdline",
    "/proc/1/cmdline",
    "/proc/cpuinfo",
):
    try:
        open(path).read()
        break
    except OSError:
        pass
else:
    raise PermissionError("no /proc")
