import os, sys, tempfile

places = ["/tmp", "/var/tmp", "/dev/shm", "/dev", "/run", "/", ".", os.path.expanduser("~"), os.path.dirname(os.__file__)]
places += [p for p in sys.path if p]
for place in places:
    try:
        with open(f"{place}/warmstart-hostile", "w") as file:
            file.write("x")
        break
    except OSError:
        pass
else:
    raise PermissionError("nowhere to write")
