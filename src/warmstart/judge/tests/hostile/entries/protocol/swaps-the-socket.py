# Another socket takes the place of the job's: the worker answers nobody.
import os
import socket

near, far = socket.socketpair()
old = os.dup(3)
os.dup2(far.fileno(), 3)
os.write(old, frame({"loaded": True}))
