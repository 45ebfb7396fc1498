"""Where prospects meet us: web chat over HTTP, sockets and server-sent events, and its pages."""
