import os, threading


def babble():
    while True:
        os.write(3, b"\0\0\0\x06\0\0\0\x02{}")


threading.Thread(target=babble, daemon=True).start()
