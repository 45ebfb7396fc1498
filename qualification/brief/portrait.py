"""How is a person's manner told to a seller? Each trait with what shows it and what to do. PURE."""

from collections.abc import Iterator

from qualification.brief.facts import BriefFacts
from qualification.brief.style import Trait, traits
from qualification.brief.wording import counted, quoted, say
from qualification.values import Language

MOST_TRAITS = 8


def portrait(facts: BriefFacts, language: Language) -> tuple[str, ...]:
    """What they are like and how to speak to them; nothing when they said too little."""
    found = traits(facts.spoken, facts.channel)[:MOST_TRAITS]
    return tuple(_told(one, language) for one in found)


def _told(trait: Trait, language: Language) -> str:
    return say(
        language,
        "trait",
        claim=say(language, f"claim.{trait.kind}"),
        evidence=", ".join(_evidence(trait, language)),
        advice=say(language, f"advice.{trait.kind}"),
    )


def _evidence(trait: Trait, language: Language) -> Iterator[str]:
    if trait.figure is not None and trait.kind in ("brief", "detailed"):
        words = counted(language, "words", trait.figure)
        messages = counted(language, "messages", trait.of)
        yield say(language, "median_words", words=words, messages=messages)
    elif trait.figure is not None and trait.kind in ("prompt", "slow"):
        unit = "seconds" if trait.kind == "prompt" else "minutes"
        wait, answers = (
            counted(language, unit, trait.figure),
            counted(language, "answers", trait.of),
        )
        yield say(language, "median_wait", wait=wait, answers=answers)
    else:
        yield say(
            language, "messages_of", count=trait.count, of=counted(language, "messages", trait.of)
        )
    if trait.quote is not None:
        yield quoted(language, trait.quote)
