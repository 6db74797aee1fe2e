send(frame({"loaded": True}))
for number in reversed(range(20)):
    send(frame({"case": number, "value": [0, 1]}))
