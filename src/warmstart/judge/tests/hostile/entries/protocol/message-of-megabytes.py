send(frame({"loaded": True}) + frame({"case": 0, "raised": {"type": "x" * 10**6, "message": "y" * 10**6, "trace": "z" * 10**6}}))
