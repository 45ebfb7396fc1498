"""Where prospects meet us: web chat, texts and calls, each over one conductor."""
