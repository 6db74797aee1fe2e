marks = job().mark * 4096
while True:
    os.write(1, marks)
