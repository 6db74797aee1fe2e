step = (1 << 61) - 1
raw_case(b'{"$set":[' + b",".join(b"%d" % (n * step) for n in range(200000)) + b"]}")
