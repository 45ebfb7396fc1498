"""Might a message ask to be left alone, in words that no table knows? PURE.

A word of ending beside one of reaching somebody, in one sentence. It stops nothing: whoever meant
it is told the word that does.
"""

import re

from qualification.normalise import fold

_ENDING = re.compile(
    r"\b(?:stop\w*|quit|cease|remove|delete|erase|unsubscrib\w*|no more|never|enough|block\w*|"
    r"(?:do ?n.?o?t|not) (?:want|wish|need|care)|no longer|sick of|tired of|"
    r"(?<!sign )(?<!signs )(?<!signed )off|leave|"
    r"dej[ae]\w*|para(?! (?:no|que|el|la|los|las|mi|mis|un|una|"
    r"\w+r(?:l[oae]s?|nos|me|se|te|les?)?)\b)|par(?:e|ad|en|ar)|"
    r"bast[ae]\w*|ces[ae]\w*|borr\w+|elimin\w+|suprim\w+|bloque\w+|"
    r"quit(?:a|e|en|ad|ar|arme)|de baja|no (?:quiero|quisiera|deseo|necesito)|hart[oa]s?|"
    r"cansad[oa]s?|nunca|ni (?:un|una)|ni se|no vuelv\w+|"
    r"no (?:me|nos) (?=(?:\w+ )?(?:(?:llam|yam|mand|envi|embi|contact|molest)(?:e|es|en|eis)|"
    r"(?:escrib|insist)(?:a|as|an|ais))\b))\b"
)
_REACHING = re.compile(
    r"\b(?:messag\w*|text(?:s|ing)?|contact\w*|call(?:s|ing)|writ(?:e|ing)|e-?mail\w*|list|spam\w*|"
    r"bother\w*|bugging|hear(?:ing)? from|my (?:number|data|details)|notification\w*|"
    r"escrib\w*|mensaj\w*|llam(?:e|en|es|ar|arme|ada|adas)|correos?|sms|wh?atsapps?|wasaps?|lista|"
    r"mi numero|mis datos|publicidad|comunica\w*|molest\w*|insist\w*)\b"
)
_SENTENCE = re.compile(r"[.!?…;\n]+(?=\s|$)|\n")


def may_ask_for_silence(text: str) -> bool:
    """Whether a sentence could be a stop."""
    sentences = _SENTENCE.split(fold(text))
    return any(_ENDING.search(one) and _REACHING.search(one) for one in sentences)
