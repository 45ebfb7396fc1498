"""Every code that Twilio documents for a text leads somewhere."""

import pytest

from agent.text_errors import remedy_of


@pytest.mark.parametrize(
    ("codes", "act"),
    [
        ((21610,), "suppress"),
        ((21211, 21614, 30005, 30006), "mark_unreachable"),
        ((30003, 30008), "once_more"),
        ((30450,), "suspend"),
        ((30610, 30047), "next_window"),
        ((63016,), "as_template"),
        ((63018, 20429), "back_off"),
        ((21611, 30001), "hold_sender"),
        ((21408, 21617, 30004, 30007, 30034, 11200, 12100, 12300, 99999, 0, None), "give_up"),
    ],
)
def test_a_code_has_its_remedy(codes: tuple[int | None, ...], act: str) -> None:
    assert {remedy_of(code).act for code in codes} == {act}


@pytest.mark.parametrize(
    "code", [21408, 21611, 30001, 21617, 30004, 30007, 30034, 30450, 11200, 12100, 12300, 20003]
)
def test_what_only_a_person_can_mend_is_told(code: int) -> None:
    assert remedy_of(code).alert
