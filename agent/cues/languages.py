"""Which languages do people ask for that we do not speak?"""

import re

_NAMES = """
    arabic arabe chinese chino mandarin cantonese french frances francais german aleman deutsch
    italian italiano portuguese portugues russian ruso japanese japones korean coreano hindi urdu
    polish polaco dutch holandes romanian rumano ukrainian ucraniano turkish turco greek griego
    hebrew hebreo swedish sueco catalan euskera basque vasco gallego galician valenciano farsi
    persian bengali punjabi tagalog vietnamese vietnamita thai swahili danish norwegian finnish
    czech checo hungarian hungaro bulgarian bulgaro
""".split()  # noqa: SIM905
_WISHES = """
    speak talk chat write answer reply switch change converse communicate use habla hablas hablan
    hablais hablar hablo escribe escribir contesta contestar responde responder cambia cambiar
    cambiemos sabes know language idioma
""".split()  # noqa: SIM905
_ASKED = re.compile(
    rf"\b(?:{'|'.join(_WISHES)})\b(?: \S+){{0,4}}? (?:{'|'.join(_NAMES)})\b"
    rf"|^(?:in|en) (?:{'|'.join(_NAMES)})\b|\b(?:{'|'.join(_NAMES)}) (?:please|por favor)$"
)


def asks_for_another(said: str) -> bool:
    """Whether a message, given as its words, asks for a language that is not ours."""
    return _ASKED.search(said) is not None
