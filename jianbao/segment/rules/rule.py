"""What a rule is: a name, the role it speaks for, a weight, and a question to one line in view.

The question answers with the words the claim rests on, '' for no. Weights: 1 is a hint, 3 nearly decides; below 0 the
rule speaks against the role. A rule never decides: `label` weighs all claims of the page together."""

from collections.abc import Callable
from dataclasses import dataclass

from jianbao.segment.seen import Seen


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `tests/segment/rules.yaml` holds lines that must trip it and lines that must not."""

    name: str
    role: str
    weight: float
    ask: Callable[[Seen], str]
