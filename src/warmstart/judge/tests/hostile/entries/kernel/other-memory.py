import os

pid = os.getppid()
attempt(
    ptrace_attach=(101, 16, pid, 0, 0),
    ptrace_seize=(101, 0x4206, pid, 0, 0),
    ptrace_traceme=(101, 0, 0, 0, 0),
    process_vm_readv=(310, pid, 0, 0, 0, 0, 0),
    process_vm_writev=(311, pid, 0, 0, 0, 0, 0),
    process_madvise=(440, 3, 0, 0, 0, 0),
    kcmp=(312, pid, pid, 0, 0, 0),
    migrate_pages=(256, pid, 0, 0, 0),
    move_pages=(279, pid, 0, 0, 0, 0, 0),
)
