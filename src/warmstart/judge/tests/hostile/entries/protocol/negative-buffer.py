send(frame({"loaded": True}) + frame(b'{"case":0,"value":1,"buffers":[-1,3]}', [b"xx"]))
