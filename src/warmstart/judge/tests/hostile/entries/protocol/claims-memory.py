send(frame({"loaded": True}) + frame({"case": 0, "raised": {"type": "E", "message": "", "memory": True}}))
