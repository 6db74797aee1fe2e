import mmap

kept = []
while True:
    kept.append(mmap.mmap(-1, 4 << 20))
    for offset in range(0, 4 << 20, 4096):
        kept[-1][offset] = 1
