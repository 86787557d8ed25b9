"""Views of the pages on which the report is written."""
