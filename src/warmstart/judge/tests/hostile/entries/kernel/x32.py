# The third table of x86_64: the same calls under numbers that a careless filter does not know.
attempt(getpid=(0x40000000 + 39,), fork=(0x40000000 + 57,), open=(0x40000000 + 2, 0, 0, 0))
