#!/usr/bin/env python3
"""Builds the archive: `python build.py` turns content/ into site/. All commands: `python build.py --help`."""

import sys

try:
    from jianbao.cli import main
except ImportError as missing:
    sys.exit(f"{missing}. Install jianbao's packages first:  python -m pip install -e .")

if __name__ == "__main__":
    main()
