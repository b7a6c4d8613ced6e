"""Makes theme/assets/search.js out of theme/source/: the two parts one behind the other, made small.

    python -m pip install -e '.[test]' && python jianbao/data/refresh_scripts.py

A theme of one's own may ship the sources as they are; they only are longer."""

from pathlib import Path

THEME = Path(__file__).parents[2] / "theme"
HEAD = "/* Made of theme/source/*.js by jianbao/data/refresh_scripts.py. */\n"


def search() -> str:
    """Returns the script of the search."""
    import minify

    parts = [(THEME / "source" / name).read_text("utf-8") for name in ("index.js", "search.js")]
    return HEAD + minify.string("application/javascript", "\n".join(parts)).strip() + "\n"


if __name__ == "__main__":
    (THEME / "assets" / "search.js").write_text(search(), "utf-8")
