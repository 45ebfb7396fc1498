"""What does a sentence claim? Figures, dates, names, addresses and promises, each to be held
against what was approved. PURE.

The tables hold the beginnings of words, folded: `garantiz` finds "garantizo" and "garantizamos".
"""

import re
import unicodedata
from datetime import datetime
from functools import lru_cache

from agent.cues.table import phrases
from qualification.normalise import detect_language, fold, read_number, read_timeframe
from qualification.values import Language

_OFF_LIMITS = """
    garantiz, garantia, promet, promes, le aseguro, les aseguro, te aseguro, aseguramos,
    descuent, rebaj, gratis, gratuit, regal, sin coste, sin costo, sin compromiso, reembols,
    devolucion, oferta, mejor precio, precio especial, sin duda, 100%, guarantee, promis,
    assure you, ensure, discount, free, refund, no cost, no charge, without charge, on the
    house, special offer, special price, best price, money back, for sure, definitely, bargain,

    cualific, califica, aprobad, aceptad, enhorabuena, preseleccionad, qualif, approved,
    accepted, congratulations, eligible, shortlisted, you passed, you've passed, you have passed,
    you made it, good fit, great fit, perfect fit, ha pasado el, ha superado, seleccionad, encaja,

    le llamar, les llamar, le enviar, les enviar, te enviar, he enviado, hemos enviado, he
    reservado, hemos reservado, he agendado, he programado, queda reservad, le visitar, we will
    call, we'll call, i will call, i'll call, will send, we'll send, i'll send, i've sent, i
    have sent, booked, scheduled, reserved,

    soy humana, soy un humano, soy una persona, soy persona, no soy un bot, no soy un robot, no
    soy una maquina, no soy una ia, i'm human, i am human, i'm a human, i am a human, i'm a
    person, i am a person, i'm a real, i am a real, real person, flesh and blood, carne y hueso,
    persona real, persona de verdad, hablando con una persona, talking to a person, talking to a
    human, not a bot, not a robot, not an ai, not a machine,

    contrasen, tarjeta de, iban, cuenta bancaria, dni, pasaporte, cvv, password, credit card,
    card number, bank account, passport, social security
"""
"""Promises, decisions, things done or to be done, being human, secrets: never a model's to say."""
_PRICING = """
    precio, cuesta, costar, coste, vale, sale, salen, tarifa, cuota, cobra, pagar, por solo, desde,
    queda en, quedar, dejamos, dejo en, price, cost, fee, charg, it's, it is, that's, only, just,
    per user, from, pay, for you
"""
"""Words that make an amount our price rather than the prospect's own figure said back."""
_NUMERALS = """
    dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce,
    quince, dieci, veint, treint, cuarent, cincuent, sesent, setent, ochent, novent, cien,
    doscient, trescient, cuatrocient, quinient, seiscient, setecient, ochocient, novecient,
    mil, millon, medi, mitad, dobl, tripl, docen, par, un par, tercio, cuart, two, three, four,
    five, six, seven, eight, nine, ten, eleven, twel, thirt, fift, twent, fort, eighty, ninet,
    hundred, thousand, million, billion, half, double, triple, dozen, couple, third, quarter,
    grand
"""
_TIMES = """
    hoy, manana, ayer, pasado, lunes, martes, miercoles, jueves, viernes, sabado, domingo,
    ener, febrer, marz, abril, may, juni, juli, agost, septiembre, setiembre, octubre,
    noviembre, diciembre, dia, semana, mes, trimestre, ano, verano, otono, invierno, primavera,
    navidad, hora, minut, ya, ahora, pronto, inmediat, enseguida, mediod, tarde, noche, finde,
    today, tomorrow, yesterday, tonight, mon, tue, wed, thu, fri, sat, sun, jan, feb, mar, apr,
    jun, jul, aug, sep, oct, nov, dec, day, week, month, year, summer, autumn, fall, winter,
    spring, christmas, hour, minut, now, soon, immediat, asap, noon, morning, afternoon,
    evening, night, eoy, eom, eoq, q
"""
"""Without one of these, or a figure, the normalisers need not look."""
_FOREIGN = frozenset(
    phrases(
        """
        und, ist, sie, wir, nicht, danke, vielen, ihre, haben, merci, vous, nous, avec, votre,
        bonjour, obrigado, obrigada, voce, nao, uma, sua, grazie, sono, della, buongiorno, vostra,
        gracies, amb, aixo, vostre
        """
    )
)
"""Common words of other languages that are no words of Spanish or English."""


