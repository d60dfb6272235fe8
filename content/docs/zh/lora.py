import torch
from torch import nn


class LoraLinear(nn.Module):
    def __init__(self, frozen: nn.Linear, rank: int, alpha: float) -> None:
        super().__init__()
        self.frozen = frozen.requires_grad_(False)
        self.a = nn.Parameter(torch.randn(rank, frozen.in_features) * 0.01)
        self.b = nn.Parameter(torch.zeros(frozen.out_features, rank))
        self.scale = alpha / rank

    # region forward
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.frozen(x) + self.scale * (x @ self.a.T @ self.b.T)
    # endregion
