"""How does the console show how it is going? Figures with their tables, definitions and CSV."""
