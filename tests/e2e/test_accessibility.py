"""Every screen can be used by everyone: axe, narrow screens, large text, the keyboard alone, less motion."""
