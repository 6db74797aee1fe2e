# Every key has the hash 0: a dict of them takes the square of their number to build.
step = (1 << 61) - 1
raw_case(b'{"$dict":[' + b",".join(b"[%d,0]" % (n * step) for n in range(200000)) + b"]}")
