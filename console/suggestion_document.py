"""How is a suggestion written for programs? As one JSON document."""

from qualification.analytics.draft_reasons import explained
from qualification.analytics.drafting import Drafted, Need, TierChange
from qualification.analytics.rates import Rate
from qualification.analytics.worth import Gain
from qualification.values import Json
from storage.suggestions import Suggested


def document(found: Suggested) -> dict[str, Json]:
    """The whole of it."""
    return {
        "script": found.script,
        "version": found.version,
        "target": found.target,
        "since": found.since.isoformat(),
        "ended_well": found.found.ended_well,
        "ended_badly": found.found.ended_badly,
        "draft": found.draft,
        **(_need(found.found) if isinstance(found.found, Need) else _drafted(found, found.found)),
    }


def _need(found: Need) -> dict[str, Json]:
    return {"enough": False, "note": found.note}


def _drafted(whole: Suggested, found: Drafted) -> dict[str, Json]:
    return {
        "enough": True,
        "note": "\n".join(explained(whole.target, found)),
        "points": [
            {
                "question": one.key,
                "state": one.state,
                "before": one.before,
                "after": one.after,
                "share": _share(one.ended),
                "share_of_the_rest": _share(one.rest),
            }
            for one in found.points
        ],
        "calls": found.calls,
        "gain_in_ends": _gain(found.order),
        "tier": _tier(found.tier),
        "stays": [*found.notes],
    }


def _tier(change: TierChange | None) -> Json:
    if change is None:
        return None
    gain = _gain(change.gain)
    return {"tier": change.tier, "before": change.before, "after": change.after, "gain": gain}


def _share(rate: Rate) -> Json:
    return {"hits": rate.hits, "of": rate.of}


def _gain(gain: Gain) -> Json:
    return {"gained": gain.gained, "interval": [gain.low, gain.high], "sure": gain.sure}
