"""Which words does the spoken form use? Currencies, months, units and signs, es and en."""

import re
from collections.abc import Mapping

from agent.numerals import Form
from qualification.values import Language

Named = tuple[str, str, str, str, Form]
"""One, many, one cent, many cents, and the form of the number before it."""
_CENTS_ES = ("céntimo", "céntimos")
_CENTAVOS = ("centavo", "centavos")
_CENTS = ("cent", "cents")
CURRENCIES: Mapping[str, Mapping[Language, Named]] = {
    "EUR": {
        "es": ("euro", "euros", *_CENTS_ES, "masculine"),
        "en": ("euro", "euros", *_CENTS, "alone"),
    },
    "USD": {
        "es": ("dólar", "dólares", *_CENTAVOS, "masculine"),
        "en": ("dollar", "dollars", *_CENTS, "alone"),
    },
    "GBP": {
        "es": ("libra", "libras", "penique", "peniques", "feminine"),
        "en": ("pound", "pounds", "penny", "pence", "alone"),
    },
    "MXN": {
        "es": ("peso mexicano", "pesos mexicanos", *_CENTAVOS, "masculine"),
        "en": ("Mexican peso", "Mexican pesos", "centavo", "centavos", "alone"),
    },
    "COP": {
        "es": ("peso colombiano", "pesos colombianos", *_CENTAVOS, "masculine"),
        "en": ("Colombian peso", "Colombian pesos", "centavo", "centavos", "alone"),
    },
    "ARS": {
        "es": ("peso argentino", "pesos argentinos", *_CENTAVOS, "masculine"),
        "en": ("Argentine peso", "Argentine pesos", "centavo", "centavos", "alone"),
    },
    "CLP": {
        "es": ("peso chileno", "pesos chilenos", *_CENTAVOS, "masculine"),
        "en": ("Chilean peso", "Chilean pesos", "centavo", "centavos", "alone"),
    },
    "CHF": {
        "es": ("franco suizo", "francos suizos", *_CENTS_ES, "masculine"),
        "en": ("Swiss franc", "Swiss francs", *_CENTS, "alone"),
    },
}
CURRENCY_OF: Mapping[str, str] = {"€": "EUR", "$": "USD", "£": "GBP"}
PERIODS: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "mes": "al mes",
        "año": "al año",
        "hora": "por hora",
        "h": "por hora",
        "día": "al día",
        "dia": "al día",
        "semana": "a la semana",
        "trimestre": "al trimestre",
        "usuario": "por usuario",
        "persona": "por persona",
    },
    "en": {
        "month": "a month",
        "mo": "a month",
        "year": "a year",
        "yr": "a year",
        "hour": "an hour",
        "h": "an hour",
        "day": "a day",
        "week": "a week",
        "quarter": "a quarter",
        "user": "a user",
        "person": "a person",
    },
}
MONTHS: Mapping[Language, tuple[str, ...]] = {
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
        *("septiembre", "octubre", "noviembre", "diciembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
}
SIGNS_SAID: Mapping[Language, Mapping[str, str]] = {
    "es": {
        ".": "punto",
        "@": "arroba",
        "-": "guion",
        "_": "guion bajo",
        "+": "más",
        "%": "por ciento",
        "&": "y",
        "=": "igual a",
        "€": "euros",
        "$": "dólares",
        "£": "libras",
    },
    "en": {
        ".": "dot",
        "@": "at",
        "-": "dash",
        "_": "underscore",
        "+": "plus",
        "%": "percent",
        "&": "and",
        "=": "equals",
        "€": "euros",
        "$": "dollars",
        "£": "pounds",
    },
}
"""The signs that are said; the others are not."""
TO: Mapping[Language, str] = {"es": "a", "en": "to"}
MINUS: Mapping[Language, str] = {"es": "menos", "en": "minus"}
POINT: Mapping[Language, str] = {"es": "coma", "en": "point"}
AND_CENTS: Mapping[Language, str] = {"es": "con", "en": "and"}
HALVES: Mapping[Language, Mapping[str, str]] = {
    "es": {"a": "de la mañana", "p": "de la tarde"},
    "en": {"a": "a.m.", "p": "p.m."},
}
"""Of the day."""


def _patterns(table: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in table.items())


SHORTHAND: Mapping[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "es": _patterns(
        {
            r"\b24/7\b": "las veinticuatro horas",
            r"\by/o\b": "y o",
            r"\bn(?:\.?º|º\.|úm\.)": "número",
            r"\baprox\.": "aproximadamente",
            r"\bp\. ?ej\.": "por ejemplo",
            r"\btel\.": "teléfono",
        }
    ),
    "en": _patterns(
        {
            r"\b24/7\b": "twenty-four seven",
            r"\band/or\b": "and or",
            r"\be\.g\.": "for example",
            r"\bi\.e\.": "that is",
            r"\bapprox\.": "approximately",
            r"\bno\. (?=\d)": "number ",
        }
    ),
}
UNITS: Mapping[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "es": _patterns(
        {
            r"(?<=\d) ?m(?:²|2)(?!\w)": " metros cuadrados",
            r"(?<=\d) ?km\b": " kilómetros",
            r"(?<=\d) ?kg\b": " kilos",
            r"(?<=\d) ?cm\b": " centímetros",
            r"(?<=\d) ?min\b\.?": " minutos",
            r"(?<=\d) ?h\b\.?": " horas",
        }
    ),
    "en": _patterns(
        {
            r"(?<=\d) ?(?:m²|m2|sq\.? ?m\b\.?)": " square metres",
            r"(?<=\d) ?(?:ft²|ft2|sq\.? ?ft\b\.?)": " square feet",
            r"(?<=\d) ?km\b": " kilometres",
            r"(?<=\d) ?kg\b": " kilos",
            r"(?<=\d) ?cm\b": " centimetres",
            r"(?<=\d) ?mins?\b\.?": " minutes",
            r"(?<=\d) ?(?:hrs?|h)\b\.?": " hours",
        }
    ),
}
FUNCTION_WORDS = frozenset(
    (
        *(
            "a",
            "al",
            "con",
            "de",
            "del",
            "e",
            "el",
            "en",
            "es",
            "están",
            "ha",
            "han",
            "hasta",
            "la",
        ),
        *("las", "los", "más", "ni", "no", "o", "para", "por", "que", "se", "si", "sin", "son"),
        *("u", "un", "una", "y", "ya"),
    )
)
"""What stands behind a number and is not counted by it."""
NOT_FEMININE = frozenset(
    (
        *("día", "días", "problema", "problemas", "sistema", "sistemas", "programa", "programas"),
        *("idioma", "idiomas", "tema", "temas", "mapa", "mapas", "planeta", "planetas"),
        *("atrás", "además"),
    )
)
