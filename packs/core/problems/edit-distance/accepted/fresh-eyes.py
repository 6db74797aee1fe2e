def edit_script(a, b):
    n, m = len(a), len(b)
    D = [list(range(m + 1))]
    for i in range(1, n + 1):
        up = D[-1]
        row = [i]
        for j in range(1, m + 1):
            if a[i - 1] == b[j - 1]:
                row.append(up[j - 1])
            else:
                row.append(1 + min(up[j - 1], up[j], row[-1]))
        D.append(row)
    i, j = n, m
    script = []
    while i or j:
        if i and j and a[i - 1] == b[j - 1]:
            script.append(("keep", a[i - 1]))
            i, j = i - 1, j - 1
        elif i and j and D[i][j] == D[i - 1][j - 1] + 1:
            script.append(("replace", b[j - 1]))
            i, j = i - 1, j - 1
        elif i and D[i][j] == D[i - 1][j] + 1:
            script.append(("delete", a[i - 1]))
            i -= 1
        else:
            script.append(("insert", b[j - 1]))
            j -= 1
    script.reverse()
    return D[n][m], script
