"""How is what a lead's record holds said to a salesperson? In plain words of their language."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from agent.plans import Plan
from console.naming import Naming
from console.translations import N_, Words
from console.wording import named
from qualification.decision import Reason
from qualification.routing.routing import Passed
from qualification.values import Json
from storage.people import Found

STATES = {
    "positive": N_("Good"),
    "acceptable": N_("Acceptable"),
    "negative": N_("Against"),
    "unknown": N_("Unknown"),
}
RULES = {
    "positive": N_("meets the script's condition"),
    "acceptable": N_("meets the script's lesser condition"),
    "negative": N_("meets none of the script's conditions"),
    "unanswered": N_("not answered"),
    "refused": N_("asked, and they would rather not say"),
    "does_not_know": N_("asked, and they do not know"),
    "unclear": N_("asked, but never clear"),
}
REASONS = {
    "auto": N_("qualifies at once"),
    "disqualify": N_("rules it out"),
    "knock_out": N_("knock-out"),
    "all_of": N_("must be good"),
    "at_least": N_("enough of these must be good"),
    "tier": N_("points to reach"),
    "required": N_("must be asked"),
}
WHY = {
    "qualified": N_("It qualifies"),
    "wants_human": N_("Wants a person"),
    "support": N_("Needs support"),
    "update": N_("Changed"),
    "nurture": N_("To be nurtured"),
    "withdrawn": N_("To be taken off lists again"),
    "outcome": N_("Sales said what became of it"),
}
PARTS = {
    "fit": N_("Fit"),
    "engagement": N_("Engagement"),
    "total": N_("Total"),
}
"""The parts of a score that have a cap."""
DELIVERY_STATES = {
    "queued": N_("Waiting"),
    "retrying": N_("Trying again"),
    "delivered": N_("Delivered"),
    "failed": N_("Failed"),
    "superseded": N_("Replaced by a newer one"),
}
PHASES = {
    "open": N_("The agent answers"),
    "held": N_("A person answers"),
    "closed": N_("Ended"),
    "stopped": N_("Opted out"),
}
CHOSEN_BY = {
    "named": N_("named by whoever opened the conversation"),
    "form": N_("by the form that they filled in"),
    "address": N_("by the number that they wrote to"),
    "page": N_("by the page that they came from"),
    "first_message": N_("by what they wrote first"),
    "asked": N_("they were asked"),
    "default": N_("there was no other, or asking did not help"),
}
PLANS = {
    "nudge": N_("A word after silence"),
    "requalify": N_("Asked again"),
    "take_up_again": N_("As they wished: written to again"),
    "not_sent": N_("What we wrote could not go out"),
}
CAUSES = {
    "turn": N_("something was said"),
    "event": N_("something was done"),
    "time": N_("time went by"),
    "requalify": N_("put aside to be asked again"),
    "take_up_again": N_("taken up again"),
}
PLACE_STATES = {
    "offered": N_("Not accepted yet"),
    "accepted": N_("Accepted"),
    "rejected": N_("Rejected: no lead"),
    "passed_on": N_("Passed on"),
    "missed": N_("Not accepted in time"),
    "away": N_("Was not there"),
    "moved": N_("Moved"),
}
PLACE_CAUSES = {
    "routed": N_("by the rules"),
    "reassigned": N_("whoever had it did not take it"),
    "away": N_("whoever had it is not there"),
    "escalated": N_("escalated"),
    "fallback": N_("fallback"),
    "taken": N_("taken out of the queue"),
    "by_hand": N_("by hand"),
}
WHY_NOT = {
    "had_it_before": N_("had it before"),
    "language": N_("does not speak the language"),
    "skills": N_("lacks a skill"),
    "full_today": N_("has had enough today"),
    "too_many_open": N_("has too many open"),
    "absent": N_("is away"),
    "holiday": N_("has a holiday"),
    "off_duty": N_("is not working now"),
    "back_later": N_("is back later than others"),
    "turn_of_another": N_("it was the turn of another"),
}
SAID_OUTCOMES = {
    "accepted": N_("Accepted"),
    "rejected": N_("Rejected"),
    "won": N_("Deal won"),
    "lost": N_("Deal lost"),
}
FOUND = {
    "named": N_("the one that you named"),
    "wrote": N_("they wrote from %(address)s"),
    "called": N_("they called from %(address)s"),
    "gave": N_("they gave %(address)s"),
    "together": N_("put together with another of theirs"),
}
PERIODS = {
    "once": N_("once"),
    "hour": N_("an hour"),
    "day": N_("a day"),
    "week": N_("a week"),
    "month": N_("a month"),
    "quarter": N_("a quarter"),
    "year": N_("a year"),
}
WHENCE = {
    "said": N_("they said so"),
    "form": N_("from a form"),
    "crm": N_("from the CRM"),
    "provider": N_("from %(origin)s"),
    "site": N_("from the site, which vouches for it"),
    "channel": N_("as they call themselves there"),
    "email_domain": N_("from their e-mail's domain, %(origin)s"),
    "phone": N_("from their number, %(origin)s"),
}


def found_in_words(found: Found, words: Words) -> str:
    """Why a conversation is taken for somebody's."""
    said = words.text(FOUND[found.how])
    return said % {"address": found.over.value} if found.over else said


