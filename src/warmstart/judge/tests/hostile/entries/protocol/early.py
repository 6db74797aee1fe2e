# Every frame of the job, well-formed, before a single case was run; the values are wrong.
send(frame({"loaded": True}))
for number in range(20):
    send(frame({"case": number, "value": [0, 0]}))
