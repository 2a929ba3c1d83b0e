"""`make crashes`: eight phones write to one log while the server is killed again and again."""
