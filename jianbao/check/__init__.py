"""The cataloguer's list: one file a sort of question."""

from jianbao.check.check import check

__all__ = ["check"]
