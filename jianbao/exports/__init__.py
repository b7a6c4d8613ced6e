"""Archive to data that other programs read: files below data/ of the site."""
