"""What the pages show, as frozen values: figures asked from `hitung`, nothing computed here. Pure (no Django)."""
