"""Pages of a reviu, one module a subject."""
