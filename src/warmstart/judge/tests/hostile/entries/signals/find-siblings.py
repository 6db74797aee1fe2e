# Signal 0 tells as much as signal 9 would do.
import os

mine = os.getpid()
for pid in [*range(1, 300), *range(mine - 200, mine + 200)]:
    if pid > 0 and pid != mine:
        try:
            os.kill(pid, 0)
        except PermissionError:
            continue
        except ProcessLookupError:
            pass
        break  # the kernel looked: the filter did not
else:
    raise PermissionError("nobody to be reached")
