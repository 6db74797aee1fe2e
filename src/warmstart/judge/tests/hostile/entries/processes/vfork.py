attempt(fork=(57,), vfork=(58,))
