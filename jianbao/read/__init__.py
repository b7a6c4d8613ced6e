"""Formats of page files, one file each: plain text."""

from jianbao.read.plain import read_plain

__all__ = ["read_plain"]
