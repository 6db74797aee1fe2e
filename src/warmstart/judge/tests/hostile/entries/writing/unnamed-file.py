import os

os.open("/tmp", os.O_TMPFILE | os.O_RDWR)
