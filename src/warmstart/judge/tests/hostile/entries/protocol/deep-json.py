raw_case(b"[" * 1000000)
