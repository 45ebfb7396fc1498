"""What does the draft say? A conversation with it, and what was read and decided in each turn."""

import json
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from agent.dialogue import upcoming
from channels.incoming import NotTaken
from console.access import Person
from console.inbox_showing import TIERS
from console.lead_words import answer_in_words, line_in_words, reason_in_words, rule_in_words
from console.naming import Naming
from console.scripts.bench import HOME, Bench, Key, unix
from console.scripts.contexts import AnswerRow, Preview, PreviewPage, TurnRow
from console.scripts.rehearsals import Exchange, Talk
from console.translations import N_, Words
from qualification.handover import criterion_lines
from qualification.script import Script
from qualification.source import MAX_CHARACTERS
from qualification.values import Language, to_json

BROKEN = N_("The draft has mistakes: the preview goes on when they are mended.")


def previews_router(bench: Bench) -> APIRouter:
    """`/console/scripts/{key}/preview`"""
    router = bench.router()
    Talker = Annotated[Person, bench.talker]

    @router.post(f"{HOME}/{{key}}/preview")
    async def preview(
        request: Request,
        person: Talker,
        key: Key,
        say: Annotated[str, Form(max_length=20_000)] = "",
        said: Annotated[str, Form(max_length=300_000)] = "[]",
        language: Annotated[str, Form(max_length=5)] = "",
        model: Annotated[bool, Form()] = False,
        begin: Annotated[bool, Form()] = False,
        text: Annotated[str | None, Form(max_length=2 * MAX_CHARACTERS)] = None,
    ) -> Response:
        """With the text of the editor where there is one, else with the draft as it was saved."""
        piece = await bench.take(key)
        found = await bench.findings(key, piece.text if text is None else unix(text))
        before = () if begin else heard(said)
        words = bench.pages.words(request, person)
        talks = await opening(bench, words, found.script, language, before, say, model=model)
        page = PreviewPage(bench.head(person, piece, "editor"), talks)
        return bench.pages.show(
            request, person, "scripts/preview.html", page, fragment="conversation"
        )

    return router


async def opening(
    bench: Bench,
    words: Words,
    script: Script | None,
    language: str = "",
    said: Sequence[str] = (),
    say: str = "",
    *,
    model: bool = False,
) -> Preview | None:
    """A conversation with a script, from its greeting on; None for a text that is no script."""
    if script is None:
        return None
    spoken = next((one for one in script.languages if one == language), script.default_language)
    wanted = [*said, say.strip()] if say.strip() else [*said]
    try:
        talk = await bench.rehearsals.talk(script, spoken, wanted, model=model)
    except NotTaken as refused:
        talk = await bench.rehearsals.talk(script, spoken, [], model=model)
        return _shown(bench, words, script, spoken, talk, model=model, trouble=str(refused))
    return _shown(bench, words, script, spoken, talk, model=model)


def heard(said: str) -> tuple[str, ...]:
    """What was said so far, as the page carries it; nothing where that was tampered with."""
    try:
        found = json.loads(said)
    except json.JSONDecodeError:
        return ()
    if not isinstance(found, list):
        return ()
    return tuple(one for one in found if isinstance(one, str))


def _shown(
    bench: Bench,
    words: Words,
    script: Script,
    language: Language,
    talk: Talk,
    *,
    model: bool,
    trouble: str = "",
) -> Preview:
    names = Naming.of(script, words)
    return Preview(
        language=language,
        languages=script.languages,
        model=model and bench.rehearsals.has_model,
        has_model=bench.rehearsals.has_model,
        persona=script.persona.name,
        greeting=tuple(one.text for one in talk.opened.messages),
        said=tuple(one.said for one in talk.exchanges),
        turns=tuple(turn_row(one, names) for one in talk.exchanges),
        over=talk.over,
        trouble=trouble,
    )


def turn_row(exchange: Exchange, names: Naming) -> TurnRow:
    """One turn with everything that it rests on."""
    answered = exchange.answered
    sheet, verdict = answered.dialogue.sheet, answered.verdict
    reading = answered.read.reading if answered.read else None
    told = [
        one
        for one in criterion_lines(sheet, verdict)
        if one.value is not None or one.key in sheet.declined
    ]
    rows = [
        AnswerRow(
            names.criterion(one.key),
            one.state,
            answer_in_words(one.key, one.value, names),
            one.quote,
            rule_in_words(one.rule, names.words),
        )
        for one in told
    ]
    known = {one.key for one in told}
    rows += [
        AnswerRow(
            names.criterion(key),
            "unknown",
            answer_in_words(key, to_json(answer.value), names),
            answer.evidence.quote if answer.evidence else None,
            "",
        )
        for key, answer in sheet.answers.items()
        if key not in known
    ]
    tier = answered.score.tier
    return TurnRow(
        said=exchange.said,
        replies=tuple(one.text for one in answered.messages),
        phase=answered.dialogue.phase,
        outcome=verdict.outcome,
        tier=tier,
        tier_word=names.words.text(TIERS[tier]) if tier in TIERS else tier,
        score=answered.score.total,
        answers=tuple(rows),
        reasons=tuple(reason_in_words(one, names) for one in verdict.reasons),
        lines=tuple((line_in_words(one.rule, names), one.points) for one in answered.score.lines),
        asked=names.part(answered.dialogue.asked) if answered.dialogue.asked else None,
        signals=tuple(names.signal(one.value) for one in sorted(reading.signals))
        if reading
        else (),
        reader=reading.reader if reading else "",
        dropped=reading.dropped if reading else (),
        left=tuple(names.part(one) for one in upcoming(answered.script, answered.dialogue)),
    )
