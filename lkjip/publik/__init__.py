"""What everybody may see without logging in: whether a document is genuine, and what was published."""
