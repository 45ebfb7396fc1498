"""console.charts: what is drawn, and that nothing hostile is."""

from xml.etree import ElementTree

import pytest

from console.charts.rows import Share, Stage, funnel, shares
from console.charts.scales import (
    along,
    along_times,
    marks,
    share_marks,
    spread_marks,
    time_marks,
)
from console.charts.svg import LONGEST, Words
from tests.console.charts.drawings import FOLDER, drawings

KINDS = sorted(drawings())
HOSTILE = "<script>alert(1)</script>\"'&"


@pytest.mark.parametrize("kind", KINDS)
class TestEveryChart:
    def test_is_drawn_as_it_was(self, kind: str) -> None:
        kept = (FOLDER / f"{kind}.svg").read_text(encoding="utf-8")
        assert f"{drawings()[kind]}\n" == kept

    def test_is_well_formed_and_told_to_who_does_not_see_it(self, kind: str) -> None:
        root = ElementTree.fromstring(str(drawings()[kind]))  # noqa: S314 - our own
        assert root.get("role") == "img"
        named = {one.get("id"): one.text for one in root if one.tag in ("title", "desc")}
        assert root.get("aria-labelledby", "").split() == list(named)
        assert list(named.values()) == [f"The {kind}", f"What the {kind} shows, in words"]

    def test_has_no_style_and_no_script_of_its_own(self, kind: str) -> None:
        drawn = str(drawings()[kind])
        for forbidden in ("style=", "<style", "<script", "onload", "href"):
            assert forbidden not in drawn


class TestShares:
    def test_words_of_others_are_escaped_everywhere(self) -> None:
        row = Share(HOSTILE, HOSTILE, 0.5, 0.4, 0.6)
        drawn = shares(Words("a", HOSTILE, HOSTILE), [row], lambda one: f"{one}")
        assert "<script" not in drawn
        root = ElementTree.fromstring(str(drawn))  # noqa: S314 - our own
        assert HOSTILE in [one.text for one in root]

    def test_a_long_label_is_cut_and_whole_in_its_tooltip(self) -> None:
        name = "a source with a name that is much too long for a telephone"
        drawn = shares(Words("a", "", ""), [Share(name, "", 0.5, 0.4, 0.6)], str)
        assert f"{name[: LONGEST - 1]}…" in drawn
        assert f"<title>{name}</title>" in drawn

    def test_what_nobody_counted_has_no_bar(self) -> None:
        drawn = shares(Words("a", "", ""), [Share("b", "", None, 0, 1, enough=False)], str)
        assert "chart-bar" not in drawn

    def test_what_is_not_enough_is_faint(self) -> None:
        drawn = shares(Words("a", "", ""), [Share("b", "", 0.5, 0.1, 0.9, enough=False)], str)
        assert 'class="chart-bar chart-faint"' in drawn


class TestFunnel:
    def test_parts_are_as_long_as_many_they_are(self) -> None:
        stages = [Stage("b", "", (50, 0, 50)), Stage("c", "", (25, 0, 0))]
        drawn = funnel(Words("a", "", ""), stages)
        assert drawn.count('width="50%"') == 2
        assert drawn.count('width="25%"') == 1
        assert "chart-part-2" not in drawn


class TestScales:
    @pytest.mark.parametrize(
        ("most", "ends"), [(0, 1.0), (0.07, 0.08), (9, 10), (10, 10), (41, 50), (1234, 1250)]
    )
    def test_marks_are_round_and_end_just_over_the_most(self, most: float, ends: float) -> None:
        found = marks(most)
        assert found[0] == 0
        assert found[-1] == pytest.approx(ends)
        assert 2 <= len(found) <= 7

    def test_shares_end_at_one(self) -> None:
        assert share_marks(0.99)[-1] == share_marks(3)[-1] == 1

    def test_a_spread_is_as_wide_to_both_sides(self) -> None:
        found = spread_marks(0.3)
        assert found[0] == -found[-1]
        assert 0 in found

    def test_times_are_marked_by_what_people_call_them(self) -> None:
        assert time_marks(50) == (1, 10, 60)
        assert time_marks(0) == (1, 10)
        assert time_marks(10**9)[-1] == 40 * 86_400

    def test_places_stay_within_the_chart(self) -> None:
        assert along(-5, (0, 10)) == 0
        assert along(50, (0, 10)) == 1
        assert along_times(0, (1, 10, 60)) == 0
        assert along_times(60, (1, 10, 60)) == pytest.approx(1)
