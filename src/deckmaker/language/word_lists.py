"""Word lists of English that the rules of condensing read, one home for all of them."""

NEVER_LOST = frozenset(
    """not n't never no nor neither without hardly barely only just least most more less than about nearly almost
    up over under likely unlikely reportedly allegedly apparently possibly perhaps probably maybe potentially
    supposedly roughly approximately around some fewer still yet too even former so-called first last once
    twice longer far very until daily weekly monthly quarterly yearly
    annually hourly partly largely mostly mainly entirely""".split()
)
"""Negation, hedges, limits and degrees: words that change what is true."""

HEDGES = frozenset(
    """likely unlikely reportedly allegedly apparently possibly perhaps probably maybe potentially
    supposedly""".split()
)
"""Words that leave open whether it is so."""

LIMITING = frozenset(
    """alleged former potential possible proposed likely expected fake false would-be so-called suspected
    prospective future past previous partial temporary interim acting new old foreign joint national federal
    annual own same different other such next upcoming""".split()
)
"""Adjectives without which something else would be said."""

OPENERS = frozenset(
    """however therefore thus moreover furthermore additionally meanwhile also besides indeed finally overall
    ultimately consequently nevertheless nonetheless hence accordingly importantly notably then instead
    similarly likewise again separately further conversely firstly secondly thirdly lastly""".split()
)
"""Words that only join a sentence to the one before."""

CONDITIONS = frozenset("if unless until whether except lest provided without only".split())
"""Words that open a clause without which something else would be said."""

SAYING = frozenset(
    """said says say added adds told tells wrote writes argued argues claimed claims explained explains noted
    notes suggested suggests stated states insisted believes believed thinks thought warned warns estimated
    estimates predicted predicts alleged alleges""".split()
)
"""Verbs of saying that keep the speaker beside what is said."""

PLAIN_SAYING = frozenset(
    """said says say told tells added adds reported reports wrote writes noted notes explained explains stated
    states""".split()
)
"""Verbs of saying that a colon can stand for."""

CONFIRMING = frozenset(
    """show shows showed confirm confirms confirmed find finds found reveal reveals revealed note notes noted
    mean means""".split()
)
"""Verbs whose clause is true when the sentence is."""

FACTUAL = frozenset("while whereas although though after because since as".split())
"""Words that open a side clause which states a fact by itself."""

FOCUS = frozenset("only just even merely solely mainly mostly".split())
"""Words whose sense depends on what comes after them."""

FEELING = frozenset(
    """proud pride honored honoured honor honour thrilled excited exciting delighted delight pleased glad happy grateful
    thankful dream dreams love loved loves miss missed pray prayers congratulated congratulations admire admires admired
    admiration marveled marvelled applauded applaud wonderful amazing awesome incredible fantastic beautiful laughed
    laughing smiled smiling joked cried tears tearfully hugged kissed waved nodded sheepishly blessed heartfelt heart
    favorite favourite memories fun funny famous fans beloved legend icon rapturous cheer cheered cheers cheering
    applause crowd tribute tributes sympathised sympathized pleasant pleasantly surprise surprised surprising praise
    praised""".split()
)
"""Words of feelings and gestures: what they tell is hardly ever what a briefing needs."""

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
"""Days that say nothing without their week."""

MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec""".split()
)
"""Months, also short."""

TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december week month year remainder rest time period decade quarter months years weeks
    days day night morning afternoon evening weekend""".split()
)
"""Nouns that say when."""

SPANS_OF_TIME = frozenset(
    """week month year morning summer winter spring autumn fall weekend century season quarter decade afternoon
    evening""".split()
)
"""What may follow "this" without pointing back."""

DANGLING_OPENERS = tuple(
    phrase.strip()
    for phrase in """it, this, that, these, those, they, he, she, we, i, you, its, their, his, her, hers, our, my, your,
    such, but, and, or, nor, so, yet, however, therefore, thus, hence, moreover, furthermore, also, additionally,
    besides, meanwhile, instead, still, otherwise, then, there, here, likewise, similarly, more than that,
    in addition, in conclusion, in fact, in short, in other words, for example, for instance, as a result,
    as such, on the other hand, by contrast, in turn, at the same time, that said, after all, of course, to
    that, for that, because of this, because of that, despite this, despite that, which, who, whose, whom,
    where, what, why, how, when, both of them, both of these, others, some of them,
    some of these, one of them, one of these, neither, either""".split(",")
)
"""Openers that point at something said before, or at nothing."""
