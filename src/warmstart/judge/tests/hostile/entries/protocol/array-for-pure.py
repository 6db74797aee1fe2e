# A pure problem; the reader of arrays is there all the same.
raw_case(b'{"$nd":["<i8",[2],0]}', [bytes(16)])
