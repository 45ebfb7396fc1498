"""Who gets a lead? Teams and rules as data, and pure functions that decide by them."""
