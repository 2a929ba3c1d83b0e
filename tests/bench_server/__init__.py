"""`make bench-server`: what the relay costs beside a log that checks nothing."""