def rule_in_words(rule: str, words: Words) -> str:
    """The rule behind a criterion's state."""
    if rule.startswith("no_rate:"):
        currency = rule.removeprefix("no_rate:")
        return words.text(N_("the script has no rate for %(currency)s")) % {"currency": currency}
    return words.text(RULES[rule]) if rule in RULES else rule


def reason_in_words(reason: Reason, names: Naming) -> str:
    """One reason of the verdict: `all_of` need is Need: must be good."""
    rule = names.words.text(REASONS[reason.rule]) if reason.rule in REASONS else reason.rule
    return f"{', '.join(map(names.part, reason.keys))}: {rule}"


def line_in_words(rule: str, names: Naming) -> str:
    """What gave the points of a score line."""
    _ = names.words.text
    kind, _colon, rest = rule.partition(":")
    match kind:
        case "event":
            event, _mark, seconds = rest.partition(">=")
            did = _("Did: %(what)s") % {"what": names.event(event)}
            lasting = _("%(seconds)s s or more") % {"seconds": seconds.removesuffix("s")}
            return f"{did}, {lasting}" if seconds else did
        case "fit" | "profile":
            what = ", ".join(map(names.part, rest.split("+")))
            return _("Fits: %(what)s") % {"what": what}
        case "cap":
            part, _dot, group = rest.partition(".")
            said = _(PARTS[part]) if part in PARTS else named(part)
            return _("Over the cap: %(what)s") % {"what": f"{said}, {group}" if group else said}
        case "floor":
            return _("Never below zero")
    key, chosen, option = rule.partition("=")
    if chosen:
        return f"{names.criterion(key)}: {names.option(key, option).lower()}"
    said = _(STATES[rest]) if rest in STATES else named(rest)
    return f"{names.criterion(kind)}: {said.lower()}"


def criterion_of(rule: str) -> str:
    """The criterion that a score line rests on; empty where it rests on none."""
    kind = rule.partition(":")[0]
    if kind in ("event", "fit", "profile", "cap", "floor"):
        return rule.partition(":")[2] if kind in ("fit", "profile") else ""
    return rule.replace("=", ":", 1).partition(":")[0]


def answer_in_words(key: str, value: Json, names: Naming) -> str:
    """What was answered to a question: of one with options, the option's name."""
    if isinstance(value, str) and value.replace("_", "").isalnum() and value.islower():
        return names.option(key, value)
    return value_in_words(value, names.words)


def value_in_words(value: Json, words: Words) -> str:
    """A value of the record (qualification.values.to_json) in a few words."""
    match value:
        case None:
            return "—"
        case bool():
            return words.text(N_("yes")) if value else words.text(N_("no"))
        case dict():
            if "kind" in value:
                return _timeframe(str(value["kind"]), value, words)
            return _amount(value, words)
        case str():
            return value
        case int() | float():
            return words.number(value)
        case _:
            return str(value)


def _amount(value: Mapping[str, Json], words: Words) -> str:
    _ = words.text
    low, high = _number(value["min"], words), _number(value["max"], words)
    if low == high:
        said = low
    elif not high:
        said = _("at least %(number)s") % {"number": low}
    elif not low:
        said = _("up to %(number)s") % {"number": high}
    else:
        said = _("%(low)s to %(high)s") % {"low": low, "high": high}
    if value.get("approximate"):
        said = _("about %(number)s") % {"number": said}
    currency, period = value.get("currency"), value.get("period")
    if currency:
        said += f" {currency}"
    if isinstance(period, str):
        often = _(PERIODS[period]) if period in PERIODS else period
        said += f", {often}" if period == "once" else f" {often}"
    return said


def _number(number: Json, words: Words) -> str:
    return words.number(number) if isinstance(number, int | float) else ""


def _timeframe(kind: str, value: Mapping[str, Json], words: Words) -> str:
    _ = words.text
    if kind == "asap":
        return _("as soon as possible")
    if kind == "none":
        return _("no date in mind")
    start, end = _day(value.get("start")), _day(value.get("end"))
    last = end - timedelta(days=1) if end else None  # the record's end is the day after
    if start and last and start != last:
        dates = {"first": words.day(start), "last": words.day(last)}
        said = _("%(first)s to %(last)s") % dates
    elif start and last:
        said = words.day(start)
    elif start:
        said = _("from %(day)s on") % {"day": words.day(start)}
    elif last:
        said = _("by %(day)s") % {"day": words.day(last)}
    else:
        return _("some time")
    return _("about %(number)s") % {"number": said} if value.get("approximate") else said


def _day(day: Json) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else None


def passed_in_words(passed: Passed, name: str, words: Words) -> str:
    """Who did not get the lead, and why."""
    why = words.text(WHY_NOT[passed.why])
    return f"{name}: {why}" + (f" ({passed.detail})" if passed.detail else "")


def plan_in_words(plan: Plan, now: datetime, words: Words) -> str:
    """That they are to hear from us, and when."""
    return f"{words.text(PLANS[plan.why])}, {words.ago(plan.at, now)}"
