"""What makes a lead qualified: scripts, answers, verdicts, scores and hand-overs. All pure."""
