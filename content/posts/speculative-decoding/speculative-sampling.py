import random
from collections import Counter
from itertools import product

V = 4
BASE_P, BASE_Q = [0.50, 0.30, 0.15, 0.05], [0.30, 0.30, 0.10, 0.30]
P = [[BASE_P[(x - s) % V] for x in range(V)] for s in range(V)]  # 目标：P[上一个 token][x]
Q = [[BASE_Q[(x - s) % V] for x in range(V)] for s in range(V)]  # 草稿
draw = lambda w: random.choices(range(V), weights=w)[0]          # 权重会自动归一化

def one_round(prev, gamma, use_residual=True):
    draft, ctx = [], prev
    for _ in range(gamma):                           # 起草：串行采样 gamma 个
        ctx = draw(Q[ctx])
        draft.append(ctx)
    out, ctx = [], prev
    for x in draft:                                  # 验收：从左到右，首拒即停
        p, q = P[ctx], Q[ctx]
        if random.random() < p[x] / q[x]:            # 等价于以 min(1, p/q) 接受
            out.append(x)
            ctx = x
        else:
            res = [max(0.0, a - b) for a, b in zip(p, q)]
            return out + [draw(res if use_residual else p)]
    return out + [draw(P[ctx])]                      # 全部通过，再送一个

def tv_to_target(generate, n=20_000, length=3):     # 前 3 个 token 的联合分布
    freq = Counter(tuple(generate(length)) for _ in range(n))
    exact = lambda s: P[0][s[0]] * P[s[0]][s[1]] * P[s[1]][s[2]]
    return sum(abs(freq[s] / n - exact(s)) for s in product(range(V), repeat=length)) / 2

def generate(length, step):
    seq = [0]
    while len(seq) <= length:
        seq += step(seq[-1])
    return seq[1:length + 1]

random.seed(0)
for name, step in [("逐个采样", lambda s: [draw(P[s])]), ("投机采样", lambda s: one_round(s, 4)),
                   ("误用 p 重采", lambda s: one_round(s, 4, use_residual=False))]:
    print(f"{name}: TV = {tv_to_target(lambda n: generate(n, step)):.4f}")
alpha = sum(map(min, BASE_P, BASE_Q))
for g in (1, 2, 4, 8):
    mean = sum(len(one_round(0, g)) for _ in range(20_000)) / 20_000
    print(f"gamma={g}: 实测 {mean:.3f}  公式 {(1 - alpha ** (g + 1)) / (1 - alpha):.3f}")
