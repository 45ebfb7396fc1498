"""How prospects talk about when they would buy, seen from Wednesday 4 March 2026."""

from datetime import UTC, date, datetime, timedelta

import pytest

from qualification.normalise import read_timeframe
from qualification.values import Language, Timeframe

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)


def said(text: str, language: Language, *, asked: bool = False, now: datetime = NOW) -> list[str]:
    return [_shown(one) for one in read_timeframe(text, language, now=now, asked=asked)]


def _shown(one: Timeframe) -> str:
    if one.kind in ("asap", "none"):
        return one.kind
    return f"{one.start}..{one.end or ''}"


def spelled_out(gold: str) -> list[str]:
    """ "04-15" is that day of 2026; "04-15.." is open; "04-15..05-01" is a stretch."""
    found: list[str] = []
    for part in gold.split():
        start, dots, end = (f"2026-{p}" if len(p) == 5 else p for p in part.partition(".."))
        if dots or start in ("asap", "none"):
            found.append(start + dots + end)
        else:
            found.append(f"{start}..{date.fromisoformat(start) + timedelta(days=1)}")
    return found


@pytest.mark.parametrize(
    ("text", "gold"),
    [
        # Parts of a year
        ("a finales de 2026", "10-01..2027-01-01"),
        ("a principios de 2027", "2027-01-01..2027-04-01"),
        ("la segunda mitad del año", "07-01..2027-01-01"),
        ("en la segunda mitad de mayo", "05-16..06-01"),
        ("la primera mitad de 2027", "2027-01-01..2027-07-01"),
        ("1T 2027", "2027-01-01..2027-04-01"),
        ("2T de 2026", "04-01..07-01"),
        ("1S 2027", "2027-01-01..2027-07-01"),
        ("del segundo al cuarto trimestre", "04-01..2027-01-01"),
        ("del cuarto al segundo trimestre", "04-01..07-01"),
        ("del quinto al sexto trimestre", ""),
        ("Q1 o Q2 del año que viene", "2027-01-01..2027-07-01"),
        ("enero del 27", "2027-01-01..2027-02-01"),
        ("en algún momento del año que viene", "2027-01-01..2028-01-01"),
        ("a lo largo del año", "01-01..2027-01-01"),
        ("en el nuevo año", "2027-01-01..2028-01-01"),
        ("finales del trimestre", "03-01..04-01"),
        ("durante el mes de mayo", "05-01..06-01"),
        ("el último trimestre", "10-01..2027-01-01"),
        # What lies behind
        ("firmaron en noviembre", "2025-11-01..2025-12-01"),
        ("estuve con ustedes el lunes", "03-02"),
        ("vendió la casa en enero", "01-01..02-01"),
        ("firmamos en noviembre", "11-01..12-01"),
        # No hurry
        ("no tengo apuro", "none"),
        # Limits
        ("de aquí a junio", "03-04..07-01"),
        ("a caballo entre marzo y abril", "03-01..05-01"),
        ("marzo, abril como mucho", "03-01..05-01"),
        ("como muy tarde en mayo", "03-04..06-01"),
        ("en mayo como pronto", "05-01.."),
        ("no hasta mayo", "05-01.."),
        ("hasta mayo no", "05-01.."),
        ("hasta después del verano no", "09-24.."),
        ("hasta septiembre no tenemos presupuesto", "09-01.."),
        ("pasado el verano", "09-24.."),
        ("el pasado mayo", "2025-05-01..2025-06-01"),
        ("el verano pasado", "2025-06-21..2025-09-24"),
        ("pasado mayo", "06-01.."),
        ("cuando acabe el trimestre", "04-01.."),
        ("cuando acabe el minuto", ""),
        ("antes de que empiece el verano", "03-04..06-21"),
        ("antes de tres meses", "03-04..06-04"),
        ("a partir de 2028", "2028-01-01.."),
        ("de mediados de marzo a mediados de abril", "03-11..04-21"),
        ("septiembre, octubre", "09-01..11-01"),
        ("este mes o el que viene", "03-01..05-01"),
        ("esta semana o el mes siguiente", "03-02..03-09 04-01..05-01"),
        ("primavera o verano", "03-20..09-24"),
        # Lengths of time
        ("en mes y medio", "04-19"),
        ("en meses y medio", ""),
        ("en unas semanas", "03-25"),
        ("en los próximos meses", "03-05..06-05"),
        ("los últimos días", "03-01..03-05"),
        ("un mes o dos", "03-04..05-04"),
        ("dentro de dos lunes", "03-16"),
        ("hace unos días", "03-01"),
        ("llevamos tres semanas esperando", ""),
        ("un mes después de firmar", ""),
        # Weeks and days
        ("la semana del 4 de mayo", "05-04..05-11"),
        ("en la semana del 20 de abril", "04-20..04-27"),
        ("las dos primeras semanas de junio", "06-01..06-15"),
        ("los primeros días de junio", "06-01..06-04"),
        ("el último día del mes", "03-31"),
        ("el primer lunes del mes", "04-06"),
        ("el primero de mes", "04-01"),
        ("el mes que viene, el día 5", "04-05"),
        ("el viernes de la semana pasada", "02-27"),
        ("el lunes después de Semana Santa", "04-06"),
        ("el finde", "03-07..03-09"),
        ("31-12", "12-31"),
        ("el 5-mar-2027", "2027-03-05"),
        ("mar 2027", "2027-03-01..2027-04-01"),
        ("reunión de lunes a mar", "03-09..03-11"),
        ("15-may-2027", "2027-05-15"),
        ("antes del 15", "03-04..03-15"),
        ("después del 15", "03-16.."),
        ("a partir del 15", "03-15.."),
        ("antes del 15 aniversario", ""),
        ("13/abr/27", "2027-04-13"),
        # Feasts
        ("antes del Black Friday", "03-04..11-27"),
        ("para después de Semana Santa", "04-06.."),
        ("el puente de diciembre", "12-06..12-09"),
        ("después de las navidades", "2027-01-07.."),
        # Haste and leisure
        ("en cuanto se pueda", "asap"),
        ("lo necesitamos para ayer", "asap"),
        ("sin prisa, para septiembre", "09-01..10-01"),
        ("ahora", "asap"),
        ("más adelante", "none"),
        ("sin prisa, no hay prisa", "none"),
        # No time at all
        ("el día 1 de cada mes", ""),
        ("cada dos semanas", ""),
        ("trabajamos de lunes a viernes", ""),
        ("vivo en San José", ""),
        ("me llamo Ana Reyes", ""),
        ("de 05-12 personas", ""),
    ],
)  # fmt: skip
def test_in_spanish(text: str, gold: str) -> None:
    assert said(text, "es") == spelled_out(gold)


