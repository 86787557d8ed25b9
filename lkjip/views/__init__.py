"""Pages of the site. A view: access → form → service → response."""
