# Each thread alone stays under the limit, and they release the GIL: both are over before the clock on
# the wall says so.
import hashlib, threading, time

used = 0.0


def burn():
    while time.thread_time() < 0.3:
        hashlib.pbkdf2_hmac("sha256", b"x", b"y", 5000)


threads = [threading.Thread(target=burn) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
