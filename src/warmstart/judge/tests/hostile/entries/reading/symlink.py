import os

os.symlink("/etc/passwd", "warmstart-hostile-link")
open("warmstart-hostile-link").read()
