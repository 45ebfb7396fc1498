"""Language models: one over the network, and one that plays given replies."""
