"""What do the leads of the past teach? Rates, funnels, questions that separate, probabilities."""
