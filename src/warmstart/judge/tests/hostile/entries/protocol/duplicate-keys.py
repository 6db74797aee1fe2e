send(frame({"loaded": True}) + frame(b'{"case":0,"value":[0,0],"value":[0,1]}'))
