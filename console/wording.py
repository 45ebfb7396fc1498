"""How are values, rules and states said to a salesperson? In plain words."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from qualification.decision import Reason
from qualification.values import Json
from storage.people import Found

STATES = {
    "positive": "Good",
    "acceptable": "Acceptable",
    "negative": "Against",
    "unknown": "Unknown",
}
RULES = {
    "positive": "meets the script's condition",
    "acceptable": "meets the script's lesser condition",
    "negative": "meets none of the script's conditions",
    "unanswered": "not answered",
    "refused": "asked, and they would rather not say",
    "does_not_know": "asked, and they do not know",
    "unclear": "asked, but never clear",
}
REASONS = {
    "auto": "qualifies at once",
    "disqualify": "rules it out",
    "knock_out": "knock-out",
    "all_of": "must be good",
    "at_least": "enough of these must be good",
    "tier": "points to reach",
    "required": "must be asked",
}
WHY = {
    "qualified": "Qualified",
    "wants_human": "Wants a person",
    "support": "Needs support",
    "update": "Changed",
}
DELIVERY_STATES = {
    "queued": "Waiting",
    "retrying": "Trying again",
    "delivered": "Delivered",
    "failed": "Failed",
    "superseded": "Replaced by a newer one",
}
PHASES = {
    "open": "The agent answers",
    "held": "A person answers",
    "closed": "Ended",
    "stopped": "Opted out",
}

FOUND = {
    "named": "the one that you named",
    "wrote": "they wrote from {}",
    "called": "they called from {}",
    "gave": "they gave {}",
}


def found_in_words(found: Found) -> str:
    """Why a conversation is taken for somebody's."""
    return FOUND[found.how].format(found.over.value if found.over else "")


def named(key: str) -> str:
    """A key of the script as a name: company_size is Company size."""
    return key.replace("_", " ").capitalize()


def rule_in_words(rule: str) -> str:
    """The rule behind a criterion's state."""
    if rule.startswith("no_rate:"):
        return f"the script has no rate for {rule.removeprefix('no_rate:')}"
    return RULES.get(rule, rule)


def reason_in_words(reason: Reason) -> str:
    """One reason of the verdict: `all_of` need is Need: must be good."""
    return f"{', '.join(map(named, reason.keys))}: {REASONS.get(reason.rule, reason.rule)}"


def line_in_words(rule: str) -> str:
    """What gave the points of a score line."""
    if rule.startswith("event:"):
        event, _, seconds = rule.removeprefix("event:").partition(">=")
        lasting = f", {seconds.removesuffix('s')} s or more" if seconds else ""
        return f"Did: {named(event)}{lasting}"
    if rule.startswith(("fit:", "profile:")):
        return f"Fits: {named(rule.partition(':')[2])}"
    if rule.startswith("cap:"):
        return f"Over the cap: {named(rule.removeprefix('cap:').replace('.', ', '))}"
    if rule.startswith("floor:"):
        return "Never below zero"
    key, _, rest = rule.replace("=", ":", 1).partition(":")
    return f"{named(key)}: {STATES.get(rest, named(rest)).lower()}"


def value_in_words(value: Json) -> str:
    """A value of the record (qualification.values.to_json) in a few words."""
    match value:
        case None:
            return "—"
        case bool():
            return "yes" if value else "no"
        case dict():
            return _timeframe(str(value["kind"]), value) if "kind" in value else _amount(value)
        case str():
            return named(value) if value.replace("_", "").isalpha() and value.islower() else value
        case _:
            return str(value)


def moment(at: datetime) -> str:
    """A moment as a salesperson reads it."""
    return f"{at.day} {at:%b %Y, %H:%M} UTC"


def _amount(value: Mapping[str, Json]) -> str:
    low, high = _number(value["min"]), _number(value["max"])
    if low == high:
        text = low
    elif not high:
        text = f"at least {low}"
    elif not low:
        text = f"up to {high}"
    else:
        text = f"{low} to {high}"
    if value.get("approximate"):
        text = f"about {text}"
    currency, period = value.get("currency"), value.get("period")
    if currency:
        text += f" {currency}"
    if period:
        text += ", once" if period == "once" else f" a {period}"
    return text


def _number(number: Json) -> str:
    return f"{number:,}" if isinstance(number, int | float) else ""


def _timeframe(kind: str, value: Mapping[str, Json]) -> str:
    start, end = _day(value.get("start")), _day(value.get("end"))
    last = end - timedelta(days=1) if end else None  # the record's end is the day after
    about = "about " if value.get("approximate") else ""
    if kind == "asap":
        return "as soon as possible"
    if kind == "none":
        return "no date in mind"
    if start and last and start != last:
        return f"{about}{_said(start)} to {_said(last)}"
    if start:
        return f"{about}{_said(start)}" if last else f"{about}from {_said(start)} on"
    return f"{about}by {_said(last)}" if last else "some time"


def _day(day: Json) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else None


def _said(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
