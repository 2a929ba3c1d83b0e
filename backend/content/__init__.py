"""Guidance: reads the files of content/, checks them, and serves one bundle for each language."""
