"""How do prospects talk to us by phone? Over ConversationRelay, or by <Gather>."""
