"""Conversations that leave no record: previews, the terminal, conversation tests."""
