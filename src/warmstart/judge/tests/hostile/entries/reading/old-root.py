import os

for path in ("/.before", "/.old_root", "/proc/1/root", "/..", "/../etc", "/etc", "/root/.ssh", "/home", "/sys"):
    try:
        if path != "/.." and os.listdir(path):
            break
        if "passwd" in os.listdir(path + "/etc"):
            break
    except OSError:
        pass
else:
    raise PermissionError("nothing but our own root")
