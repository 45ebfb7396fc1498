"""Points come from answers and dated events by the script's rules alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.answers import AnswerSheet
from qualification.scoring import BehaviourEvent, Scorecard, ScoreLine, next_change, score
from qualification.script import Script
from qualification.values import Choice, Contact, Text, Value
from tests.builders import NOW, make_script, make_sheet, money, number, question

WHO = question(
    "who",
    "choice",
    options={
        "decides": {"says": {"es": "yo", "en": "me"}, "points": 20},
        "neither": {"says": {"es": "otro", "en": "other"}},
    },
    positive={"any_of": ["decides"]},
    points={"positive": 5, "negative": -10},
)
SIZE = question("size", "number")
BUDGET = question(
    "budget",
    "money",
    positive={"overlaps": {"min": 3000, "currency": "EUR"}},
    acceptable={"overlaps": {"min": 1000, "currency": "EUR"}},
    points={"positive": 25, "acceptable": 10, "negative": -15},
)


def script_of(**plan: object) -> Script:
    return make_script(
        framework="none", criteria=[WHO, SIZE, BUDGET], qualify={"all_of": ["who"]}, score=plan
    )


def earned(card: Scorecard) -> tuple[ScoreLine, ...]:
    """The lines without what brings the total up to zero."""
    return tuple(line for line in card.lines if line.rule != "floor:total")


def event(name: str, days_ago: float = 0) -> BehaviourEvent:
    return BehaviourEvent(name, NOW - timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("amount", "lines"),
    [
        (3000, (ScoreLine("budget:positive", 25),)),
        (2000, (ScoreLine("budget:acceptable", 10),)),
        (10, (ScoreLine("budget:negative", -15),)),
    ],
)
def test_an_answer_is_worth_what_its_state_is(amount: int, lines: tuple[ScoreLine, ...]) -> None:
    card = score(script_of(), make_sheet({"budget": money(amount)}), NOW)
    assert earned(card) == lines
    assert (card.fit, card.total) == (lines[0].points, max(0, lines[0].points))


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (Choice("decides"), (ScoreLine("who:positive", 5), ScoreLine("who=decides", 20))),
        (Choice("neither"), (ScoreLine("who:negative", -10),)),
        (Choice("gone"), (ScoreLine("who:negative", -10),)),
        (Text("me"), (ScoreLine("who:negative", -10),)),
    ],
)
def test_an_option_is_worth_its_own_points_besides(
    value: Value, lines: tuple[ScoreLine, ...]
) -> None:
    assert earned(score(script_of(), make_sheet({"who": value}), NOW)) == lines


def test_what_is_unknown_is_worth_nothing() -> None:
    card = score(script_of(), make_sheet(declined={"budget": "refused"}), NOW)
    assert (card.total, card.lines, card.tier) == (0, (), "nurture")


def test_a_fit_line_counts_when_all_its_conditions_are_met() -> None:
    plan = {
        "lines": [
            {"when": {"size": {"at_least": 50}}, "points": 15},
            {"when": {"size": {"at_least": 50}, "who": {"any_of": ["decides"]}}, "points": 7},
            {"when": {"gone": {"given": True}}, "points": 99},
        ]
    }
    sheet = make_sheet({"size": number(50)})
    assert score(script_of(fit=plan), sheet, NOW).lines == (ScoreLine("fit:size", 15),)
    sheet = make_sheet({"size": number(50), "who": Choice("decides")})
    assert ScoreLine("fit:size+who", 7) in score(script_of(fit=plan), sheet, NOW).lines


def test_an_amount_in_a_currency_without_a_rate_meets_no_line() -> None:
    plan = {
        "lines": [{"when": {"budget": {"overlaps": {"min": 1, "currency": "EUR"}}}, "points": 9}]
    }
    sheet = make_sheet({"budget": money(5000, currency="CHF")})
    assert score(script_of(fit=plan), sheet, NOW).lines == ()


def test_each_part_stops_at_its_cap_and_says_what_it_cut() -> None:
    plan = {
        "fit": {"cap": 20},
        "engagement": {"cap": 30, "lines": [{"event": "visit", "points": 20}]},
    }
    sheet = make_sheet({"budget": money(3000)})
    card = score(script_of(**plan), sheet, NOW, [event("visit"), event("visit")])
    assert (card.fit, card.engagement, card.total) == (20, 30, 50)
    assert card.lines == (
        ScoreLine("budget:positive", 25),
        ScoreLine("cap:fit", -5),
        ScoreLine("event:visit", 40),
        ScoreLine("cap:engagement", -10),
    )


def test_negative_behaviour_takes_from_the_total_but_never_below_zero() -> None:
    plan = {"engagement": {"lines": [{"event": "support_request", "points": -15}]}}
    asked = [event("support_request")]
    card = score(script_of(**plan), make_sheet({"budget": money(3000)}), NOW, asked)
    assert (card.fit, card.engagement, card.total) == (25, -15, 10)
    card = score(script_of(**plan), AnswerSheet(), NOW, asked)
    assert (card.engagement, card.total) == (-15, 0)
    assert card.lines == (ScoreLine("event:support_request", -15), ScoreLine("floor:total", 15))


@pytest.mark.parametrize("visits", [5, 8, 1000])
@pytest.mark.parametrize("bad", ["support_request", "inactive_30_days"])
def test_points_piled_up_over_a_cap_do_not_make_up_for_negative_behaviour(
    bad: str, visits: int
) -> None:
    """S37, S38, S40."""
    lines = [{"event": "visit", "points": 20}, {"event": bad, "points": -30}]
    plan = {"engagement": {"cap": 100, "lines": lines}, "tiers": {"hot": 71, "cold": 0}}
    long_ago = 0 if bad == "support_request" else 40
    did = [event(bad), *[event("visit", long_ago)] * visits]
    card = score(script_of(**plan), AnswerSheet(), NOW, did if not long_ago else did[1:])
    assert (card.engagement, card.total, card.tier) == (70, 70, "cold")
    assert sum(line.points for line in card.lines) == 70


def test_a_group_over_its_cap_does_not_make_up_for_its_negative_lines() -> None:
    lines = [
        {"event": "email_click", "points": 5, "group": "mail"},
        {"event": "unsubscribed", "points": -8, "group": "mail"},
    ]
    plan = {"engagement": {"groups": {"mail": 10}, "lines": lines}}
    did = [*[event("email_click")] * 9, event("unsubscribed")]
    card = score(script_of(**plan), AnswerSheet(), NOW, did)
    assert card.engagement == 2
    assert ScoreLine("cap:engagement.mail", -35) in card.lines


def test_the_total_over_its_cap_does_not_make_up_for_negative_lines() -> None:
    lines = [{"event": "visit", "points": 50}, {"event": "support_request", "points": -30}]
    plan = {"cap": 60, "engagement": {"lines": lines}}
    sheet = make_sheet({"budget": money(3000)})
    card = score(script_of(**plan), sheet, NOW, [event("visit"), event("support_request")])
    assert (card.fit, card.engagement, card.total) == (25, 20, 30)
    assert card.lines[-1] == ScoreLine("cap:total", -15)


def test_what_the_total_is_cut_by_and_brought_up_by_are_lines_apart() -> None:
    lines = [{"event": "visit", "points": 50}, {"event": "support_request", "points": -90}]
    plan = {"cap": 60, "engagement": {"lines": lines}}
    sheet = make_sheet({"budget": money(3000)})
    card = score(script_of(**plan), sheet, NOW, [event("visit"), event("support_request")])
    assert card.lines[-2:] == (ScoreLine("cap:total", -15), ScoreLine("floor:total", 30))
    assert card.total == 0


def test_what_one_answer_gives_and_takes_counts_as_one_under_a_cap() -> None:
    options = {
        "decides": {"says": {"es": "yo", "en": "me"}, "points": 20},
        "neither": {"says": {"es": "otro", "en": "other"}},
    }
    who = question("who", "choice", options=options, points={"positive": -5})
    script = make_script(
        framework="none",
        criteria=[who],
        qualify={"all_of": ["who"]},
        score={"fit": {"cap": 15}},
    )
    assert score(script, make_sheet({"who": Choice("decides")}), NOW).fit == 15


def test_the_total_stops_at_a_cap_of_its_own() -> None:
    plan = {
        "cap": 40,
        "engagement": {"lines": [{"event": "visit", "points": 20}]},
        "tiers": {"hot": 40, "cold": 0},
    }
    card = score(script_of(**plan), make_sheet({"budget": money(3000)}), NOW, [event("visit")])
    assert (card.fit, card.engagement, card.total, card.tier) == (25, 20, 40, "hot")
    assert card.lines[-1] == ScoreLine("cap:total", -5)


def test_a_group_of_lines_gives_no_more_than_its_cap() -> None:
    plan = {
        "fit": {
            "groups": {"firm": 10},
            "lines": [{"when": {"size": {"at_least": 50}}, "points": 15, "group": "firm"}],
        },
        "engagement": {
            "groups": {"mail": 6},
            "lines": [
                {"event": "email_open", "points": 1, "group": "mail"},
                {"event": "email_click", "points": 5, "group": "mail"},
                {"event": "price_page", "points": 20},
            ],
        },
    }
    did = [event("email_open")] * 4 + [event("email_click"), event("price_page")]
    card = score(script_of(**plan), make_sheet({"size": number(60)}), NOW, did)
    assert (card.fit, card.engagement) == (10, 26)
    assert ScoreLine("cap:fit.firm", -5) in card.lines
    assert ScoreLine("cap:engagement.mail", -3) in card.lines
    card = score(script_of(**plan), AnswerSheet(), NOW, [event("email_open")])
    assert card.lines == (ScoreLine("event:email_open", 1),)


def test_contact_data_give_points_too() -> None:
    plan = {
        "profile": [
            {"when": {"job_title": {"mentions": ["director", "directora"]}}, "points": 12},
            {"when": {"job_title": {"mentions": ["student"]}}, "points": -20, "group": "who"},
            {"when": {"company": {"given": False}}, "points": -3},
        ]
    }
    script = script_of(fit=plan)
    title = make_sheet({"job_title": Contact("job_title", "Directora de ventas")})
    assert score(script, title, NOW).lines == (
        ScoreLine("profile:job_title", 12),
        ScoreLine("profile:company", -3),
    )
    student = {
        "job_title": Contact("job_title", "student"),
        "company": Contact("company", "Example Ltd"),
    }
    assert earned(score(script, make_sheet(student), NOW))[0] == ScoreLine("profile:job_title", -20)


def test_only_long_views_count_where_the_line_says_so() -> None:
    plan = {"engagement": {"lines": [{"event": "page_view", "seconds": 30, "points": 4}]}}
    views = [BehaviourEvent("page_view", NOW, seconds) for seconds in (None, 5, 29, 30, 400)]
    card = score(script_of(**plan), AnswerSheet(), NOW, views)
    assert card.lines == (ScoreLine("event:page_view>=30s", 8),)


def test_a_line_counts_the_newest_so_often_and_by_its_own_half_life() -> None:
    line = {"event": "visit", "points": 10, "times": 2, "half_life": "10 days"}
    plan = {"engagement": {"half_life": "1 day", "lines": [line]}}
    card = score(
        script_of(**plan), AnswerSheet(), NOW, [event("visit", days) for days in (20, 0, 10)]
    )
    assert card.lines == (ScoreLine("event:visit", 15),)


INACTIVE = {
    "engagement": {
        "half_life": "30 days",
        "lines": [
            {"event": "inactive_30_days", "points": -15},
            {"event": "price_page", "points": 20},
        ],
    }
}


@pytest.mark.parametrize(("days", "silent"), [(29, False), (30, True), (400, True)])
def test_long_silence_after_any_sign_of_life_takes_points(days: int, silent: bool) -> None:
    line = ScoreLine("event:inactive_30_days", -15)
    script, then = script_of(**INACTIVE), NOW - timedelta(days=days)
    card = score(script, AnswerSheet(), NOW, [BehaviourEvent("price_page", then)])
    assert (line in card.lines) is silent
    assert (line in score(script, AnswerSheet(), NOW, last_message=then).lines) is silent
    later = NOW + timedelta(days=days)
    sheet = make_sheet({"who": Choice("decides")})
    assert (line in score(script, sheet, later).lines) is silent
    assert line not in score(script, sheet, later, last_message=later).lines


def test_who_never_gave_a_sign_is_not_silent() -> None:
    assert score(script_of(**INACTIVE), AnswerSheet(), NOW).lines == ()


@pytest.mark.parametrize(
    ("before", "points", "tier"),
    [
        (None, 69, "warm"),
        ("hot", 69, "hot"),
        ("hot", 65, "hot"),
        ("hot", 64, "warm"),
        ("hot", 36, "warm"),
        ("hot", 34, "cold"),
        ("warm", 69, "warm"),
        ("warm", 35, "warm"),
        ("cold", 39, "cold"),
        ("gone", 69, "warm"),
    ],
)
def test_a_tier_is_kept_until_the_points_are_well_under_it(
    before: str | None, points: int, tier: str
) -> None:
    plan = {
        "engagement": {"lines": [{"event": "visit", "points": points}]},
        "tiers": {"hot": 70, "warm": 40, "cold": 0},
        "hysteresis": 5,
    }
    card = score(script_of(**plan), AnswerSheet(), NOW, [event("visit")], before=before)
    assert card.tier == tier


def test_it_is_known_when_time_alone_may_change_the_score() -> None:
    script, none = script_of(**INACTIVE), AnswerSheet()
    assert next_change(script, none, NOW) is None
    assert next_change(script, none, NOW, [event("price_page", 3)]) == NOW + timedelta(days=1)
    assert next_change(script, none, NOW, last_message=NOW) == NOW + timedelta(days=30)
    long_ago = [event("price_page", 900)]
    assert next_change(script, none, NOW, long_ago) is None
    lasting = script_of(engagement={"lines": [{"event": "price_page", "points": 20}]})
    assert next_change(lasting, none, NOW, [event("price_page")]) is None


def test_older_behaviour_counts_less_by_its_half_life() -> None:
    lines = [{"event": "visit", "points": 20}]
    plan = {"engagement": {"half_life": "30 days", "lines": lines}}
    for days, points in ((0, 20), (30, 10), (60, 5), (90, 3)):
        card = score(script_of(**plan), AnswerSheet(), NOW, [event("visit", days)])
        assert card.engagement == points
    undated = {"engagement": {"lines": lines}}
    assert score(script_of(**undated), AnswerSheet(), NOW, [event("visit", 900)]).engagement == 20


def test_what_has_not_happened_yet_or_is_not_in_the_plan_does_not_count() -> None:
    plan = {"engagement": {"lines": [{"event": "visit", "points": 20}]}}
    card = score(script_of(**plan), AnswerSheet(), NOW, [event("visit", -1), event("other")])
    assert card.lines == ()


@pytest.mark.parametrize(
    ("points", "tier"), [(70, "hot"), (69, "warm"), (40, "warm"), (39, "cold"), (0, "cold")]
)
def test_the_tier_is_the_highest_that_is_reached(points: int, tier: str) -> None:
    plan = {
        "engagement": {"lines": [{"event": "visit", "points": points}]},
        "tiers": {"hot": 70, "warm": 40, "cold": 10},
    }
    assert score(script_of(**plan), AnswerSheet(), NOW, [event("visit")]).tier == tier


@given(
    st.lists(
        st.tuples(st.sampled_from(["visit", "support_request", "email_open"]), st.floats(0, 1000)),
        max_size=8,
    ),
    st.sampled_from([None, 10, 3000]),
)
def test_the_lines_add_up_and_the_order_of_events_does_not_matter(
    happened: list[tuple[str, float]], budget: int | None
) -> None:
    plan = {
        "cap": 45,
        "fit": {"cap": 20},
        "engagement": {
            "cap": 40,
            "groups": {"mail": 5},
            "half_life": "10 days",
            "lines": [
                {"event": "visit", "points": 20},
                {"event": "support_request", "points": -30},
                {"event": "email_open", "points": 3, "group": "mail"},
                {"event": "inactive_30_days", "points": -15},
            ],
        },
    }
    events = [event(name, days) for name, days in happened]
    sheet = make_sheet({} if budget is None else {"budget": money(budget)})
    card = score(script_of(**plan), sheet, NOW, events)
    assert sum(line.points for line in card.lines) == card.total
    assert 0 <= card.total <= 45
    assert card.fit <= 20
    assert card.engagement <= 40
    assert score(script_of(**plan), sheet, NOW, list(reversed(events))) == card


@given(st.lists(st.tuples(st.sampled_from(["visit", "support"]), st.floats(0, 1000)), max_size=8))
def test_time_alone_only_ever_takes_away_from_what_was_good(
    happened: list[tuple[str, float]],
) -> None:
    plan = {"engagement": {"half_life": "10 days", "lines": [{"event": "visit", "points": 20}]}}
    events = [event(name, days) for name, days in happened]
    script = script_of(**plan)
    now = score(script, AnswerSheet(), NOW, events)
    later = score(script, AnswerSheet(), NOW + timedelta(days=5), events)
    assert 0 <= later.engagement <= now.engagement <= 100
    assert score(script, AnswerSheet(), NOW, list(reversed(events))) == now
