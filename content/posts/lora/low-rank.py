import random
random.seed(7)
d, k, r, alpha, lr = 3, 3, 1, 1.0, 0.05
s = alpha / r
W0 = [[0.5, -0.2, 0.1], [0.3, 0.8, -0.4], [-0.6, 0.2, 0.7]]
dW = [[3, 0, 0], [0, 2, 0], [0, 0, 1]]          # W_ft - W0，奇异值 3、2、1
std = [0.1, 1.0, 0.5]                           # 三个输入方向的标准差
X = [[random.gauss(0, t) for t in std] for _ in range(500)]

def mm(P, Q): return [[sum(p * q for p, q in zip(row, col)) for col in zip(*Q)] for row in P]
def mv(P, x): return [sum(p * q for p, q in zip(row, x)) for row in P]
def add(P, Q, c=1.0): return [[p + c * q for p, q in zip(u, v)] for u, v in zip(P, Q)]
def norm(P): return sum(v * v for row in P for v in row) ** 0.5

Wft = add(W0, dW)
Y = [mv(Wft, x) for x in X]

def loss(D):                                    # 任务损失：输出与目标的均方距离
    W = add(W0, D)
    return sum(sum((a - b) ** 2 for a, b in zip(mv(W, x), y)) for x, y in zip(X, Y)) / len(X)

def grads(A, B):                                # 先求 G = dL/dW，再用链式法则
    W, G = add(W0, mm(B, A), s), [[0.0] * k for _ in range(d)]
    for x, y in zip(X, Y):
        e = [a - b for a, b in zip(mv(W, x), y)]
        G = [[G[i][j] + 2 * e[i] * x[j] / len(X) for j in range(k)] for i in range(d)]
    gB = mm(G, [list(c) for c in zip(*A)])      # G A^T，形状 d×r
    gA = mm([list(c) for c in zip(*B)], G)      # B^T G，形状 r×k
    return [[s * v for v in u] for u in gA], [[s * v for v in u] for u in gB]

A = [[random.gauss(0, 1) for _ in range(k)] for _ in range(r)]
B = [[0.0] * r for _ in range(d)]
gA, gB = grads(A, B)
print(f"step 0: |gA|={norm(gA):.3f} |gB|={norm(gB):.3f}")
for _ in range(400):
    gA, gB = grads(A, B)
    A, B = add(A, gA, -lr), add(B, gB, -lr)
lora, svd = [[s * v for v in u] for u in mm(B, A)], [[3, 0, 0], [0, 0, 0], [0, 0, 0]]
for name, D in (("zero", [[0] * k] * d), ("SVD", svd), ("LoRA", lora)):
    print(f"{name:5s} weight error={norm(add(dW, D, -1)):.3f} task loss={loss(D):.3f}")
merged, x = add(W0, lora), X[0]
side = [a + s * b for a, b in zip(mv(W0, x), mv(B, mv(A, x)))]
print("merge gap < 1e-12:", max(abs(a - b) for a, b in zip(mv(merged, x), side)) < 1e-12)
