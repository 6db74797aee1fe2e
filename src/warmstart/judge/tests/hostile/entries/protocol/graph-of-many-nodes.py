raw_case(b'{"$graph":{"n":2147483647,"directed":true,"edges":[]}}')
