raw_case(b'{"$nd":["<f8",[-1,-8],0]}', [bytes(64)])
