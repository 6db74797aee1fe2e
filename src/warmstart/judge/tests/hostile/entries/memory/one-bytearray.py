kept = bytearray(8 << 30)
