"""qualification.pages: which pages a pattern means, and which of two is more exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from qualification.pages import PagePattern, event_of, may_meet, most_exact

PATTERN: TypeAdapter[str] = TypeAdapter(PagePattern)


def fits(pattern: str, page: str) -> bool:
    return most_exact([(pattern, True)], page) == (True,)


@pytest.mark.parametrize(
    ("pattern", "page"),
    [
        ("/crm", "/crm"),
        ("/crm", "https://acme.example/CRM/?from=ad#top"),
        ("/crm/*", "/crm/pricing"),
        ("/crm/**", "/crm"),
        ("/crm/**", "/crm/a/b/c"),
        ("/pricing*", "/pricing-eu"),
        ("/*/pricing", "/es/pricing"),
        ("/**", "https://acme.example"),
        ("/reformas-de-baño", "/reformas-de-ba%C3%B1o"),
        ("https://acme.example/es/**", "https://ACME.example/es/x"),
        ("https://*.acme.example/**", "http://shop.acme.example/a"),
        ("https://acme.example", "https://acme.example/?utm=1"),
    ],
)
def test_a_page_that_fits(pattern: str, page: str) -> None:
    assert PATTERN.validate_python(pattern) == pattern
    assert fits(pattern, page)


@pytest.mark.parametrize(
    ("pattern", "page"),
    [
        ("/crm", "/crm/pricing"),
        ("/crm/*", "/crm/a/b"),
        ("/crm/*", "/crm"),
        ("/crm/**", "/crm-suite"),
        ("/a.c", "/abc"),
        ("https://acme.example/**", "https://acme.example.evil.example/"),
        ("https://acme.example/**", "/es"),
        ("https://*.acme.example/**", "https://evil.example/.acme.example/"),
        ("/**", "https://[broken"),
    ],
)
def test_a_page_that_does_not(pattern: str, page: str) -> None:
    assert not fits(pattern, page)


def test_the_most_exact_counts() -> None:
    patterns = [
        ("/**", "all"),
        ("/crm/**", "below"),
        ("/crm/*", "one step"),
        ("/crm/prices", "the page"),
        ("https://acme.example/crm/**", "the site"),
    ]
    assert most_exact(patterns, "/x") == ("all",)
    assert most_exact(patterns, "/crm") == ("below",)
    assert most_exact(patterns, "/crm/a") == ("one step",)
    assert most_exact(patterns, "/crm/prices") == ("the page",)
    assert most_exact(patterns, "https://acme.example/crm/prices") == ("the site",)
    assert most_exact([("/a*", 1), ("/*b", 2), ("/a*", 1)], "/ab") == (1, 2)
    assert event_of({"/pricing*": "price_page"}, "/team") is None


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("/a*", "/*b", True),
        ("/a/*", "/b/*", False),
        ("/a*c", "/ab*", True),
        ("/crm/**", "/crm", True),
        ("/a/*", "/a/b/c", False),
        ("/a/**", "/a/*/c", True),
        ("https://x.example/a", "https://y.example/a", False),
        ("https://*.example/a", "https://y.example/a", True),
        ("https://x.example/a", "/a", True),
        ("/a", "/A/", True),
    ],
)
def test_whether_some_page_fits_both(one: str, other: str, *, meet: bool) -> None:
    assert may_meet(one, other) is may_meet(other, one) is meet


@given(
    st.lists(st.sampled_from(["a", "b", "*"]), min_size=1, max_size=4).map("".join),
    st.lists(st.sampled_from(["a", "b", "*"]), min_size=1, max_size=4).map("".join),
    st.text(alphabet="ab/", max_size=5),
)
def test_patterns_that_a_page_fits_both_may_meet(one: str, other: str, page: str) -> None:
    one, other = f"/{one}".replace("**", "*"), f"/{other}".replace("**", "*")
    if fits(one, f"/{page}") and fits(other, f"/{page}"):
        assert may_meet(one, other)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("crm", "is no page"),
        ("ftp://acme.example/", "is no page"),
        ("/crm?x=1", "holds a space"),
        ("/a b", "holds a space"),
        ("/a/**/b", "may only end"),
        ("/a**", "may only end"),
    ],
)
def test_what_is_no_pattern_says_how_to_write_one(written: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        PATTERN.validate_python(written)
