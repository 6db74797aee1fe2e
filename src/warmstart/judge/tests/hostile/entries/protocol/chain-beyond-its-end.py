raw_case(b'{"$chain":{"values":[1,2],"cycle":9,"other":null}}')
