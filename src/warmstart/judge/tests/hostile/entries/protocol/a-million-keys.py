raw_case(b"{" + b",".join(b'"%x":0' % n for n in range(400000)) + b"}")
