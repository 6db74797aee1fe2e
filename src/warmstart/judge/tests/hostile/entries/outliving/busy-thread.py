import threading


def burn():
    while True:
        pass


threading.Thread(target=burn, daemon=True).start()
