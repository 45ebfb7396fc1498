"""A number tells its country, and often its area and its time zones."""

import pytest

from qualification.profile.numbers import Origin, origin_of


@pytest.mark.parametrize(
    ("number", "origin"),
    [
        ("+34911234567", Origin("+34", "ES", "Madrid", ("Europe/Madrid",))),
        ("+34955123456", Origin("+34", "ES", "Sevilla", ("Europe/Madrid",))),
        ("+34612345678", Origin("+34", "ES", None, ("Atlantic/Canary", "Europe/Madrid"))),
        ("+525512345678", Origin("+52", "MX", None, ("America/Mexico_City",))),
        ("+12125551234", Origin("+1", "US", "New York", ("America/New_York",))),
        ("+14165550123", Origin("+1", "CA", "Ontario", ("America/Toronto",))),
        ("+18005551234", Origin("+1", "US", None, ())),
        ("+447700900123", Origin("+44", "GB", None, ())),
        ("+15555550100", Origin("+1", None, None, ())),
        ("+881612345678", Origin("+881", None, None, ())),
    ],
)
def test_a_number_tells_where_it_is_from(number: str, origin: Origin) -> None:
    assert origin_of(number) == origin


def test_what_is_no_number_tells_nothing() -> None:
    assert origin_of("anonymous:1") is None
