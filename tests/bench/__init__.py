"""How fast the app is on a slow phone, next to a bare page measured the same way. Prints numbers; nothing fails."""
