raw_case(b"[1e400,-1e400]")
