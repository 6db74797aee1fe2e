"""What goes wrong while a jail is built; never what jailed code does."""

import os

from warmstart import WarmstartError


class JailError(WarmstartError):
    """A step of closing the jail failed. The process must not run anybody's code: end it.

    step: what was tried, in words. errno: the kernel's answer, 0 where it was not the kernel's.
    """

    def __init__(self, step: str, errno: int = 0) -> None:
        super().__init__(f"{step}: {os.strerror(errno)}" if errno else step)
        self.step = step
        self.errno = errno
