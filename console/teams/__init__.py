"""The pages about who sells: people, teams and queues, absences, and the plan as it is written."""
