"""What is a conversation before it is known which script is meant? One with the reception.

The reception is a script made of the published ones: one question, whose options are their product
lines, in the voice of one of them. All that a script can do it does too: it stops, calls a person,
speaks both languages. The answer decides which script goes on (agent/reception.py).
"""

import hashlib
from collections.abc import Mapping, Sequence

from qualification.reaching import RecordingPlan
from qualification.script import (
    RECEPTION,
    ChoiceQuestion,
    ContactPlan,
    Limits,
    Option,
    QualifyRule,
    Script,
)
from qualification.values import LANGUAGES, Language
from qualification.wording import STOCK, TextId

LINE = "product_line"
"""The key of the one question."""
ASKED_AT_MOST = 2
LONGEST_KEY = 40
_JOINED: Mapping[Language, str] = {"es": "o", "en": "or"}
_OWN: Mapping[TextId, TextId] = {
    "no_fact": "line_first",
    "no_fact_noted": "line_first",
    "not_understood": "which_line_now",
    "other_words": "which_line_now",
}
"""What is said in place of the usual: nothing can be answered yet."""
_ABOUT_NO_PRODUCT: tuple[TextId, ...] = (
    "reach_person",
    "reach_person_by_text",
    "reach_person_by_call",
    "help",
    "tell_bot",
    "small_talk",
    "hold_for_human",
    "still_held",
    "opted_out",
    "opted_in",
    "how_to_stop",
    "calm",
    *("what_about", "which_line", "which_line_again", "line_first", "which_line_now", "no_line"),
)
"""The texts that it takes from the script in whose voice it speaks."""


def make_reception(scripts: Sequence[Script], voice: str = "") -> Script:
    """The reception of these scripts (at least one), in the voice of the one named, or else of the
    first.
    """
    base = next((one for one in scripts if one.script == voice), scripts[0])
    known = {one for script in scripts for one in script.languages}
    languages = tuple(dict.fromkeys((*base.languages, *(one for one in LANGUAGES if one in known))))
    stock = {key: {**STOCK[key], **base.texts.get(key, {})} for key in _ABOUT_NO_PRODUCT}
    speakers = {one: _first_with([base, *scripts], one) for one in languages}
    gaps = {
        one: {
            "lines": joined([name(script, one) for script in scripts], one),
            "name": base.persona.name,
            "company": base.persona.company,
        }
        for one in languages
    }
    return Script(
        script=RECEPTION,
        title=base.persona.company,
        framework="none",
        languages=languages,
        persona=base.persona,
        wording="exact",
        disclosure={one: speakers[one].disclosure[one] for one in languages},
        criteria=(
            ChoiceQuestion(
                key=LINE,
                kind="choice",
                required=True,
                ask={one: _filled(stock["which_line"][one][:1], gaps[one]) for one in languages},
                ask_again={
                    one: _filled(stock["which_line_again"][one], gaps[one]) for one in languages
                },
                options={
                    option_of(script.script): Option(
                        says={one: phrases(script, one) for one in languages}
                    )
                    for script in scripts
                },
            ),
        ),
        contact=ContactPlan(ask=(), when="never", region=base.contact.region),
        qualify=QualifyRule(all_of=(LINE,)),
        texts={
            **{key: stock[key] for key in _ABOUT_NO_PRODUCT if key in base.texts},
            **{usual: stock[own] for usual, own in _OWN.items()},
        },
        templates=base.templates,
        transfer=base.transfer,
        recording=_in_every_language(base.recording, languages, base.default_language),
        nudge=base.nudge,
        limits=Limits(turns=base.limits.turns, asks_per_question=ASKED_AT_MOST),
    )


def option_of(script: str) -> str:
    """The option that stands for a script."""
    key = script.replace("-", "_")
    if len(key) <= LONGEST_KEY:
        return key
    return f"{key[:31]}_{hashlib.sha256(script.encode()).hexdigest()[:8]}"


def name(script: Script, language: Language) -> str:
    """What a product line is called when we ask: its first topic, else its title."""
    return phrases(script, language)[0]


def phrases(script: Script, language: Language) -> tuple[str, ...]:
    """How people say that a product line is meant; also in a language that its script lacks."""
    topics = script.topics or {}
    found = topics.get(language) or topics.get(script.default_language) or ()
    return tuple(dict.fromkeys((*found, script.title)))


def joined(names: Sequence[str], language: Language) -> str:
    """ "one, two or three"."""
    *others, last = names
    word = _JOINED[language]
    if language == "es" and last.lower().startswith(("o", "ho")):
        word = "u"
    return f"{', '.join(others)} {word} {last}" if others else last


def _first_with(scripts: Sequence[Script], language: Language) -> Script:
    return next(one for one in scripts if language in one.languages)


def _filled(texts: Sequence[str], gaps: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(text.format_map(gaps) for text in texts)


def _in_every_language(
    plan: RecordingPlan | None, languages: Sequence[Language], default: Language
) -> RecordingPlan | None:
    """Who speaks another language is told too that the call is recorded."""
    if plan is None:
        return None
    return RecordingPlan(
        notice={one: plan.notice.get(one) or plan.notice[default] for one in languages}
    )
