"""What of a model's answer may count: only what stands in the prospect's own words."""
