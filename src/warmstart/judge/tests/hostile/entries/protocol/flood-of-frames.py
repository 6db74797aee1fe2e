data = frame({"loaded": True}) + b"".join(frame({"case": n, "value": None}) for n in range(100000))
while True:
    send(data)
