"""From a page's layout to articles with facts: kind, byline, date, place, subject, newspaper."""

from jianbao.describe.ask import Answer, ask_byline, ask_date, ask_place
from jianbao.describe.describe import Context, claims, describe, page_facts

__all__ = ["Answer", "Context", "ask_byline", "ask_date", "ask_place", "claims", "describe", "page_facts"]
