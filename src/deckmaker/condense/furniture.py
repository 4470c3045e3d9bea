"""What belongs to the page and not to the article: invitations, captions, embedded posts, who wrote it."""

import re

_SELF = re.compile(
    r"\b(?:subscribe|sign up|newsletter|click here|read more|read the original|originally published|"
    r"all rights reserved|cookies?|advertisement|follow us|share this|e-?mail us|contact us|donate|"
    r"declin(?:ed?|es|ing)(?: later)? to "
    r"(?:comment|say|state|discuss|answer|give|disclose|elaborate|specify|provide|name|address|explain|confirm|identify|"
    r"speak|talk|be (?:named|identified|interviewed))|is written by|"
    r"(?:could|would|can|will|did) ?(?:no|n[’'])t (?:immediately )?comment|had no (?:further |immediate )?comment|"
    r"refused to (?:comment|say)|did not (?:immediately )?(?:respond|reply|return|disclose|elaborate|specify|say)|"
    r"thank you for|photo courtesy|image credit|getty images|for more information|please visit|visit www|"
    r"could not be reached|contributed (?:reporting )?to this (?:report|story|article)|"
    r"(?:[’']s|journalists?|reporters?) (?-i:(?:(?:[A-Z][\w.]+|and) ){2,7})(?:reported|contributed) "
    r"(?:and wrote )?from|"
    r"reporting by|editing by|photo by|in this article|"
    r"our (?:readers|website|site|app)|leave a (?:reply|comment)|stay tuned|let us know|check out|learn more about|"
    r"like to hear from you|love to hear from you|want to get involved|if you.d like to join|"
    r"in this (?:post|blog|series|guide)|full (?:story|report|interview|op-ed|article|recipe) can be|"
    r"is a (?:freelance|regular|contributing|staff|senior)? ?"
    r"(?:writer|columnist|commentator|contributor|reporter|editor|photographer|filmmaker|journalist) "
    r"(?:on|for|at|with|based|and))\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\((?:pictured|(?:far |second |third )?(?:left|right)|centre|center|above|below|top|bottom|inset|front|back)\b"
    r"[^)]*\)|^(?:pictured|above|below|left|right|inset|top|bottom)(?: \w+)?[,:] |"
    r"\bpictured (?:left|right|above|below|here|at|in|on)\b|\bpictured$|^(?:file|stock) (?:photo|image|picture)\b",
    re.IGNORECASE,
)
"""Words that tell where in a picture somebody is."""

_TWEETED = re.compile(r"\(@\w+\)|pic\.twitter\.com|https?://")
"""What is left of an embedded post."""

_POINTS_OUT = re.compile(r"\b(?:see|click|visit) (?:this|here|our|the (?:page|link))\b", re.IGNORECASE)


def is_about_itself(text: str) -> bool:
    """Whether the text is the page's own furniture or self-promotion."""
    return any(pattern.search(text) for pattern in (_SELF, _POINTS_OUT, _TWEETED, _CAPTION))
