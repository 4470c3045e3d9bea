"""How the shipped network was made; see README.md."""
