raw_case(b'"\xff\xfe"')
