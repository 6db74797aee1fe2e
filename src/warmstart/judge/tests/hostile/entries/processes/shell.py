import os

if os.system("true") != 0:
    raise PermissionError("no shell")
