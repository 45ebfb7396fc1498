"""What all look-ups in CRMs have in common."""

import pytest

from delivery.lookups import is_of
from qualification.values import Json


@pytest.mark.parametrize(
    "website",
    [
        "acme.example",
        " HTTPS://Acme.example ",
        "http://www.acme.example/es?x=1",
        "//acme.example:80",
    ],
)
def test_a_website_is_known_however_it_is_written(website: str) -> None:
    assert is_of("acme.example", website)


@pytest.mark.parametrize(
    "website",
    ["megaacme.example", "acme.example.net", "x.example/acme.example", "http://[acme", "", None, 7],
)
def test_another_company_is_not_taken_for_it(website: Json) -> None:
    assert not is_of("acme.example", website)
