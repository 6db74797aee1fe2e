# fd 3 is a connected unix socket: no descriptor may leave over it, none of its names may change.
import socket

attempt(
    connect=(42, 3, 0, 0),
    bind=(49, 3, 0, 0),
    listen=(50, 3, 1),
    accept=(43, 3, 0, 0),
    accept4=(288, 3, 0, 0, 0),
    sendmsg=(46, 3, 0, 0),
    sendmmsg=(307, 3, 0, 0, 0),
    recvmsg=(47, 3, 0, 0),
    setsockopt=(54, 3, 1, 7, 0, 0),
)
