while True:
    send(b"\0" * 65536)
