"""Cheapest spanning forest: Kruskal's method with union-find."""


def spanning_forest(n: int, edges: list[tuple[int, int, int]]) -> list[int]:
    """Positions of edges (u, v, weight) that join all that can be joined, without rings, at the least sum."""
    # <starter>
    leader = list(range(n))
    chosen = []
    for position in sorted(range(len(edges)), key=lambda at: edges[at][2]):
        u, v, _ = edges[position]
        first, second = find(leader, u), find(leader, v)
        if first != second:
            leader[first] = second
            chosen.append(position)
    return chosen


def find(leader: list[int], node: int) -> int:
    """Representative of the node's group; every node on the way then skips one."""
    while leader[node] != node:
        leader[node] = leader[leader[node]]
        node = leader[node]
    return node
    # </starter>
