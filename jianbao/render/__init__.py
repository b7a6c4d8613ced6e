"""Archive to sheets of the site: frames (what every view has), pieces (article and page), shelves (dates), finding
(regions, subjects, newspapers, authors), front (home and about), days (dates as a reader says them), body (Markdown),
theme (templates), render (which pages there are)."""
