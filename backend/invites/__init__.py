"""Invites: sealed messages for whoever knows a code."""
