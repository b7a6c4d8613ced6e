"""jianbao (剪报): newspaper pages in, an offline archive out.

The order of work is in `pipeline`; the nouns are in `model`; the rows of modules and who may import whom are in
`docs/design.md` and enforced by `tests/test_layers.py`.
"""

__version__ = "0.1.0"
