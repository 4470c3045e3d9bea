"""The article's key figures: each number with the words that say what it is, taken from a bullet that stands alone.

Precision comes first: a number is left out when its bullet does not say clearly what it counts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from deckmaker.condense.material import Line, Material
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import Trim
from deckmaker.document import Place
from deckmaker.language.parse import parse
from deckmaker.language.words import content_stems
from deckmaker.outline import Figure

MOST = 6
MOST_LINES = 40
"""How many lines are looked at, the heaviest first: work stays bounded however long the article is."""
