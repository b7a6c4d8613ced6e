"""Our result against hand labels. score.py: the contract; measures.py: the list of figures, each a small function."""

from jianbao.score.score import Report, Row, score
from jianbao.score.table import table

__all__ = ["Report", "Row", "score", "table"]
