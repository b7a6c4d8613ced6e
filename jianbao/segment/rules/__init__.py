"""The rules that claim a role for a line, one file a group of roles. A new rule is one function and one entry there."""

from jianbao.segment.rules import body, furniture, heads, precis, signatures, tables
from jianbao.segment.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *body.RULES,
    *heads.RULES,
    *signatures.RULES,
    *furniture.RULES,
    *precis.RULES,
    *tables.RULES,
)

__all__ = ["RULES", "Rule"]
