"""Sheets to site/: publish (what to make, keep, remove), record (what was made from what), writer (all writing)."""
