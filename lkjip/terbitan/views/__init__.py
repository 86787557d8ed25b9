"""Pages of official documents, one module a subject."""
