"""What makes a lead qualified: scripts, typed answers, verdicts, scores and hand-overs. Pure: nothing here waits."""
