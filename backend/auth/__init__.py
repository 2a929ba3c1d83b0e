"""Who may touch which log: grants and invites."""
