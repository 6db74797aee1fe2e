# A program in memory that no file system saw.
fd = libc.syscall(319, b"warmstart-hostile", 0)
attempt(
    memfd_create=(319, 0, 0),
    memfd_secret=(447, 0),
    execveat=(322, fd if fd > 0 else 1, 0, 0, 0, 0x1000),
    fexecve=(59, 0, 0, 0),
    uselib=(134, 0),
    pkey_mprotect=(329, 0, 0, 0, 0),
    process_madvise=(440, 3, 0, 0, 0, 0),
    remap_file_pages=(216, 0, 0, 0, 0, 0),
)
