# 64 MB of arrays whose every byte has to be 0 or 1.
big = bytes(15 << 20)
raw_case(b'{"$nd":["b1",[%d],0]}' % len(big), [big])
for number in range(1, 4):
    text = b'{"case":%d,"value":{"$nd":["b1",[%d],0]},"buffers":[%d]}' % (number, len(big), len(big))
    send(frame(text, [big]))
