import os

pid = os.getppid()
attempt(
    tkill=(200, pid, 0),
    tgkill=(234, pid, pid, 0),
    rt_sigqueueinfo=(129, pid, 0, 0),
    rt_tgsigqueueinfo=(297, pid, pid, 0, 0),
    pidfd_open=(434, pid, 0),
    pidfd_send_signal=(424, 3, 0, 0, 0),
    pidfd_getfd=(438, 3, 0, 0),
)
