"""Twilio, played on this machine: conversations without an account."""
