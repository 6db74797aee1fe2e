def broken():
    pass


broken.__code__ = broken.__code__.replace(co_code=b"\x64\xff" * 4000, co_stacksize=1)
