def region_sizes(grid):
    if not grid:
        return []
    h, w = len(grid), len(grid[0])
    seen = [[False] * w for _ in range(h)]
    sizes = []
    for r0 in range(h):
        for c0 in range(w):
            if seen[r0][c0]:
                continue
            colour = grid[r0][c0]
            seen[r0][c0] = True
            stack = [(r0, c0)]
            size = 0
            while stack:
                r, c = stack.pop()
                size += 1
                for rr, cc in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
                    if 0 <= rr < h and 0 <= cc < w and not seen[rr][cc] and grid[rr][cc] == colour:
                        seen[rr][cc] = True
                        stack.append((rr, cc))
            sizes.append(size)
    sizes.sort(reverse=True)
    return sizes
