raw_case(b'{"$nd":["b1",[2],0]}', [b"\x02\xff"])
