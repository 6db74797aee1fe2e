import fcntl, os, struct

fcntl.ioctl(3, 0x8901, struct.pack("i", os.getppid()))
