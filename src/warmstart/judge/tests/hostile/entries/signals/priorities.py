import os

attempt(
    setpriority=(141, 0, 0, 19),
    sched_setscheduler=(144, 0, 1, 0),
    sched_setparam=(142, 0, 0),
    sched_setaffinity=(203, 0, 8, 0),
    ioprio_set=(251, 1, 0, 0),
)
