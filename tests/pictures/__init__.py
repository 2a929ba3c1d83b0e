"""A picture of every screen with believable data, for whoever changed one to look at."""
