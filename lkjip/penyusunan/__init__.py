"""Files that take longer than a page may: ordered on a page, made by a worker, fetched when they are ready."""
