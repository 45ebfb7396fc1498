"""What was dictated without a full stop is read clause by clause."""

from decimal import Decimal

import pytest

from agent.plain.plain_reader import read_plainly
from agent.plain.run_ons import clauses_of
from agent.sentences import sentences_of
from qualification.normalise import fold
from qualification.values import Choice, Language, Money, Number, Text
from tests.agent.pages import make_page
from tests.builders import sample

SCRIPT = sample("crm-suite")
DICTATED: tuple[tuple[str, Language, str], ...] = (
    (
        "yeah hi so um we're a small firm you know we do windows and we've been keeping everything "
        "in spreadsheets and it's a total mess clients get called twice or never and there are "
        "twelve of us and my partner said we should get something and I said fine so we could put "
        "in maybe 300 a month well actually no 500 a month and I'm the one who decides so yeah",
        "en",
        "a total mess",
    ),
    (
        "what happened is that our old system died and since then everything is on paper and "
        "people forget to call back and I lose deals every week and we have about 500 a month to "
        "spend and I'm the one who decides and there are twelve of us so tell me what you can do",
        "en",
        "everything is on paper",
    ),
    (
        "hola qué tal mira lo que nos pasa es que tenemos una empresa pequeña y los clientes nos "
        "llaman y nadie apunta y al final se nos pierden y mi socio dice que hay que poner algo y "
        "yo también lo veo así que podríamos gastar unos 300 al mes bueno no mejor 500 al mes y "
        "quien decide soy yo vamos que no tengo que preguntar a nadie y somos doce",
        "es",
        "se nos pierden",
    ),
    (
        "pues mira te cuento se nos pierden los clientes porque cada comercial lleva su excel y "
        "nadie apunta nada y somos unas 12 personas en total y de presupuesto habíamos pensado "
        "unos 400 al mes bueno no perdona 500 al mes y la que decide soy yo así que cuando "
        "queráis empezamos en enero que antes no podemos",
        "es",
        "se nos pierden los clientes",
    ),
)


@pytest.mark.parametrize(("text", "language", "need"), DICTATED)
def test_a_dictated_run_on_gives_everything_it_says(
    text: str, language: Language, need: str
) -> None:
    page = make_page(text, asked="need", language=language, script=SCRIPT)
    values = {one.key: one.value for one in read_plainly(page).answers}
    assert isinstance(values["need"], Text)
    assert need in values["need"].text
    assert "500" not in values["need"].text
    assert isinstance(values["company_size"], Number)
    assert values["company_size"].max == 12
    assert isinstance(values["budget"], Money)
    assert (values["budget"].max, values["budget"].period) == (Decimal(500), "month")
    assert isinstance(values["authority"], Choice)
    assert values["authority"].option == "decides"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "well it depends you know because last year we paid someone 2000 for a thing that "
            "never worked so this time I said let's be careful but we do need it so I'd say 500 a "
            "month is what we can do",
            "en",
        ),
        (
            "pues depende porque el año pasado pagamos 2000 a uno por una cosa que no funcionó "
            "y este año dije vamos con cuidado pero falta nos hace así que yo diría que 500 al "
            "mes es lo que podemos",
            "es",
        ),
    ],
)
def test_what_was_paid_before_is_not_what_they_can_pay_now(text: str, language: Language) -> None:
    page = make_page(text, asked="budget", language=language, script=SCRIPT)
    (budget,) = (one.value for one in read_plainly(page).answers if one.key == "budget")
    assert isinstance(budget, Money)
    assert (budget.max, budget.period) == (Decimal(500), "month")


def test_what_they_pay_by_the_month_for_something_else_is_no_budget_in_a_run_on() -> None:
    text = (
        "we lose leads all the time because nobody writes anything down and we pay 90 a month for "
        "a phone line that nobody answers and the clients go to the shop next door so that is that"
    )
    page = make_page(text, asked="need", language="en", script=SCRIPT)
    assert "budget" not in {one.key for one in read_plainly(page).answers}


@pytest.mark.parametrize(
    "text",
    [
        "no sé qué decirte la verdad porque a mí me ha dicho mi jefe que entre aquí y que pregunte "
        "y que luego se lo cuente y no tengo ni idea de más cosas que eso",
    ],
)
def test_a_long_message_that_begins_with_no_idea_is_still_one(text: str) -> None:
    page = make_page(text, asked="need", language="es", script=SCRIPT)
    assert [one.reason for one in read_plainly(page).declines] == ["does_not_know"]


@pytest.mark.parametrize(("text", "language", "need"), DICTATED)
def test_the_clauses_hold_all_of_the_text_in_its_order(
    text: str, language: Language, need: str
) -> None:
    clauses = list(clauses_of(sentences_of(text, fold(text))))
    assert len(clauses) > 3, (language, need)
    assert "".join(one.text for one in clauses) == text
    assert all(text[one.start : one.end] == one.text for one in clauses)


@pytest.mark.parametrize(
    "text", ["We lose leads and we want to fix it", "what does it cost and do you do Toledo?"]
)
def test_a_sentence_of_common_length_stays_whole(text: str) -> None:
    assert len(list(clauses_of(sentences_of(text, fold(text))))) == 1
