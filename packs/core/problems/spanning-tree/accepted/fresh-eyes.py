def spanning_forest(n: int, edges: list[tuple[int, int, int]]) -> list[int]:
    """Positions of edges (u, v, weight) that join all that can be joined, without rings, at the least sum."""
    parent = list(range(n))
    size = [1] * n

    def find(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    chosen = []
    for position in sorted(range(len(edges)), key=lambda i: edges[i][2]):
        u, v, _ = edges[position]
        u, v = find(u), find(v)
        if u == v:
            continue
        if size[u] < size[v]:
            u, v = v, u
        parent[v] = u
        size[u] += size[v]
        chosen.append(position)
    return chosen
