raw_case(b'{"$eval":"1"}')
