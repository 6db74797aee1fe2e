"""Dijkstra's algorithm with a heap whose out-of-date pairs are dropped."""

# <starter>
import heapq
# </starter>


def cheapest_routes(
    n: int, roads: list[tuple[int, int, int]], source: int
) -> tuple[list[int | None], list[int | None]]:
    """(distances, previous) of the places 0 to n - 1; None where no route leads. A road is (from, to, cost)."""
    # <starter>
    leaving = [[] for _ in range(n)]
    for u, v, cost in roads:
        leaving[u].append((v, cost))
    distances, previous, settled = [None] * n, [None] * n, set()
    distances[source] = 0
    waiting = [(0, source)]
    while waiting:
        distance, u = heapq.heappop(waiting)
        if u in settled:
            continue
        settled.add(u)
        for v, cost in leaving[u]:
            if distances[v] is None or distance + cost < distances[v]:
                distances[v], previous[v] = distance + cost, u
                heapq.heappush(waiting, (distances[v], v))
    return distances, previous
    # </starter>
