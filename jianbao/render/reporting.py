"""Where a reader reports a mistake: the archive's own address, with the article filled in."""

from urllib.parse import quote

from jianbao import links

_LONGEST = 60  # characters of a title: some mail programs take no address of more than 2,000


def reporting(report: str, subject: str, text: str) -> str:
    """Returns the address with a subject and a text filled in, '' when there is none that a link may lead to. A mail
    gets both as it knows them, an issue tracker as GitHub, Gitea and Forgejo do; what the address already says stays.

    >>> reporting('desk@example.org', '指正', '')
    'mailto:desk@example.org?subject=%E6%8C%87%E6%AD%A3'
    """
    address, hash, fragment = links.outside(report).partition("#")
    if not address:
        return ""
    names = ("subject", "body") if address.lower().startswith("mailto:") else ("title", "body")
    asked = address.partition("?")[2].lower().split("&")
    given = {part.partition("=")[0] for part in asked if part}
    filled = [
        f"{name}={quote(value, safe='')}"
        for name, value in zip(names, (subject, text), strict=True)
        if value and name not in given
    ]
    sign = "" if not filled or address.endswith(("?", "&")) else "&" if "?" in address else "?"
    return f"{address}{sign}{'&'.join(filled)}{hash}{fragment}"


def subject(id: str, title: str) -> str:
    """Returns the subject of a report: the title, shortened, and the id, which is never cut."""
    short = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
    return f"《{short}》（{id}）"
