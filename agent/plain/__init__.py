"""Reading without a model: the normalisers, the script's own phrases, the tables of cues."""
