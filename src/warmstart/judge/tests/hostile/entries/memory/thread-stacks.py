import threading

threading.stack_size(64 << 20)
wait = threading.Event()
for _ in range(64):
    threading.Thread(target=wait.wait, daemon=True).start()
