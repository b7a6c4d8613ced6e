"""Articles to an Archive: archive (the values and `group`), stand (where a date puts an article), order (what comes
after what), terms (facets)."""
