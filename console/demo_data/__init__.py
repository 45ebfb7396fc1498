"""Which leads does the demo have? Simulated people who went through the whole pipeline."""
