import pytest

from agent.evidence.quoting import find_quote
from agent.evidence.setting import in_setting
from agent.evidence.valuing import value_of
from agent.evidence.worth import Unfounded, Unsure, Worth
from tests.agent.pages import make_page


def worth(key: str, text: str, quote: str, claimed: str, asked: str) -> Worth:
    page = make_page(text, asked=asked, language="en")
    quoted = find_quote(page.unread, quote)
    assert quoted is not None
    return in_setting(page, key, quoted, value_of(page, "en", key, quoted.text, claimed))


class TestSetting:
    @pytest.mark.parametrize(
        ("key", "text", "quote", "claimed"),
        [
            ("budget", "we can't pay 5000 a year", "5000 a year", "5000 EUR year"),
            ("budget", "my rival spends 5000 a year", "5000 a year", "5000 EUR year"),
            ("authority", "I used to be the owner", "the owner", "decides"),
            ("timeline", "we opened in May", "in May", "in May"),
            ("need", "my dog ate breakfast", "my dog ate breakfast", ""),
            ("budget", "anything but 5000 a year", "5000 a year", "5000 EUR year"),
            ("budget", "if we had 5000 a year", "5000 a year", "5000 EUR year"),
            ("budget", "would 5000 a year be enough", "5000 a year", "5000 EUR year"),
            ("budget", "5000 a year? no way", "5000 a year", "5000 EUR year"),
            ("authority", "people think I sign off", "I sign off", "decides"),
            ("timeline", "my holiday starts in May", "in May", "in May"),
            ("timeline", "call me in May", "in May", "in May"),
            ("email", "their website says ana@x.es", "ana@x.es", "ana@x.es"),
            ("name", "I spoke to Jane Hill", "Jane Hill", "Jane Hill"),
        ],
    )
    def test_what_the_clause_takes_away_is_no_answer(
        self, key: str, text: str, quote: str, claimed: str
    ) -> None:
        assert isinstance(worth(key, text, quote, claimed, key), Unsure | Unfounded)

    def test_a_doubt_about_what_was_not_asked_is_not_raised(self) -> None:
        found = worth("budget", "if we had 5000 a year", "5000 a year", "5000 EUR year", "need")
        assert isinstance(found, Unfounded)

    def test_a_plain_answer_stays_one(self) -> None:
        found = worth("budget", "no, 5000 a year", "5000 a year", "5000", "budget")
        assert not isinstance(found, Unsure | Unfounded)
