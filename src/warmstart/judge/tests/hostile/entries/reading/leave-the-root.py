attempt(
    chdir=(80, 0),
    fchdir=(81, 0),
    chroot=(161, 0),
    pivot_root=(155, 0, 0),
    open_by_handle_at=(304, 0, 0, 0),
    name_to_handle_at=(303, 0, 0, 0, 0, 0),
    openat2=(437, 0, 0, 0, 0),
)
