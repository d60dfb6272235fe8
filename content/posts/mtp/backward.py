import math, random
random.seed(0)
d, V, n = 8, 400, 4
mat = lambda r, c: [[random.gauss(0, 0.5) for _ in range(c)] for _ in range(r)]
U, H = mat(V, d), [mat(d, d) for _ in range(n)]      # 共享输出矩阵、n 个头
z = [random.gauss(0, 1) for _ in range(d)]           # 主干在某个位置的输出
y = [random.randrange(V) for _ in range(n)]          # 之后 n 个真实 Token
mul = lambda A, x: [sum(a * b for a, b in zip(row, x)) for row in A]
mulT = lambda A, g: [sum(g[r] * A[r][c] for r in range(len(A))) for c in range(len(A[0]))]
live = peak = 0

def hold(k):                                         # 记账：此刻驻留的浮点数个数
    global live, peak
    live += k
    peak = max(peak, live)

def head_forward(i):
    hold(V)                                          # logits
    return mul(U, mul(H[i], z))

def head_backward(i, logits):
    hold(V)                                          # logits 的梯度
    m = max(logits)
    e = [math.exp(v - m) for v in logits]
    g = [v / sum(e) for v in e]
    g[y[i]] -= 1.0
    return mulT(H[i], mulT(U, g))                    # 传回主干，长度 d

def run(sequential):
    global live, peak
    live = peak = 0
    gz = [0.0] * d
    hold(d)
    saved = None if sequential else [head_forward(i) for i in range(n)]
    for i in range(n):
        gi = head_backward(i, head_forward(i) if sequential else saved[i])
        gz = [a + b for a, b in zip(gz, gi)]         # 只累加 d 维梯度
        if sequential:
            hold(-2 * V)                             # 立刻释放
    return gz, peak

(g0, p0), (g1, p1) = run(False), run(True)
print("梯度最大差", max(abs(a - b) for a, b in zip(g0, g1)))
print("峰值", p0, "->", p1, "公式", 2 * n * V + d, "->", 2 * V + d)
