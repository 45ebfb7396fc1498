"""The conversation: what is read, what is said next, and the turn that ties both to the record."""
