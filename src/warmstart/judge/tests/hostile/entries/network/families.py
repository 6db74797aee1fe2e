attempt(
    unix=(41, 1, 1, 0),
    inet=(41, 2, 1, 0),
    inet_raw=(41, 2, 3, 1),
    inet6=(41, 10, 2, 0),
    netlink=(41, 16, 3, 0),
    packet=(41, 17, 3, 0),
    alg=(41, 38, 5, 0),
    vsock=(41, 40, 1, 0),
    pair_of_datagrams=(53, 1, 2, 0, 0),
    pair_of_tipc=(53, 30, 1, 0, 0),
)
