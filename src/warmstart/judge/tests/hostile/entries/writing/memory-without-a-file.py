attempt(
    memfd_create=(319, 0, 0),
    memfd_secret=(447, 0),
    shmget=(29, 0, 4096, 0o1600),
    shmat=(30, 0, 0, 0),
    mq_open=(240, 0, 0, 0, 0),
    msgget=(68, 0, 0o1600),
    semget=(64, 0, 1, 0o1600),
)
