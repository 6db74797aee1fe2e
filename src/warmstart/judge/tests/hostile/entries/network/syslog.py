import socket

a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
a.sendto(b"<1>warmstart-hostile", "/dev/log")
