"""A brief is written from the newest revision and the whole conversation; its calls are kept."""

from dataclasses import replace

from sqlalchemy import select

from agent.brief_prompt import BriefPrompts
from agent.brief_writer import BriefWriter
from agent.models.scripted import ScriptedModel
from agent.ports import Utterance
from qualification.values import Json
from storage.dossiers import StoredDossiers
from storage.prompts import StoredPrompts
from storage.tables import ModelCallRow
from tests.storage.conftest import Store
from tests.storage.records import CALL, NOW, handover, turn


async def handed_over(store: Store, *said: str) -> str:
    """A conversation that was handed over; the hand-over's id."""
    conversation = await store.open("Hi, what brings you here?")
    await store.hear(conversation, *said)
    claim = await store.claim(conversation)
    answer = (Utterance("m-answer", "Thank you, somebody will write."),)
    written = replace(turn(claim, handover=handover()), said=answer)
    await store.workspace.commit(claim, written, seen=claim.inbound_seq)
    (stored,) = (await store.leads.lead(conversation)).handovers
    return stored.id


async def test_it_has_the_document_the_script_and_all_that_was_said(store: Store) -> None:
    identity = await handed_over(store, "We lose orders.", "It is urgent.")
    dossier = await StoredDossiers(store.database, store.scripts).dossier(identity)
    assert dossier is not None
    assert dossier.document["id"] == identity
    assert dossier.script.script == "crm-suite"
    assert dossier.dialogue.language == "en"
    assert [one.text for one in dossier.transcript] == [
        "Hi, what brings you here?",
        "We lose orders.",
        "It is urgent.",
        "Thank you, somebody will write.",
    ]


async def test_the_newest_revision_counts(store: Store) -> None:
    identity = await handed_over(store, "We lose orders.")
    dossiers = StoredDossiers(store.database, store.scripts)
    first = await dossiers.dossier(identity)
    assert first is not None
    await store.hear(first.conversation, "And invoices.")
    claim = await store.claim(first.conversation)
    changed = turn(claim, handover=handover("update", "changed"))
    await store.workspace.commit(claim, changed, seen=claim.inbound_seq)
    second = await dossiers.dossier(identity)
    assert second is not None
    assert (first.document["revision"], second.document["revision"]) == (1, 2)
    assert second.document["why"] == "update"


async def test_there_is_none_for_an_unknown_hand_over(store: Store) -> None:
    assert await StoredDossiers(store.database, store.scripts).dossier("unknown") is None


async def test_calls_are_kept_with_the_text_that_they_began_with(store: Store) -> None:
    identity = await handed_over(store, "We lose orders.")
    prompts = BriefPrompts()
    kept = StoredPrompts(store.database, store.clock, prompts.texts)
    dossiers = StoredDossiers(store.database, store.scripts, kept)
    dossier = await dossiers.dossier(identity)
    assert dossier is not None
    call = replace(CALL, prompt=prompts.id("en"))
    await dossiers.keep_calls(dossier.conversation, [call], NOW)
    rows = await store.database.read(
        lambda connection: connection.execute(
            select(ModelCallRow.conversation, ModelCallRow.prompt)
        ).all()
    )
    assert [tuple(row) for row in rows] == [(dossier.conversation, prompts.id("en"))]
    assert await kept.get(prompts.id("en")) == prompts.texts()[prompts.id("en")]


async def test_a_brief_is_written_from_what_is_stored(store: Store) -> None:
    identity = await handed_over(store, "We lose orders.", "It is urgent.")
    told: Json = {"text": "They lose orders.", "quote": "We lose orders"}
    model = ScriptedModel([{"summary": [told], "manner": [], "next_step": ""}])
    dossiers = StoredDossiers(store.database, store.scripts)
    brief = await BriefWriter(dossiers, store.clock, model=model).write(identity, "en")
    assert "They lose orders (“We lose orders”)" in brief.text
    assert "“It is urgent.”" in brief.text
