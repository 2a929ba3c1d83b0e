"""How fast the app is on a slow phone, beside a bare page measured the same way. Prints numbers; fails nothing."""
