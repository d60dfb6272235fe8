import math
import struct


def f16(x):
    """舍入到最近的 FP16（平局取偶）；超出范围时返回无穷大。"""
    try:
        return struct.unpack('<e', struct.pack('<e', x))[0]
    except OverflowError:
        return math.copysign(math.inf, x)


print('下溢:', f16(2**-24), f16(2**-25), f16(2**-25 * 1024) / 1024)
print('吞没:', f16(1 + 2**-12), f16(1 + 2**-10))
print('上溢:', f16(65519.0), f16(65520.0))

acc16, acc32 = 0.0, 0.0
for _ in range(4096):              # 4096 个 1 求和
    acc16 = f16(acc16 + 1.0)       # FP16 累加器
    acc32 = acc32 + 1.0            # 更宽的累加器
print('累加:', acc16, acc32)
