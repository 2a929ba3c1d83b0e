"""Guidance: reads the files of content/, checks them, and serves them as one bundle a language."""
