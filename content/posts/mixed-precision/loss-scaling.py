import math
import struct


def cast(fmt, x):                      # '<e' 是 FP16，'<f' 是 FP32，平局取偶
    try:
        return struct.unpack(fmt, struct.pack(fmt, x))[0]
    except OverflowError:
        return math.copysign(math.inf, x)


class DynamicScaler:
    def __init__(self, scale, growth=2.0, backoff=0.5, interval=20):
        self.scale, self.growth, self.backoff = scale, growth, backoff
        self.interval, self.good, self.skipped = interval, 0, 0

    def update(self, found_inf):
        if found_inf:
            self.scale *= self.backoff
            self.good, self.skipped = 0, self.skipped + 1
        else:
            self.good += 1
            if self.good == self.interval:
                self.scale, self.good = self.scale * self.growth, 0


def train(scaler, weight_fmt, steps=400):
    """最小化 L = c/2 * (w - 0.75)^2，c = 2^-26；前向与反向在 FP16 中进行。"""
    c, target, lr, w = 2.0**-26, 0.75, 0.05 * 2.0**26, 0.0
    for _ in range(steps):
        err = cast('<e', cast('<e', w) - target)       # 前向用 FP16 权重
        s = scaler.scale
        g = cast('<e', cast('<e', s * c) * err)        # 反向：梯度带着因子 s
        finite = math.isfinite(g)
        if finite:                                     # 否则跳过这一步更新
            w = cast(weight_fmt, w - lr * (g / s))     # 先除以 s，再更新
        scaler.update(not finite)
    return w


print('S 恒为 1，FP32 主权重:', train(DynamicScaler(1.0, interval=10**9), '<f'))
print('动态缩放，FP16 权重:', train(DynamicScaler(2.0**44), '<e'))
sc = DynamicScaler(2.0**44)
print('动态缩放，FP32 主权重:', train(sc, '<f'))
print('跳过', sc.skipped, '步，最终 S = 2 **', int(math.log2(sc.scale)))
