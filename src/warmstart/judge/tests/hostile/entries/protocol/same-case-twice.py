send(frame({"loaded": True}))
for _ in range(20):
    send(frame({"case": 0, "value": [0, 1]}))
