"""The app can be installed, and a new version waits for consent."""
