attempt(
    unshare_user=(272, 0x10000000),
    unshare_all=(272, 0x7C020000),
    setns=(308, 3, 0),
)
