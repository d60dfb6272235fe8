def stack(kernel, layers):  # 一维方向上从各格到输出的路径数
    response = [1]
    for _ in range(layers):
        out = [0] * (len(response) + len(kernel) - 1)
        for i, x in enumerate(response):
            for j, y in enumerate(kernel):
                out[i + j] += x * y
        response = out
    return response

for name, r in (("7 层 3", stack([1] * 3, 7)), ("1 层 15", stack([1] * 15, 1))):
    mean = len(r) // 2
    std = (sum(x * (i - mean) ** 2 for i, x in enumerate(r)) / sum(r)) ** 0.5
    print(f"{name}: 宽 {len(r)}  边缘 {r[0]} 条  中央 {r[mean]} 条  标准差 {std:.2f}"
          f"  中央 7 格占 {sum(r[4:11])}/{sum(r)}")
