"""Pages of a quarter. A view: access → form → service → response."""
