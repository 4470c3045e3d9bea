"""The words of web furniture: what pages put around an article, as whole-line patterns.

One pattern a line; a line that starts with | goes on with the one before; <services>, <agency> and <capital> stand
for the lists below.  Every pattern must match a whole line, in any case, so that a sentence that only mentions such
words stays.
"""

import re

_SERVICES = (
    r"facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|telegram|tumblr|flipboard|messenger|instagram"
    r"|youtube|threads|bluesky|mastodon|e-?mail|mail|mix|pocket|xing|line|vk|weibo|wechat|copy link|link"
    r"|print|rss|sms|google\+?|google plus|stumbleupon|pinboard|digg|hacker news|more|tiktok|snapchat"
)
_AGENCY = (
    r"(?:reuters|ap|afp|epa(?:-efe)?|getty(?: images)?|shutterstock|istock(?:photo)?|alamy|pa(?: wire"
    r"| media| images)?|dpa|associated press|bloomberg|xinhua|anadolu|zuma|unsplash|pixabay|flickr)"
)
_CAPITAL = r"(?-i:[A-ZÀ-Þ])"

# Buttons: sharing, printing, saving, following.
_SHARE = r"""
(?:<services>)
(?:(?:share|post|tweet|send|follow)(?: (?:this|us|me|it|via|on|by|to|with|in|at|article|story
|page))*[ :]*)(?:(?:<services>|,|and|&|\||/| )+)
(?:click|tap) to (?:share|e-?mail|print|copy|open|expand|enlarge|view|play)\b.{0,80}
(?:x )?share (?:this|via|on|article|story|post|permalink|options|page|with|your)\b.{0,40}
(?:print|save|email|e-mail|like|bookmark) this(?: (?:article|story|page|post|item))?:?
sharing is caring!?|addthis sharing buttons|copy (?:link|url)(?: to clipboard)?|link copied!?
(?:follow|find|like|join) (?:us|me|him|her|them|the author|[\w .]{2,30}) on (?:facebook|twitter|x|instagram
|linkedin|youtube|telegram|whatsapp|google|threads|mastodon|bluesky|social media)\b.{0,60}
follow (?:us|me)\b.{0,60}|follow @\w+.{0,40}|connect with us.{0,30}|get the app.{0,20}
(?:share this|share|sukai ini|partager|teilen|compartir|condividi|delen|compartilhar)\s?:?
(?:compartir|compartilhar|partager|teilen|condividi) (?:en|em|no|na|sur|auf|su)\b.{0,30}
"""

# Counts: comments, shares, minutes to read.
_COUNTS = r"""
[\d.,]+\s?[km]?\+?\s?(?:shares?|likes?|views?|retweets?|claps?|reads?|followers?|reactions?|votes?|points?)
\d{1,3}[- ]?(?:min(?:ute)?s?\.?)(?:[- ]read(?:ing)?(?: time)?)?|(?:estimated )?read(?:ing)? time:? .{0,20}
\d{1,3} (?:min\.? (?:de )?(?:lecture|lectura|leitura|lettura|leestijd)|minuten(?: lesezeit)?)
|lesezeit:? .{0,20}
(?:(?:published|posted|updated)[: ]+)?(?:over |about )?(?:\d+|an?) ?(?:s|m|h|d|min|mins|minutes?|hrs?|hours?|days?
|weeks?|months?|years?) ago(?: (?:at|on|in) .{1,30})?
(?:19|20)\d\d-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?\S{0,10})?|rating: .{1,20}
\d+ of \d+|page \d+(?: of \d+)?|\d+ ?/ ?\d+
"""

# What stands over a reader's comment: when it was written, and by whom.
COMMENT_STAMPS = r"""
(?:.{2,60}[\s,·|•–-]+)?(?:over |about )?(?:\d+|an?) ?(?:minutes?|hours?|days?|weeks?|months?|years?) ago
|(?:.{2,60}[\s,·|•–-]+)?\d+ ?(?:minutes?|hours?|days?|weeks?|months?|years?) ago at .{1,20}
(?:.{2,60}[\s,]+)?(?:on|at|am|le|el|em) .{6,40}\d[:.h]\d\d ?(?:[ap]\.?m\.?|uhr)?\s*(?:said|says|wrote
|writes|schreibt|sagte|a dit|dijo|disse|ha detto)\s?:
"""

