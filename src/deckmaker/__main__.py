"""python -m deckmaker: the same as the command deckmaker."""

from deckmaker.cli import main

main()
