"""The append-only log of sealed envelopes."""
