"""Pages by which a pemda manages its agencies, officials, logos and users."""
