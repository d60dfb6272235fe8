import math

N = 32                                            # 掩码边长
def rect(x0, y0, x1, y1):
    return [int(x0 <= x < x1 and y0 <= y < y1) for y in range(N) for x in range(N)]
def sigmoid(z): return 1 / (1 + math.exp(-z))
def logit(p): p = min(max(p, 0.02), 0.98); return math.log(p / (1 - p))

def focal(z, g, gamma=2.0, alpha=0.25):           # 逐像素平均
    total = 0.0
    for zi, gi in zip(z, g):
        p = sigmoid(zi)
        pt, at = (p, alpha) if gi else (1 - p, 1 - alpha)
        total -= at * (1 - pt) ** gamma * math.log(pt)
    return total / len(g)

def dice(z, g, eps=1.0):                          # 软 Dice，分母取一次方
    p = [sigmoid(zi) for zi in z]
    inter = sum(pi * gi for pi, gi in zip(p, g))
    return 1 - (2 * inter + eps) / (sum(p) + sum(g) + eps)

def iou(z, g):                                    # logit > 0 判为前景
    inter = sum(zi > 0 and gi == 1 for zi, gi in zip(z, g))
    return inter / max(1, sum(zi > 0 or gi == 1 for zi, gi in zip(z, g)))

gts = {"整体": rect(6, 2, 26, 30), "部分": rect(8, 10, 24, 20), "子部分": rect(13, 12, 18, 17)}
three = {"A": rect(5, 2, 26, 30), "B": rect(8, 11, 24, 20), "C": rect(13, 12, 18, 18)}
average = [sum(v) / 3 for v in zip(*gts.values())]
preds = {**three, "mean": average, "empty": [0] * (N * N)}

for name, g in gts.items():
    print(f"真值={name}，{sum(g)} 像素")
    loss = {}
    for k, prob in preds.items():
        z = [logit(v) for v in prob]
        f, d = 20 * focal(z, g), dice(z, g)
        loss[k] = f + d
        print(f"  20*focal={f:7.3f}  dice={d:.3f}  sum={f + d:7.3f}  IoU={iou(z, g):.3f}  {k}")
    print("  回传:", min(three, key=loss.get))
