import os, resource

try:
    resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (0, 0))
except (PermissionError, ProcessLookupError) as error:
    raise PermissionError("not of others") from error
