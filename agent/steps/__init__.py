"""The parts of a step: what is asked next, what is said about a message, how it ends. PURE."""
