"""What is written in any style of either language reads back as what was meant."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qualification.normalise import read_timeframe
from qualification.normalise.days import add_months
from qualification.normalise.lexicon import lexicon
from qualification.normalise.tables import time_en
from qualification.values import Language, Timeframe

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
TODAY = NOW.date()
MONTHS: dict[Language, list[str]] = {
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
WEEKDAYS: dict[Language, list[str]] = {
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
COUNTS: dict[Language, list[str]] = {
    "es": [
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
    ],
    "en": [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
}
UNITS: dict[Language, dict[str, str]] = {
    "es": {"day": "días", "week": "semanas", "month": "meses", "year": "años"},
    "en": {"day": "days", "week": "weeks", "month": "months", "year": "years"},
}
LANGUAGES = st.sampled_from(["es", "en"])
DATES = st.dates(date(2026, 3, 5), date(2098, 12, 31))
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def the_one(text: str, language: Language, *, asked: bool = False) -> Timeframe:
    (value,) = read_timeframe(text, language, now=NOW, asked=asked)
    assert text[slice(*value.span)]
    return value


def days(text: str, language: Language, *, asked: bool = False) -> tuple[date | None, date | None]:
    value = the_one(text, language, asked=asked)
    return value.start, value.end


def written(day: date, language: Language, pattern: str) -> str:
    return pattern.format(
        d=day.day,
        m=day.month,
        y=day.year,
        yy=day.year % 100,
        th=f"{day.day}{ENDINGS.get(day.day, 'th')}",
        name=MONTHS[language][day.month - 1],
        short=MONTHS[language][day.month - 1][:3],
        weekday=WEEKDAYS[language][day.weekday()],
    )


@given(
    DATES,
    st.sampled_from(
        [
            ("es", "{d}/{m}/{y}"),
            ("es", "{d:02}/{m:02}/{y}"),
            ("es", "{d}.{m}.{y}"),
            ("es", "{d}-{m}-{y}"),
            ("es", "{d}-{short}-{y}"),
            ("es", "{d} de {name} de {y}"),
            ("es", "el {d} de {name} del {y}"),
            ("es", "el {weekday} {d} de {name} de {y}"),
            ("es", "{weekday}, {d} {name} {y}"),
            ("es", "{y}-{m:02}-{d:02}"),
            ("en", "{m}/{d}/{y}"),
            ("en", "{name} {d}, {y}"),
            ("en", "{name} {th}, {y}"),
            ("en", "{name} {th} {y}"),
            ("en", "{th} of {name} {y}"),
            ("en", "the {th} of {name}, {y}"),
            ("en", "{d} {short} {y}"),
            ("en", "{d}-{short}-{y}"),
            ("en", "{weekday}, {name} {d}, {y}"),
            ("en", "{weekday} the {th} of {name} {y}"),
            ("en", "{y}-{m:02}-{d:02}"),
            ("en", "{y}{m:02}{d:02}"),
            ("en", "{y}/{m}/{d}"),
        ]
    ),
    st.sampled_from(["{}", "{}.", "hola, {}", "we could do {}", "({})"]),
)
def test_a_full_date(day: date, style: tuple[Language, str], sentence: str) -> None:
    language, pattern = style
    text = sentence.format(written(day, language, pattern))
    assert days(text, language) == (day, day + timedelta(days=1))


@given(
    st.integers(1, 364),
    st.sampled_from(
        [("es", "{d} de {name}"), ("es", "{d}/{m}"), ("en", "{name} {th}"), ("en", "{m}/{d}")]
    ),
)
def test_a_date_without_its_year_lies_within_a_year(
    ahead: int, style: tuple[Language, str]
) -> None:
    day = TODAY + timedelta(days=ahead)
    assume((day.day, day.month) != (24, 7))  # around the clock
    assert days(written(day, style[0], style[1]), style[0]) == (day, day + timedelta(days=1))


@given(
    DATES,
    st.sampled_from(
        [
            ("es", "{name} de {y}"),
            ("es", "en {name} del {y}"),
            ("es", "{name} {y}"),
            ("es", "{m}/{y}"),
            ("en", "{name} {y}"),
            ("en", "in {name} of {y}"),
            ("en", "in {short} {y}"),
            ("en", "{name} '{yy:02}"),
        ]
    ),
)
def test_a_month(day: date, style: tuple[Language, str]) -> None:
    language, pattern = style
    first = day.replace(day=1)
    after = first + timedelta(days=monthrange(day.year, day.month)[1])
    assert days(written(day, language, pattern), language) == (first, after)


@given(
    st.integers(1, 4),
    st.integers(2026, 2098),
    st.sampled_from(
        [
            ("es", "Q{n} de {y}"),
            ("es", "{n}T {y}"),
            ("es", "T{n} {y}"),
            ("es", "el {word} trimestre de {y}"),
            ("en", "Q{n} {y}"),
            ("en", "{n}Q{yy:02}"),
            ("en", "Q{n}'{yy:02}"),
            ("en", "{y} Q{n}"),
            ("en", "the {word} quarter of {y}"),
        ]
    ),
)
def test_a_quarter(number: int, year: int, style: tuple[Language, str]) -> None:
    language, pattern = style
    words = {"es": "primer segundo tercer cuarto", "en": "first second third fourth"}[language]
    text = pattern.format(n=number, y=year, yy=year % 100, word=words.split()[number - 1])
    first = date(year, 3 * number - 2, 1)
    assert days(text, language) == (first, add_months(first, 3))


@given(
    st.integers(1, 2),
    st.integers(2026, 2098),
    st.sampled_from(
        [
            ("es", "{n}S {y}"),
            ("es", "el {word} semestre de {y}"),
            ("es", "la {half} mitad de {y}"),
            ("en", "H{n} {y}"),
            ("en", "{n}H {y}"),
            ("en", "the {word} half of {y}"),
        ]
    ),
)
def test_a_half(number: int, year: int, style: tuple[Language, str]) -> None:
    language, pattern = style
    words = {"es": "primer segundo", "en": "first second"}[language].split()
    half = ("primera", "segunda")[number - 1]
    text = pattern.format(n=number, y=year, word=words[number - 1], half=half)
    first = date(year, 6 * number - 5, 1)
    assert days(text, language) == (first, add_months(first, 6))


@given(LANGUAGES, st.integers(0, 6))
def test_a_weekday_is_the_next_one(language: Language, number: int) -> None:
    start, _ = days(WEEKDAYS[language][number], language)
    assert start is not None
    assert start.weekday() == number
    assert TODAY < start <= TODAY + timedelta(days=7)


@given(
    LANGUAGES,
    st.sampled_from(["day", "week", "month", "year"]),
    st.integers(2, 12),
    st.booleans(),
    st.sampled_from(["in", "ago", "within", "answer"]),
)
def test_an_amount_of_time(
    language: Language, unit: str, count: int, spelled: bool, way: str
) -> None:
    amount = COUNTS[language][count - 2] if spelled else str(count)
    said = f"{amount} {UNITS[language][unit]}"
    patterns = {
        "es": {"in": "dentro de {}", "ago": "hace {}", "within": "en menos de {}"},
        "en": {"in": "in {}", "ago": "{} ago", "within": "within {}"},
    }[language]
    sign = -1 if way == "ago" else 1
    months = {"month": 1, "year": 12}.get(unit, 0) * count * sign
    ahead = {"day": 1, "week": 7}.get(unit, 0) * count * sign
    then = add_months(TODAY, months) + timedelta(days=ahead)
    stretch = way in ("within", "answer")
    expected = (TODAY, then) if stretch else (then, then + timedelta(days=1))
    text = patterns.get(way, "{}").format(said)
    assert days(text, language, asked=way == "answer") == expected


@given(
    DATES,
    st.integers(1, 300),
    st.sampled_from(
        [
            ("es", "del {} al {}", "{d} de {name} de {y}"),
            ("es", "desde el {} hasta el {}", "{d}/{m}/{y}"),
            ("es", "entre el {} y el {}", "{d} de {name} de {y}"),
            ("en", "from {} to {}", "{name} {th}, {y}"),
            ("en", "between {} and {}", "{m}/{d}/{y}"),
            ("en", "{} - {}", "{d} {short} {y}"),
            ("en", "{} through {}", "{y}-{m:02}-{d:02}"),
        ]
    ),
)
def test_a_range_of_days(start: date, longer: int, style: tuple[Language, str, str]) -> None:
    language, sentence, pattern = style
    last = start + timedelta(days=longer)
    text = sentence.format(written(start, language, pattern), written(last, language, pattern))
    assert days(text, language) == (start, last + timedelta(days=1))


@given(
    st.integers(1, 12),
    st.integers(1, 11),
    st.sampled_from(
        [
            ("es", "de {} a {}"),
            ("es", "entre {} y {}"),
            ("es", "{}-{}"),
            ("en", "from {} to {}"),
            ("en", "between {} and {}"),
            ("en", "{} through {}"),
        ]
    ),
)
def test_a_range_of_months(first: int, longer: int, style: tuple[Language, str]) -> None:
    language, sentence = style
    last = (first - 1 + longer) % 12 + 1
    text = sentence.format(MONTHS[language][first - 1], MONTHS[language][last - 1])
    assume("May" not in text and "March" not in text)
    start, end = days(text, language)
    assert start is not None
    assert end is not None
    assert (start.month, end) == (first, add_months(start, longer + 1))
    assert end > TODAY


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_phrase_is_taught_by_one_line_of_a_table(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_timeframe("round abouts the end of Octember", language, now=NOW) == ()
    monkeypatch.setitem(time_en.TIMES.months, 10, "october, oct, octember")
    lexicon.cache_clear()
    try:
        start, end = days("the end of Octember", language)
    finally:
        monkeypatch.undo()
        lexicon.cache_clear()
    assert (start, end) == (date(2026, 10, 21), date(2026, 11, 1))
