"""How leads reach sales: a place per system, and a dispatcher that loses none silently."""
