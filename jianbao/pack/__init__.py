"""The archive as one file to give away: pack (which formats there are), bundle (what a format gets), one file each."""

from jianbao.pack.pack import Packed, Wish, pack

__all__ = ["Packed", "Wish", "pack"]