# Where readers' comments begin: what follows is not the author's.
COMMENT_MARKS = r"""
(?:view |show |see |read |hide |post |add |write |leave )?(?:(?:a|all|the|your
|no|\d[\d,.]*) )?comments?(?: ?\(\d[\d,.]*\+?\)| ?\(\+\)| ?\d+)?[:!]?
(?:leave|post|write|add) (?:a |your )?(?:reply|comment|response)s?(?: cancel reply)?
no comments yet\b.{0,80}|be the first to (?:comment|leave a comment)\b.{0,40}|join the (?:discussion
|conversation).{0,30}
comments? (?:are|is) (?:closed|off|disabled)\b.{0,60}|(?:login|log in|sign in) to (?:comment
|leave a comment|reply)\b.{0,40}
\d+ (?:thoughts?|responses?|replies|comments?|pings?)(?: (?:on|to) .{1,150})?|responses to .{1,150}
(?:\d+ )?(?:kommentare?|commentaires?|comentarios?|commenti|coment[áa]rios?|reacties
|комментарии)(?: ?\(\d+\))?:?
(?:laisser un commentaire|deja un comentario|lascia un commento|deixe um coment[áa]rio|tinggalkan balasan
|schreibe(?:n sie)? einen kommentar|geef een reactie|antwort (?:schreiben|verfassen)|responder)\b.{0,60}
"""

# The form below the comments.
_COMMENT_FORM = r"""
(?:your )?e-?mail address will not be published\b.{0,80}|required fields are marked\b.{0,20}
(?:deine|ihre) e-mail-adresse wird nicht ver[öo]ffentlicht\b.{0,80}|(?:votre|tu
|seu) .{0,40}(?:ne sera pas publi[ée]e|no ser[áa] publicada|n[ãa]o ser[áa] publicado)\b.{0,80}
save my name, e-?mail,? and website\b.{0,100}|notify me (?:of|by|when)\b.{0,80}
|you must be logged in\b.{0,60}
(?:please )?log in using one of these methods\b.{0,60}|you are commenting using\b.{0,60}|post comment
why (?:don['’]t|not) you start the discussion\?|this site uses akismet\b.{0,150}
|learn how your comment data\b.{0,40}
(?:name|e-?mail|website|url|comment)\s?\*?(?: \((?:required|optional).{0,40}\))?\s?\*?
"""

# Prompts for newsletters, apps, subscriptions, donations.
_PROMPTS = r"""
(?:sign up|subscribe|register|join)(?: now| here| today| for free)? (?:for|to|and)\b.{0,160}(?:newsletters?
|inbox|updates|e-?mails?|alerts|podcasts?|briefings?|free|access|channel|today|here)\b.{0,80}
(?:get|receive|have) .{0,100}(?:in your inbox|to your inbox|newsletters?|by e-?mail|email alerts)\b.{0,80}
(?:get|receive) .{0,100}(?:news|alerts|newsletters?|updates|stories)\b.{0,100}\bdelivered\b.{0,60}
this (?:site|form|page) is protected by recaptcha\b.{0,120}|(?:let our news|meet your inbox).{0,120}
(?:our|the|daily|weekly|free|email|e-mail)? ?newsletters?(?: sign-?up)?|sign up for (?:our
|the) .{0,40}newsletters?\.?
(?:enter|type) your e-?mail\b.{0,60}|e-?mail address|your e-?mail.{0,20}|thank you for (?:subscribing
|signing up).{0,60}
(?:already )?a? ?(?:member|subscriber)\? (?:sign|log) in.{0,20}|subscribe (?:now|today|here).{0,60}
|start your free trial.{0,40}
support (?:our|independent|quality|local) journalism\b.{0,80}|(?:become a|donate|contribute)(?: member
| today| now)?[.!]?
download (?:our|the) .{0,40}app\b.{0,60}|(?:melde dich|jetzt) .{0,60}newsletter.{0,40}|newsletter abonnieren
(?:inscrivez-vous|abonnez-vous|suscr[íi]bete|iscriviti|assine|inscreva-se|meld je aan)\b.{0,120}
(?:got|have) a (?:news )?tip\?.{0,80}|by (?:signing up|subscribing|submitting|clicking).{0,160}(?:terms
|privacy|policy|agree)\b.{0,80}
"""

