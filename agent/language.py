"""Which language does the prospect speak now? A word or a name changes nothing. PURE."""

import re

from agent.carrier_words import KEYWORDS, bare
from agent.cues import CUES, words
from agent.hostile.masking import own_part
from agent.reading import Page
from qualification.normalise import detect_language, fold
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS, Language

_CODE = re.compile(r"[{}<>\[\]]")
"""An order to a machine is at least in somebody's language; code is in nobody's."""
ENOUGH_WORDS = 4
"""A shorter message does not change the language of a conversation that is under way."""


def spoken_language(page: Page) -> Language:
    """The one asked for, else that of the newest message that clearly shows one."""
    begun = any(message.author == "prospect" for message in page.transcript)
    for message in reversed(page.unread):
        own = own_part(message.text)
        said = words(fold(own))
        for wanted, table in CUES.items():
            if wanted in page.script.languages and Signal.LANGUAGE_SWITCH in table.signals(said):
                return wanted
        if bare(message.text) in KEYWORDS:
            continue
        known = begun or page.sheet.answers or page.sheet.declined
        first_of_all = not (known or said or _CODE.search(message.text))
        seen = detect_language(message.text if first_of_all else own)
        if seen is None or seen not in page.script.languages:
            continue
        long_enough = len(_plain_words(own)) >= ENOUGH_WORDS
        if (long_enough and page.asked not in CONTACT_KINDS) or not begun:
            return seen
    return page.language


def _plain_words(text: str) -> list[str]:
    """Those that are no address, figure or name: written without a capital, but for the first."""
    parts = text.split()
    return [
        part
        for place, part in enumerate(parts)
        if part[0].isalpha() and "@" not in part and (place == 0 or not part[0].isupper())
    ]
