from fractions import Fraction as F

p = [F(x, 20) for x in (2, 9, 5, 4)]      # 目标模型
q = [F(x, 20) for x in (8, 6, 5, 1)]      # 草稿模型
norm = lambda w: [x / sum(w) for x in w]

def multi_round(p, q, k):                 # 不放回抽 k 个候选，返回输出 token 的精确分布
    if k == 0:
        return p
    acc = [min(a, b) for a, b in zip(p, q)]            # 抽到 x 且接受的概率
    out = acc[:]
    for x in range(len(p)):
        lost = q[x] - acc[x]                           # 抽到 x 但被拒绝的概率
        if lost:
            res = norm([max(a - b, F(0)) for a, b in zip(p, q)])
            q2 = norm([F(0) if i == x else b for i, b in enumerate(q)])
            out = [o + lost * r for o, r in zip(out, multi_round(res, q2, k - 1))]
    return out

def top_k(p, q, k, as_sampled):           # 固定取概率最高的 k 个候选
    order = sorted(range(len(q)), key=lambda i: -q[i])[:k]
    out, alive, cur = [F(0)] * len(p), F(1), p
    for x in order:
        acc = min(F(1), cur[x] / q[x]) if as_sampled else cur[x]
        out[x] += alive * acc
        alive *= 1 - acc
        if as_sampled:
            cur = norm([max(a - b, F(0)) for a, b in zip(cur, q)])
        else:
            cur = norm([F(0) if i == x else a for i, a in enumerate(cur)])
    return [o + alive * c for o, c in zip(out, cur)]

show = lambda d: " ".join(str(x) for x in d)
print("目标分布          ", show(p))
print("抽样 k=1          ", show(multi_round(p, q, 1)))
print("抽样 k=3          ", show(multi_round(p, q, 3)))
print("top-2，按点质量验证", show(top_k(p, q, 2, False)))
print("top-2，误用 p/q    ", show(top_k(p, q, 2, True)))