# Lines that link to another article, with its headline.
LINK_LABELS = r"""
(?:read|see|learn|find out|watch|listen)(?: (?:more|also|next|now|the full story|on|this))+\s?(?::|[|>»›-]
|about\b|at\b|here\b).{0,200}
(?:also (?:read|see|on|watch)|related|recommended|more (?:on|from|in|like)|see also|must[- ]reads?
|don['’]t miss|you may (?:also )?like|further reading|in case you missed it|lees ook|lesen sie auch
|lesen sie hierzu|mehr zum thema|auch interessant|[àa] lire (?:aussi|également)|lire aussi|lea tambi[ée]n
|leer m[áa]s|leggi anche|leia (?:tamb[ée]m|mais)|ver tamb[ée]m|baca juga)\s?[:|>»›-].{1,200}
on [\w-]+\.(?:com|org|net|co\.uk|de|fr|es|it)\s?: .{3,150}|.{0,120}\bclick(?:ing)? here(?: (?:to
|for) .{0,80})?[.!]?
(?:go deeper|profile|timeline|explainer|in pictures|in pics|pictures|photos?|gallery|video|watch|live|podcast|factbox
|quiz|interactive|opinion|analysis|read|explained|in photos|slideshow)\s?:\s.{3,110}(?<![.!?…\"”])
"""

# Heads of link lists: what follows, up to the next prose, is links.
LIST_MARKS = r"""
(?:related|recommended|similar|popular|trending|latest|more|top|featured|recent|other|most)(?: (?:articles?
|stories|story|posts?|news|topics?|content|links?|read(?:ing)?|reads|coverage|videos?|now|headlines|popular
|viewed|shared|commented|recent|discussed|tags|for you|picks|items|searches))+:?
(?:more (?:from|on|in|about|by|like)|read next|up next|next up|see also|you (?:may|might) (?:also )?(?:like
|be interested in|enjoy)|recommended for you|recommended|related|trending|don['’]t miss
|in case you missed it|sponsored(?: content| links| by.*)?|promoted(?: content)?|around the web
|from (?:around )?the web|editor['’]?s?['’]? (?:picks?|choice)|our picks|what to read next|most (?:read
|popular|viewed)|topics|tags|tagged|labels|categories|filed under|about the authors?|author|share this
|follow us|archives?|blogroll|recent posts|recent comments|(?:previous|next|older|newer) (?:post|article
|story|entry|page)s?)(?: .{0,50})?(?<![.!?…]):?
more (?-i:[A-Z]\w+(?: [A-Z]\w+)?)|(?:also )?(?:more|related|read)\s?:|related links?|trending news
(?:das k[öo]nnte sie auch interessieren|mehr zum thema|mehr aus .{2,30}|meistgelesen|schlagw[öo]rter|themen
|[àa] lire aussi|sur le m[êe]me sujet|articles? (?:li[ée]s|similaires|connexes)|art[íi]culos relacionados
|noticias relacionadas|te puede interesar|articoli correlati|leggi anche|lees ook|meer over .{2,30}
|leia (?:tamb[ée]m|mais)|terkait|artikel terkait):?
"""

# Tags, topics, categories, and the path of the page, on one line.
_TAGS = r"""
(?:tags?|tagged|topics?|labels?|categor(?:y|ies)|filed (?:under|in|to)|posted in|keywords?|schlagw[öo]rter
|themen|mots[- ]cl[ée]s|etiquetas|related topics|more on)(?: ?(?:with|as|in))?\s?[:|].{0,250}
(?:#\w+[\s,]*){2,}
(?:home|start|startseite|accueil|inicio|news)(?:\s?[>»›/|→]\s?[^>»›/|→.!?]{1,60}){1,6}
[\w&' -]{1,30}(?:\s[>»›]\s?[\w&',: -]{1,80}){2,6}
"""

