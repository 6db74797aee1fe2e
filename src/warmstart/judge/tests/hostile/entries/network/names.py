import socket

try:
    socket.getaddrinfo("localhost", 80)
except OSError as error:
    raise PermissionError("no names") from error
