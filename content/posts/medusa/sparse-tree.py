import heapq
from itertools import product

TOPK = [[.560, .672, .727, .760, .780], [.316, .424, .485, .528, .562],  # 第 k 行：第 k 个头
        [.201, .288, .348, .383, .417], [.147, .225, .274, .311, .340],  # 的 top-1 到 top-5
        [.118, .187, .235, .272, .300]]
ACC = [[t[0]] + [b - a for a, b in zip(t, t[1:])] for t in TOPK]


def sparse(budget):
    heap, total = [(-1.0, ())], -1.0                # 根不占预算
    for _ in range(budget + 1):
        value, path = heapq.heappop(heap)           # 与当前树相连、概率最大的节点
        total -= value
        if len(path) < len(ACC):
            for i, a in enumerate(ACC[len(path)]):
                heapq.heappush(heap, (value * a, path + (i,)))
    return 1 + total                                # 加上必然接受的根


def dense(budget):
    best = (0, ())
    for depth in range(1, 6):
        for s in product(range(1, 6), repeat=depth):
            size, width, prob, length = 0, 1, 1.0, 1.0
            for k, n in enumerate(s):
                width, prob = width * n, prob * TOPK[k][n - 1]
                size, length = size + width, length + prob
            if size <= budget:
                best = max(best, (length, s))
    return best


for n in (8, 16, 32, 63):
    length, s = dense(n)
    print(f"{n:>3} nodes  sparse {sparse(n):.2f}  best dense {length:.2f} {s}")
