step = (1 << 61) - 1
raw_case(b'{"$set":[' + b",".join(b'{"$tuple":[%d]}' % (n * step) for n in range(100000)) + b"]}")
