class Stay:
    def __del__(self):
        while True:
            pass


kept = Stay()