@pytest.mark.parametrize(
    ("text", "gold"),
    [
        # Parts of a year
        ("early 2027", "2027-01-01..2027-04-01"),
        ("the end of 2026", "10-01..2027-01-01"),
        ("late 2020", "2020-10-01..2021-01-01"),
        ("late 2020 offices", ""),
        ("rest of 2027", "2027-01-01..2028-01-01"),
        ("mid-Q2", "05-01..06-01"),
        ("late H2", "11-01..2027-01-01"),
        ("Q1 '27", "2027-01-01..2027-04-01"),
        ("Q4'26", "10-01..2027-01-01"),
        ("4Q26", "10-01..2027-01-01"),
        ("1H 2027", "2027-01-01..2027-07-01"),
        ("5Q", ""),
        ("Q4'1", ""),
        ("2027 Q3", "2027-07-01..2027-10-01"),
        ("2027 first half", "2027-01-01..2027-07-01"),
        ("2027 first week", ""),
        ("FY27", "2027-01-01..2028-01-01"),
        ("fy123", ""),
        ("march twenty twenty seven", "2027-03-01..2027-04-01"),
        ("second half of April", "04-16..05-01"),
        ("spring of next year", "2027-03-20..2027-06-21"),
        ("in the new year", "2027-01-01..2028-01-01"),
        ("between Q2 and Q3 2027", "2027-04-01..2027-10-01"),
        ("from Q4 to Q1 2027", "10-01..2027-04-01"),
        ("from Q3 to Q1", "07-01..2027-04-01"),
        ("Q2 2027 to Q3", "2027-04-01..2027-10-01"),
        ("Q3 or Q1 of next year", "07-01..10-01 2027-01-01..2027-04-01"),
        ("Q1 2028 or Q2 of next year", "2028-01-01..2028-04-01 2027-04-01..2027-07-01"),
        ("mid to late June", "06-11..07-01"),
        ("late to mid June", "06-11..06-21"),
        ("week 20 of 2027", "2027-05-17..2027-05-24"),
        ("day 20 of 2027", "03-20"),
        ("we want to start this summer", "06-21..09-24"),
        ("the month of May", "05-01..06-01"),
        ("the week of May", "05-01..06-01"),
        # What lies behind, and what only looks so
        ("we started in January", "01-01..02-01"),
        ("we signed the lease in November", "2025-11-01..2025-12-01"),
        ("we spoke on Monday", "03-02"),
        ("they came in May", "2025-05-01..2025-06-01"),
        ("it happened last week", "02-23..03-02"),
        ("we began in 2024", "2024-01-01..2025-01-01"),
        ("we met tomorrow", "03-05"),
        ("what if we started in January?", "2027-01-01..2027-02-01"),
        ("it has to be signed in November", "11-01..12-01"),
        # Limits
        ("April or May", "04-01..06-01"),
        ("this week or next", "03-02..03-16"),
        ("tomorrow or next", "03-05"),
        ("this week or the week after", "03-02..03-16"),
        ("this week or the month after", "03-02..03-09"),
        ("May at the latest", "03-04..06-01"),
        ("in Q2, Q3 at the latest", "04-01..10-01"),
        ("in Q3, May at the latest", "07-01..10-01 03-04..06-01"),
        ("May at the earliest", "05-01.."),
        ("earliest in June", "06-01.."),
        ("we can't start until June", "06-01.."),
        ("not until after the summer", "09-24.."),
        ("we aren't going to buy until next year", "2027-01-01.."),
        ("on or after April 6", "04-06.."),
        ("once summer is over", "09-24.."),
        ("before 2028", "03-04..2028-01-01"),
        ("after 2027", "2028-01-01.."),
        ("since January", "01-01..03-04"),
        ("since May", "2025-05-01..03-04"),
        ("since June 2027", "2027-06-01..2027-07-01"),
        ("from May 2020", "2020-05-01..03-04"),
        ("end of March, beginning of April", "03-21..04-11"),
        # Lengths of time
        ("in a month or two", "04-04..05-05"),
        ("a month or one", ""),
        ("the next week or two", "03-05..03-19"),
        ("within the next 30-60 days", "03-04..05-03"),
        ("in the coming weeks", "03-05..03-26"),
        ("the last weeks", "02-11..03-05"),
        ("within the year", "03-04..2027-01-01"),
        ("two months tops", "03-04..05-04"),
        ("more than a year", "2027-03-04.."),
        ("it takes more than a year", ""),
        ("less than 3 days after tomorrow", "03-05..03-08"),
        ("we have been waiting for two years", ""),
        ("3 quarters", "03-04..12-04"),
        ("in three quarters", "12-04"),
        ("in 3 w", "03-25"),
        ("until 3 weeks", "03-04..03-26"),
        ("3/6 months", "03-04..09-04"),
        ("1/2 of the people", ""),
        ("next 3 months", "04-01..07-01"),
        ("in the next 3 months", "03-05..06-05"),
        ("upcoming 2 weeks", "03-16..03-23"),
        ("2 upcoming months", "05-01..06-01"),
        ("upcoming 2 days", "03-06"),
        ("we decide in the upcoming 2 weeks", "03-05..03-19"),
        ("we decide in 2 upcoming weeks", "03-05..03-19"),
        # Weeks and days
        ("Monday week", "03-16"),
        ("Monday morning weeks", "03-09"),
        ("Monday year", "03-09"),
        ("the Monday after next", "03-16"),
        ("a week on Tuesday", "03-17"),
        ("two months today", "03-04"),
        ("w/c 13 April", "04-13..04-20"),
        ("w/c 31", "03-30..04-06"),
        ("the weekend of the 14th", "03-14..03-16"),
        ("the day after Christmas", "12-26"),
        ("the weeks after Christmas", "12-26.."),
        ("the week before Easter", "03-23..03-30"),
        ("the Friday before Easter", "04-03"),
        ("Saturday last week", "02-28"),
        ("Friday, this week", "03-06"),
        ("Friday this month", "03-06"),
        ("Tuesday of next week", "03-10"),
        ("Thursday in two weeks", "03-19"),
        ("Thursday in two days", "03-05 03-06"),
        ("the last day of next month", "04-30"),
        ("last Friday of the month", "03-27"),
        ("March the eleventh", "03-11"),
        ("the last week of last month", "02-23..03-02"),
        ("the first two days of the month", "04-01..04-03"),
        ("the third day of this weekend", ""),
        ("the first of the year", "01-01..2027-01-01"),
        ("the closest Monday to April 5", "04-06"),
        ("second closest Monday to April 5", "03-30"),
        ("ninth closest Monday to April 5", "04-06"),
        ("this week or any day next week", "03-02..03-09 03-09..03-16"),
        ("first day of the hour", ""),
        # Feasts
        ("by Black Friday", "03-04..11-28"),
        ("Cyber Monday", "11-30"),
        ("orthodox easter", "04-12"),
        ("christmas week", "12-21..12-28"),
        ("christmas month", "12-25"),
        ("last Christmas", "2025-12-25"),
        ("next winter", "12-21..2027-03-21"),
        ("before the holidays", "03-04..12-24"),
        # Hours
        ("noon", "03-04"),
        ("midnight", "03-05"),
        ("see you at noon or midnight", ""),
        ("EOD", "03-04"),
        ("end of day Friday", "03-06"),
        # Haste and leisure
        ("as soon as humanly possible", "asap"),
        ("not anytime soon", "none"),
        ("whenever", "none"),
        # No time at all
        ("on the first Wednesday of each month", ""),
        ("every Monday", ""),
        ("we are open 24/7", ""),
        ("as soon as we sign", ""),
        ("a month after we sign", ""),
        ("I live in San Jose and he lent me money", ""),
    ],
)  # fmt: skip
def test_in_english(text: str, gold: str) -> None:
    assert said(text, "en") == spelled_out(gold)


