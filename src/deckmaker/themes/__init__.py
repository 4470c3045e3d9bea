"""The built-in themes, one YAML file each; read by deckmaker.theme."""
