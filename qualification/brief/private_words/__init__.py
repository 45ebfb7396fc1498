"""By what words does somebody tell what is nobody's business? One table a language."""
