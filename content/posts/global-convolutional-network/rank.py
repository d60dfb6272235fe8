from fractions import Fraction
from random import Random

rng = Random(0)
rand = lambda h, w: [[rng.choice([-3, -2, -1, 1, 2, 3]) for _ in range(w)] for _ in range(h)]
add = lambda a, b: [[x + y for x, y in zip(r, s)] for r, s in zip(a, b)]

def conv(a, b):  # 二维全卷积；把脉冲 [[1]] 依次送过各层，得到级联的脉冲响应
    out = [[0] * (len(a[0]) + len(b[0]) - 1) for _ in range(len(a) + len(b) - 1)]
    for i, ra in enumerate(a):
        for j, x in enumerate(ra):
            for p, rb in enumerate(b):
                for q, y in enumerate(rb):
                    out[i + p][j + q] += x * y
    return out

def rank(m):  # 有理数高斯消元，没有浮点误差
    m, r = [[Fraction(x) for x in row] for row in m], 0
    for c in range(len(m[0])):
        p = next((i for i in range(r, len(m)) if m[i][c]), None)
        if p is None:
            continue
        m[r], m[p] = m[p], m[r]
        for i in range(r + 1, len(m)):
            f = m[i][c] / m[r][c]
            m[i] = [x - f * y for x, y in zip(m[i], m[r])]
        r += 1
    return r

def branch(k, n, first, second):  # n 个中间通道，取一对（输入、输出）通道的等效核
    out = [[0] * k for _ in range(k)]
    for _ in range(n):
        out = add(out, conv(conv([[1]], rand(*first)), rand(*second)))
    return out

k = 15
for n in (1, 3, 21):
    a = branch(k, n, (1, k), (k, 1))
    b = branch(k, n, (k, 1), (1, k))
    nz = sum(x != 0 for row in a for x in row)
    print(f"n={n:2d}  支撑 {len(a)}x{len(a[0])}  非零 {nz}/{k * k}",
          f" 单支秩 {rank(a)}  两支之和的秩 {rank(add(a, b))}")