def _beginnings(listed: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases(listed))) + ")")


_OFF_LIMITS_PATTERN = _beginnings(_OFF_LIMITS)
_PRICING_PATTERN = _beginnings(_PRICING)
_NUMERALS_PATTERN = _beginnings(_NUMERALS)
_TIMES_PATTERN = _beginnings(_TIMES)
_FIGURE = re.compile(r"\d")
_HARMLESS = re.compile(r"\b(?:feel free|free time|just so)\b")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|por ciento|percent|per cent)")
_ADDRESS = re.compile(r"\w+://\S+|www\.\S+|\S+@\S+|\b[\w-]+\.(?:[a-z]{2,})\b(?:/\S*)?|(?<!\w)@\w+")
_MARKUP = re.compile(r"[*_#`|<>{}\[\]\\^~=]|(?m:^\s*(?:[-•+]|\d+[.)])\s)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_STARTS_SENTENCE = frozenset('.!?…:¡¿\n"“«(')
_I = re.compile(r"I(?:['’](?:m|ll|ve|d))?")
_MOST_SYMBOLS = 1
_TELLING_WORDS = 6
"""A sentence of so many words shows its language: with none recognised, it is a foreign one."""


def off_limits(text: str) -> frozenset[str]:
    """What in a text is never a model's to say, by the beginnings of the words."""
    return frozenset(_OFF_LIMITS_PATTERN.findall(_HARMLESS.sub(" ", fold(text))))


def speaks_of_price(text: str) -> bool:
    """Whether an amount in this text would be heard as our price."""
    return _PRICING_PATTERN.search(fold(text)) is not None


def numbers(text: str, language: Language) -> frozenset[str]:
    """Every number, in figures or words; a percentage is another thing than the bare number."""
    folded = fold(text)
    if not (_FIGURE.search(folded) or _NUMERALS_PATTERN.search(folded)):
        return frozenset()
    percents = {f"{found.replace(',', '.')}%" for found in _PERCENT.findall(folded)}
    read = read_number(text, language)
    ends = {end for one in read for end in (one.min, one.max) if end is not None}
    return frozenset({f"{end.normalize():f}" for end in ends} | percents)


def times(text: str, language: Language, now: datetime) -> tuple[str, ...]:
    """The words of every date and stretch of time."""
    folded = fold(text)
    if not (_FIGURE.search(folded) or _TIMES_PATTERN.search(folded)):
        return ()
    found = read_timeframe(text, language, now=now)
    return tuple(text[one.span[0] : one.span[1]] for one in found)


def names(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence, folded."""
    found = set()
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip(" ")[-1:]
        inside = before != "" and before not in _STARTS_SENTENCE
        if inside and match[0][0].isupper() and not _I.fullmatch(match[0]):
            found.add(_plain(match[0]))
    return frozenset(found)


def words_of(text: str) -> frozenset[str]:
    """All words of a text, folded: what names are looked up in."""
    return frozenset(_plain(match[0]) for match in _WORD.finditer(text))


def _plain(word: str) -> str:
    folded = fold(word)
    return folded.removesuffix("'s").strip("'-")


def addresses(text: str) -> tuple[str, ...]:
    """Links, e-mail addresses, domains and handles."""
    return tuple(found.rstrip(".,;:!?)") for found in _ADDRESS.findall(fold(text)))


def is_marked_up(text: str) -> bool:
    """Formatting, code, control characters or a string of symbols instead of plain words."""
    symbols = sum(unicodedata.category(character) in ("So", "Co") for character in text)
    controls = any(unicodedata.category(one) in ("Cc", "Cs") for one in text if one != "\n")
    return controls or symbols > _MOST_SYMBOLS or _MARKUP.search(text) is not None


@lru_cache(maxsize=4096)
def _is_latin(letter: str) -> bool:
    return "LATIN" in unicodedata.name(letter, "")


def is_foreign(text: str, language: Language) -> bool:
    """Whether a text is in another language than this one, as far as it shows any."""
    if not text.isascii() and any(letter.isalpha() and not _is_latin(letter) for letter in text):
        return True
    said = [fold(match[0]) for match in _WORD.finditer(text)]
    if _FOREIGN.intersection(said):
        return True
    seen = detect_language(text)
    return seen != language if seen is not None else len(said) >= _TELLING_WORDS
