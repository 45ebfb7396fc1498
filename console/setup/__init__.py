"""The pages about how it is set up: settings, systems, jobs, and what to do first."""
