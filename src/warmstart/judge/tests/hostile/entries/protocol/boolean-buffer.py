send(frame({"loaded": True}) + frame(b'{"case":false,"value":1,"buffers":[true]}', [b"x"]))
