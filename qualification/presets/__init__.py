"""The words and rules that each framework brings along."""
