"""The built-in base decks, one .pptx a theme (scripts/make_templates.py)."""
