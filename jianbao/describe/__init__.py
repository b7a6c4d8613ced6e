"""From a page's layout to articles with facts: kind, byline, date, place, subject, newspaper."""

from jianbao.describe.describe import Context, claims, describe

__all__ = ["Context", "claims", "describe"]
