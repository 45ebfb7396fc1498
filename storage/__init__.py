"""What is remembered: conversations, messages, answers, scripts, hand-overs, users and jobs."""
