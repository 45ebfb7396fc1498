"""What can be known of a lead without asking: pure rules over what they have said and left."""
