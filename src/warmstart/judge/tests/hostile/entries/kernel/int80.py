# mov eax, 2 (fork of 32-bit Linux); int 0x80; ret
import ctypes, mmap

code = bytes.fromhex("b802000000cd80c3")
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(code)
address = ctypes.addressof(ctypes.c_char.from_buffer(page))
if ctypes.CFUNCTYPE(ctypes.c_int)(address)() < 0:
    raise PermissionError("refused")