# Pictures: captions that name a photographer or an agency, credit lines, players.
_CREDITS = r"""
\(?(?:photo(?:graph|s|graphs|grapher)?|image|picture|pic|video|illustration|graphic|credit|caption|source
|foto|bild|fotograf|cr[ée]dit(?:o|s)?|imagen?|immagine|imagem|file photo|file|image source|image copyright
|image caption|media caption|photo by|photo illustration)s?(?: (?:credits?|by|source|copyright
|courtesy(?: of)?|via|caption))?\s?(?::|/|©|\bby\b)\s?.{1,150}(?<![!?])\)?\.?
\(?(?:photo|image|picture|photograph|illustration|graphic|video|foto|bild)s?(?: by| courtesy(?: of)?
|/) <capital>.{2,80}\)?
.{0,400}[(\[]?(?:photo|image|picture|photograph|foto|bild|credit|courtesy)s?\s?(?::
|/|©|by\b|of\b)[^.]{0,60}\b<agency>[^.]{0,20}[)\]]?\.?
.{0,300}[.”\"’)]\s(?:[A-Z][\w.'’-]+ ){0,4}(?:[/|–—-] ?|via )<agency>(?:[/ ].{0,40})?
.{0,550}\(<agency> ?(?:photo|file)?s?(?: ?/ ?[^)]{2,60})?\)
(?:©|\(c\) ?)?<agency>(?:[/|, ]+<agency>)*
[A-Z][\w.'’ -]{2,40}\s?[/|]\s?<agency>(?:\s?[/|].{0,40})?
(?:click|tap|swipe|scroll) .{0,40}(?:image|photo|picture|gallery|map|chart)\b.{0,40}|(?:image|photo
|pictured|above|below): .{2,200}
this (?:graphic|chart|infographic|map|image|photo)\b.{0,30}\b(?:provided|created|made|produced) by\b.{3,150}
image \d+ of ?(?:/ ?)?\d+|caption|(?:back to|view|open) (?:the )?gallery|show captions?|hide captions?
video player is loading.{0,40}|this is a modal window\.?|play video.{0,60}|embedded (?:video
|content).{0,40}|current time .{0,30}
media playback is (?:unsupported|not supported)\b.{0,60}|your browser does not support\b.{0,80}
"""

