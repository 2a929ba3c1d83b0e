"""A log: whose it is, and where it ends."""