@pytest.mark.parametrize(
    ("language", "text", "gold"),
    [
        ("es", "unos seis meses", "03-04..09-04"),
        ("es", "más de un año", "2027-03-04.."),
        ("es", "pues mínimo seis meses", "09-04.."),
        ("es", "ya para 2027", "2027-01-01..2028-01-01"),
        ("es", "llevamos tres semanas esperando", ""),
        ("es", "finde", "03-07..03-09"),
        ("es", "mes", ""),
        ("es", "un mes después de firmar", ""),
        ("en", "not for another six months", "09-04.."),
        ("en", "within a week or two", "03-04..03-18"),
        ("en", "next 3 months", "03-05..06-05"),
        ("en", "upcoming 2 weeks", "03-05..03-19"),
        ("en", "soon", "asap"),
        ("en", "as soon as we sign", ""),
        ("en", "90 days from signing", ""),
    ],
)
def test_as_an_answer_to_the_question(language: Language, text: str, gold: str) -> None:
    assert said(text, language, asked=True) == spelled_out(gold)


def test_in_january_the_new_year_is_this_one() -> None:
    january = datetime(2027, 1, 8, 9, tzinfo=UTC)
    assert said("in the new year", "en", now=january) == ["2027-01-01..2028-01-01"]


def test_in_the_afternoon_noon_is_tomorrows() -> None:
    assert said("noon", "en", now=NOW.replace(hour=15)) == spelled_out("03-05")


def test_the_verb_of_what_lies_behind_is_not_of_the_time() -> None:
    (one,) = read_timeframe("we signed it in November", "en", now=NOW)
    assert one.span == (16, 24)


def test_a_word_that_may_be_a_month_is_one_where_another_was_named() -> None:
    assert said("I said January, but March is better", "en") == [
        "2027-01-01..2027-02-01",
        "2026-03-01..2026-04-01",
    ]
    assert said("may works for us, not January", "en") == ["2027-01-01..2027-02-01"]
