# More filters and rules of its own: one that notifies would let it answer the worker's system calls.
attempt(
    seccomp_strict=(317, 0, 0, 0),
    seccomp_filter=(317, 1, 8, 0),
    seccomp_notify=(317, 3, 0, 0),
    prctl_seccomp=(157, 22, 1, 0, 0, 0),
    prctl_ptracer=(157, 0x59616D61, -1, 0, 0, 0),
    ptrace_traceme=(101, 0, 0, 0, 0),
    landlock=(444, 0, 0, 1),
    landlock_restrict=(446, 3, 0),
    syscall_user_dispatch=(157, 59, 1, 0, 0, 0),
    membarrier=(324, 0, 0, 0),
    kcmp=(312, 1, 2, 0, 0, 0),
    name_to_handle_at=(303, -100, 0, 0, 0, 0),
    open_tree=(428, -100, 0, 1),
)
