raw_case(b'{"$dict":[[[1],2]]}')
