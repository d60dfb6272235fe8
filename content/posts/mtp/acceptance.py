def expected(accept):                # accept[j]：前面都接受时，第 j+1 个草稿的接受率
    total, alive = 1.0, 1.0
    for a in accept:
        alive *= a                   # 前 j+1 个草稿全部被接受的概率
        total += alive
    return total

def invert(tokens):                  # tokens[k]：用 k+1 个头时每次前向的 Token 数
    gain = [b - a for a, b in zip(tokens, tokens[1:])]
    return [g / p for p, g in zip([1.0] + gain, gain)]

measured = {
    "Wikipedia": ([1.00, 1.88, 2.57, 3.12], 2.74),
    "Books": ([1.00, 1.87, 2.56, 3.09], 2.67),
    "Code": ([1.00, 1.94, 2.78, 3.50], 3.05),
}
for name, (tokens, speedup) in measured.items():
    acc = invert(tokens)
    rates = " ".join(f"{a:.2f}" for a in acc)
    print(f"{name:9s} a = {rates}  E = {expected(acc):.2f}  c = {tokens[-1] / speedup:.2f}")
for a in (0.85, 0.90):
    print(f"V3 a = {a:.2f}  E = {expected([a]):.2f}  c = {expected([a]) / 1.8:.2f}")
