def pair(xs, target):
    while True:
        print("x" * 1000)
