with open("/proc/self/mem", "r+b") as memory:
    memory.seek(id(memory))
    memory.write(b"x")
