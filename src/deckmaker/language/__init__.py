"""Facts about language: sentences, which language it is, words."""
