"""Signing and checking signatures: bytes in, bytes or findings out. It knows no database, no session and no settings;
who calls hands over what it needs. `setelan.py` alone reads the settings."""