# The house: copyright, terms, cookies, advertisements, wire sign-offs, original sources.
_HOUSE = r"""
©.{0,200}|(?:copyright|\(c\)) ?(?:©|\(c\)|(?:19|20)\d\d|by\b).{0,200}|.{0,60}all rights reserved\b.{0,120}
|alle rechte vorbehalten.{0,40}|tous droits r[ée]serv[ée]s.{0,40}
this (?:material|content|article|story) may not be (?:published|reproduced|copied)\b.{0,150}
(?:advertisement|advertising|advertise(?: with us)?|sponsored|ad|anzeige|werbung|publicit[ée]
|publicidad(?:e)?|pubblicit[àa]|advertentie|iklan|реклама|paid content|promoted|partner content
|story continues(?: below)?|article continues(?: below)?|continue reading(?: .{0,60})?)(?: (?:below
|after)? ?(?:this )?ad(?:vertisement)?)?[\s.:…-]*
(?:story|article) continues below.{0,40}|(?:scroll|keep reading|skip) .{0,20}(?:to continue|advertisement
|content).{0,30}
(?:we|this (?:web)?site|our (?:web)?site|this page|[\w.]{3,30}) uses? (?:\w+ ){0,4}cookies\b.{0,400}
|by (?:continuing|using) .{0,120}cookies\b.{0,200}
(?:accept|reject|manage|allow|decline)(?: all)?(?: cookies| preferences)?|cookie (?:policy|settings|notice
|preferences)
wir verwenden cookies\b.{0,400}|nous utilisons des cookies\b.{0,400}|utilizamos cookies\b.{0,400}
please enable javascript\b.{0,150}|javascript is (?:disabled|required)\b.{0,150}
|skip to (?:main )?(?:content|navigation|search)
(?:back|return|go|scroll) to (?:the )?top|jump to .{0,40}|log ?out|my account|(?:toggle|main) (?:navigation
|menu)|(?:open|close) (?:menu|search|modal)
\(?(?:(?:additional |further )?(?:reporting|writing|editing|compiled|research|graphics?) by [A-Z].{1,150}
|(?:edited|written|translated) by [A-Z].{1,100})\)?\.?
this (?:article|story|post|piece|essay|column|report)(?: was| has been
| is)? (?:originally |first |also )?(?:published|appeared|republished|produced)\b.{0,200}|(?:read|view
|see) the original (?:article|story|post)\b.{0,80}|originally published (?:at|on|in|by)\b.{0,100}
(?:this )?(?:post|page|article|site) (?:may )?contains? affiliate\b.{0,250}|(?:disclosure
|disclaimer): .{0,60}affiliate\b.{0,250}
(?:our standards|trust principles|send (?:us )?(?:feedback|tips|corrections)|report (?:an error|a typo
|this ad)|correct(?:ion)?s? policy)\b.{0,80}
(?:(?:have|got) a (?:news )?(?:tip|story|question)\? )?(?:.{2,60} |you )(?:can|may) (?:be |also )?(?:reached?
|contact(?:ed)?|e-?mail(?:ed)?|follow(?:ed)?)\b.{0,40}(?:\S+@\S+|@\w+|twitter|facebook|\d{3}[ -]\d{3,4}).{0,200}
(?:the )?views expressed (?:in this|here)\b.{0,250}|(?:e-?mail|contact|reach
|write to) .{0,60} at \S+@\S+\.?|\S+@\S+\.\w+|https?://\S+|www\.\S+
-{0,3}\s?(?:end|ends|more|###|\d{0,2}-?30-?)\s?-{0,3}
"""

# Words that are buttons or menu entries on a page, but may be a heading in an article.
MENU_WORDS = r"""
(?:<services>)
(?:share|tweet|print|save|bookmark|listen|like|pin it|embed|subscribe|sign up|sign in|log ?in|log ?out
|register|menu|search|close|skip|next|previous|prev|back|home|reply|send|submit|cancel|download|play|pause
|get it|explore|discover|follow|show more|load more|see all|view all|see more|view more|read more
|learn more|loading|(?:un)?mute|advertise|donate|contribute|news|world|business|politics|sports?|opinion
|culture|technology|tech|science|health|travel|video|videos|photos|podcasts?|events|careers|jobs|shop|store
|weather|games|entertainment|lifestyle|editorial|cartoons|letters|sections|topics)[\s.:!…»›>+-]*
(?:privacy(?: policy| notice| statement)?|terms(?: (?:of|and|&) (?:use|service|conditions|sale))?
|contact(?: us)?|about(?: us)?|site ?map|help|faqs?|imprint|impressum|datenschutz|accessibility
|do not sell my (?:personal )?info(?:rmation)?|newsroom|press)(?: ?[|·•/,&] ?.{0,120})?
[\d\W_]{1,12}|« .{0,150}|.{0,150} »|(?:previous|next) (?:post|article|story).{0,120}
"""

# Furniture even where it ends like a sentence; the others count only on lines without a full stop.
SENTENCES = COMMENT_MARKS + _COMMENT_FORM + _PROMPTS + _HOUSE
LABELS = _SHARE + _COUNTS + LINK_LABELS + _TAGS + _CREDITS


def whole_line(patterns: str) -> re.Pattern[str]:
    """One pattern for a list of them, in any case; meant for fullmatch."""
    listed = patterns.strip().replace("\n|", "|").replace("\n\n", "\n").split("\n")
    pattern = "|".join(f"(?:{line})" for line in listed)
    for name, words in (("services", _SERVICES), ("agency", _AGENCY), ("capital", _CAPITAL)):
        pattern = pattern.replace(f"<{name}>", words)
    return re.compile(pattern, re.IGNORECASE)
