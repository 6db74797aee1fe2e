send(frame({"loaded": True}) + frame({"case": 0, "raised": {"type": ["x"], "message": {}, "trace": 3}}))
