import heapq


def cheapest_routes(n, roads, source):
    out = [[] for _ in range(n)]
    for u, v, c in roads:
        out[u].append((v, c))
    dist = [None] * n
    prev = [None] * n
    dist[source] = 0
    heap = [(0, source)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]:
            continue
        for v, c in out[u]:
            if dist[v] is None or d + c < dist[v]:
                dist[v] = d + c
                prev[v] = u
                heapq.heappush(heap, (d + c, v))
    return dist, prev
