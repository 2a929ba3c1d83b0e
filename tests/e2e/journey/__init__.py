"""Ana's way between two opinions, chapter by chapter: what she does and what she must see, for every user."""
