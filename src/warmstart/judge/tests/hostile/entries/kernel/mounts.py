attempt(
    mount=(165, 0, 0, 0, 0, 0),
    umount2=(166, 0, 2),
    fsopen=(430, 0, 0),
    open_tree=(428, 0, 0, 0),
    move_mount=(429, 0, 0, 0, 0, 0),
    mount_setattr=(442, 0, 0, 0, 0, 0),
)
