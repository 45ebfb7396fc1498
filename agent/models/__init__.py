"""Language models behind the LanguageModel port: one over the network, one that plays given replies."""
