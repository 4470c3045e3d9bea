"""Advance widths and pair kerning of metric twins of Office fonts, one JSON file a font (scripts/make_metrics.py)."""
