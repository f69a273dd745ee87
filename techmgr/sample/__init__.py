"""The sample office: NASA's published technologies, everything else invented, built by the same actions."""

from techmgr.sample.building import build

__all__ = ["build"]
