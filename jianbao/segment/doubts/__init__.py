"""What the program is unsure of on a page it has cut, one file a sort of doubt: roles, joins, places."""

from jianbao.segment.doubts.doubts import doubts

__all__ = ["doubts"]
