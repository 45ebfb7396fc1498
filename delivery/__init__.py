"""How leads reach sales: one place per system, and a dispatcher that retries and never loses one silently."""
