"""`python -m jianbao` is the same as `python build.py`."""

from jianbao.cli import main

main()
