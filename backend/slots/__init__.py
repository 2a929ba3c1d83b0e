"""Slots: what a recovery code opens, sealed, until it is replaced or deleted."""
