raw_case(b"[NaN,Infinity]")
