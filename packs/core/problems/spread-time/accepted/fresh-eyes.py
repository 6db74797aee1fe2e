def spread_time(grid):
    h, w = len(grid), len(grid[0])
    cells = [list(row) for row in grid]
    front = [(r, c) for r in range(h) for c in range(w) if grid[r][c] == "*"]
    healthy = sum(row.count(".") for row in grid)
    minutes = 0
    while healthy and front:
        minutes += 1
        new = []
        for r, c in front:
            for rr, cc in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
                if 0 <= rr < h and 0 <= cc < w and cells[rr][cc] == ".":
                    cells[rr][cc] = "*"
                    healthy -= 1
                    new.append((rr, cc))
        front = new
    return None if healthy else minutes
