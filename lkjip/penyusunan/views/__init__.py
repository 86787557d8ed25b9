"""Ordering a file, and the pages on which one waits for it."""
