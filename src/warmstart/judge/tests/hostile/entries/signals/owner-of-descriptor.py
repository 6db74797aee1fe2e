# F_SETOWN with F_SETSIG makes the kernel send any signal to any process of the same user.
import fcntl, os

fcntl.fcntl(3, fcntl.F_SETOWN, os.getppid())
fcntl.fcntl(3, 10, 9)
