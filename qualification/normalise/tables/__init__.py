"""The words of each language: extend them here, in one place."""
