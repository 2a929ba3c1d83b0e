"""A picture of every screen with believable data, for the eyes of whoever changed one."""
