"""Archive to sheets of the site: frames (what every view has), pieces (an article), pages (版面), shelves (dates),
finding (regions, subjects, newspapers, authors), front (home and about), moved (addresses of former days), days (dates
as a reader says them), body (Markdown), theme (templates), render (which pages there are)."""
