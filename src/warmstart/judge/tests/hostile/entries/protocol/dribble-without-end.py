import time

send(b"\0\0\x10\0")
while True:
    send(b"x")
    time.sleep(0.01)
