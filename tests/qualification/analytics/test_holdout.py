"""qualification.analytics.holdout: a share of the near misses, the same ones every time."""

from qualification.analytics.holdout import Rejected, drawn, holdout


def test_about_the_share_is_drawn_and_always_the_same() -> None:
    leads = [f"lead-{number}" for number in range(10_000)]
    chosen = [lead for lead in leads if drawn(lead)]
    assert 430 <= len(chosen) <= 570
    assert chosen == [lead for lead in leads if drawn(lead)]
    assert set(chosen) <= {lead for lead in leads if drawn(lead, 0.1)}


def test_only_those_near_the_threshold_are_looked_at() -> None:
    rejected = [Rejected("far", 24), Rejected("near", 25), Rejected("nearer", 39)]
    found = holdout(rejected, threshold=40, share=1.0)
    assert [one.lead for one in found] == ["nearer", "near"]
    assert holdout(rejected, threshold=40, share=0.0) == ()
