raw_case(b'{"$nd":["O",[2],0]}', [bytes(16)])
