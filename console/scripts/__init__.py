"""The pages on which admins write scripts, try them, and publish them."""
