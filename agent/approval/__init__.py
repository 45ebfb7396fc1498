"""Whether the model's own words may be said: only what the script approves of."""
