from itertools import product
from math import log2
from random import Random

rng = Random(7)
V, L = 4, 3                       # 4 个 token，三阶马尔可夫源
hists = list(product(range(V), repeat=L))
p = {}
for h in hists:                   # 每段历史之后的下一 token 分布
    w = [rng.random() ** 3 + 0.01 for _ in range(V)]
    p[h] = [x / sum(w) for x in w]
feat = {h: rng.randrange(20) for h in hists}          # 64 段历史压成 20 种“特征”
vec = [[rng.gauss(0, 1) for _ in range(8)] for _ in range(20)]

pi = {h: 1 / len(hists) for h in hists}               # 迭代求平稳分布
for _ in range(500):
    nxt = dict.fromkeys(hists, 0.0)
    for h in hists:
        for t in range(V):
            nxt[h[1:] + (t,)] += pi[h] * p[h][t]
    pi = nxt

def report(name, cond):           # 条件熵 H(f'|cond) 与最优回归的剩余均方误差
    joint = {}
    for h in hists:
        for t in range(V):
            d = joint.setdefault(cond(h, t), {})
            f2 = feat[h[1:] + (t,)]
            d[f2] = d.get(f2, 0.0) + pi[h] * p[h][t]
    H = mse = 0.0
    for d in joint.values():
        z = sum(d.values())
        mu = [sum(q * vec[f][i] for f, q in d.items()) / z for i in range(8)]
        for f, q in d.items():
            H -= q * log2(q / z)
            mse += q * sum((vec[f][i] - mu[i]) ** 2 for i in range(8)) / 8
    print(f"{name:<22} H = {H:.3f} bit   MSE = {mse:.3f}")

report("f_i", lambda h, t: feat[h])
report("f_i, t_i", lambda h, t: (feat[h], h[-1]))
report("f_i, t_{i+1}", lambda h, t: (feat[h], t))
report("history", lambda h, t: h)
report("history, t_{i+1}", lambda h, t: (h, t))
