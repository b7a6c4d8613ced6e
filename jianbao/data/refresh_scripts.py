"""Makes the scripts of the search in theme/assets/ out of theme/source/, made small.

    python -m pip install -e '.[test]' && python jianbao/data/refresh_scripts.py

A theme of one's own may ship the sources as they are; they only are longer."""

from pathlib import Path

THEME = Path(__file__).parents[2] / "theme"
HEAD = "/* made of theme/source/ */\n"
PARTS = {"search.js": ("index.js", "search.js"), "inflate.js": ("inflate.js",)}


def made(name: str) -> str:
    """Returns a script made small."""
    import minify

    whole = "\n".join((THEME / "source" / part).read_text("utf-8") for part in PARTS[name])
    return f"{HEAD}{minify.string('application/javascript', whole).strip()}\n"


if __name__ == "__main__":
    for name in PARTS:
        (THEME / "assets" / name).write_text(made(name), "utf-8")
