"""A log: who owns it, and where it ends."""
