"""How do prospects talk to us on a page? By plain requests, a socket, or events."""
