"""From a page to its articles and furniture: label, divide, mend."""

from jianbao.segment.segment import segment

__all__ = ["segment"]
