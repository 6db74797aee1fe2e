send(frame({"failed": {"type": "SyntaxError", "message": "invented", "compiling": True}}))
