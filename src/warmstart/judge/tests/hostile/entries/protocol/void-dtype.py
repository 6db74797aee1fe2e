raw_case(b'{"$nd":["V8",[2],0]}', [bytes(16)])
