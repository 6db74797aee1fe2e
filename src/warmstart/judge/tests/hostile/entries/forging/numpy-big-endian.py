def scale(xs):
    return (xs * 2).astype(">f8")
