"""The relay and the guidance: a small Flask server that stores sealed bytes which it cannot read."""
