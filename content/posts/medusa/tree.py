from itertools import product


def build_tree(s):
    nodes = [()]                                    # 空路径是根，即 LM head 给出的 token
    for depth in range(1, len(s) + 1):              # 逐层做笛卡尔积
        nodes += product(*[range(n) for n in s[:depth]])
    index = {path: i for i, path in enumerate(nodes)}
    mask = [[0] * len(nodes) for _ in nodes]
    for path in nodes:
        for d in range(len(path) + 1):              # 所有前缀：根、祖先、自己
            mask[index[path]][index[path[:d]]] = 1
    position = [len(path) for path in nodes]        # 相对根的偏移，等于深度
    routes = [[index[p[:d]] for d in range(len(p) + 1)]
              for p in nodes if len(p) == len(s)]   # 每条候选在树中的下标
    return nodes, mask, position, routes


nodes, mask, position, routes = build_tree((2, 3))
names = [".".join(str(i + 1) for i in p) or "R" for p in nodes]  # 2.3：第 2 名接第 3 名
print("candidates:", len(routes), " tree tokens:", len(nodes) - 1)
for name, *row in [["node", *names], ["pos", *position],
                   *([n, *["1" if x else "." for x in r]] for n, r in zip(names, mask))]:
    print(f"{name:<6}", *[f"{x!s:<3}" for x in row[:-1]], row[-1])
for r in routes:                                    # 任一候选在树中都等价于普通因果序列
    sub = [[mask[i][j] for j in r] for i in r]
    assert sub == [[int(j <= i) for j in range(len(r))] for i in range(len(r))]
    assert all(sum(mask[i]) == position[i] + 1 for i in r)  # 且看不见别的分支
print("routes:", routes)
