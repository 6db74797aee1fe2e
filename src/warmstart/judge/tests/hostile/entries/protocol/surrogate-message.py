send(frame({"loaded": True}) + frame(b'{"case":0,"raised":{"type":"\\ud800","message":"\\udfff\\u0000","trace":"\\ud800"}}'))
