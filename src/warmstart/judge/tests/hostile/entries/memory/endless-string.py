def pair(xs, target):
    text = "x"
    while True:
        text += text
