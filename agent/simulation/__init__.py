"""Simulated prospects, held against the rules that every conversation must keep."""
