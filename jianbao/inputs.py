"""Marks of what a build is made from: the program, the theme, content/. Equal marks, nothing to do."""

import hashlib
import sys
from collections.abc import Iterable
from importlib.metadata import version
from importlib.resources import files as resources
from pathlib import Path

from jianbao import __version__
from jianbao.files import shelf
from jianbao.files.shelf import Listed

_FOLDERS = ("read", "segment", "describe", "chinese", "files", "data")
_STAGES = (*_FOLDERS, "authority.py", "subjects.py", "issue.py", "ties.py", "clip.py")


def program() -> str:
    """Returns the mark of the program's own files, of the packages that cut headlines and read names, and of the order
    in which this machine has the bytes of a number."""
    told = (__version__, version("rjieba"), version("pypinyin"), sys.byteorder)
    digest = hashlib.blake2b(" ".join(told).encode(), digest_size=16)
    for one in shelf.listing(Path(str(resources("jianbao")))):
        digest.update(repr(one).encode())
    return digest.hexdigest()


def of_site(content: Iterable[Listed], theme: Path) -> str:
    """Returns the mark of everything a site is made from, without reading it: names, sizes and times of the files in
    content/, which are given, and of those of the theme, and the program."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    digest.update(program().encode())
    for listed in (shelf.listing(theme), content):
        told = "\n".join([f"{path} {size} {time}" for path, size, time in listed])
        digest.update(told.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def theme_folder(theme: Path) -> Path:
    """Returns the folder of templates: the archive's own, else the one that comes with jianbao."""
    packed = Path(str(resources("jianbao"))) / "theme"
    return theme if theme.is_dir() or not packed.is_dir() else packed


def of_rules(content: Path) -> str:
    """Returns the mark of everything but the page that its Markdown depends on: our code and data, archive.yaml and
    content/authority."""
    digest = hashlib.sha256(__version__.encode())
    own = Path(str(resources("jianbao")))
    ours = [path for stage in _STAGES for path in (own / stage, *(own / stage).rglob("*"))]
    theirs = [content / "archive.yaml", *(content / "authority").glob("*.yaml")]
    for path in sorted(path for path in [*ours, *theirs] if path.suffix != ".pyc" and path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
