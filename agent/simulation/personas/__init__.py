"""Who might write to us? Simulated prospects: their character, their truths, their words."""
