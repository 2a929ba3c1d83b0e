"""Who may read and write which log: tokens and grants."""
