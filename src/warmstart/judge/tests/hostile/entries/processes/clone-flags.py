# clone: with a parent shared, with new namespaces, traced, and with half of what makes a thread.
attempt(
    parent=(56, 0x8000 | 17, 0, 0, 0, 0),
    user=(56, 0x10000000 | 17, 0, 0, 0, 0),
    network=(56, 0x40000000 | 17, 0, 0, 0, 0),
    files=(56, 0x00000400 | 17, 0, 0, 0, 0),
    no_sighand=(56, 0x00010100, 0, 0, 0, 0),
    clone3=(435, 0, 0),
)
