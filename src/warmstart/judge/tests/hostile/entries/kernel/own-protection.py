import os

attempt(
    no_dumping=(157, 4, 0, 0, 0, 0),
    set_mm=(157, 35, 1, 0, 0, 0),
    subreaper=(157, 36, 1, 0, 0, 0),
    securebits=(157, 28, 0, 0, 0, 0),
    ambient=(157, 47, 2, 0, 0, 0),
    keepcaps=(157, 8, 1, 0, 0, 0),
    mdwe=(157, 65, 1, 0, 0, 0),
    tsc=(157, 26, 2, 0, 0, 0),
    set_ptracer=(157, 0x59616D61, -1, 0, 0, 0),
    mlockall=(151, 3),
    mlock2=(325, 0, 4096, 0),
)
