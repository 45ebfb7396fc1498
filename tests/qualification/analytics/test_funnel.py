"""qualification.analytics.funnel: S55, where leads leave."""

from qualification.analytics.funnel import funnel
from qualification.analytics.observed import Observed
from qualification.analytics.rates import Rate


def test_each_question_tells_who_answered_who_declined_and_who_left_at_it() -> None:
    leads = [
        Observed({"need": "positive", "budget": "negative"}),
        Observed({"need": "positive", "budget": "refused"}, asked="timeline"),
        Observed({"need": "acceptable", "budget": "unanswered"}, asked="budget"),
        Observed({"need": "no_rate:USD"}, asked="need"),
        Observed({}, asked="name"),
    ]
    need, budget, timeline = funnel(leads, ("need", "budget", "timeline"))
    assert (need.key, need.reached) == ("need", 4)
    assert (need.answered, need.dropped) == (Rate(4, 4), Rate(0, 4))
    assert budget.reached == 3
    assert (budget.answered, budget.declined, budget.dropped) == (Rate(1, 3),) * 3
    assert (timeline.reached, timeline.dropped) == (1, Rate(1, 1))


def test_a_question_that_nobody_reached_has_no_share() -> None:
    (step,) = funnel([Observed({})], ("need",))
    assert step.reached == 0
    assert step.dropped.share is None
