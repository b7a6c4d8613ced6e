"""Full-text search without a server: what is searched (texts), terms, shards, chunks, and all files of it (search)."""
