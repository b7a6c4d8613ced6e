"""Articles and page facts as Markdown files, in both directions, and content/ as a thing."""
