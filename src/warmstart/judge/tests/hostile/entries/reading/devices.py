import os

for path in ("/dev/mem", "/dev/kmsg", "/dev/vda", "/dev/sda", "/dev/tty", "/dev/ptmx", "/dev/fuse", "/dev/kvm"):
    try:
        os.open(path, os.O_RDONLY)
        break
    except OSError:
        pass
else:
    raise PermissionError("no device")
