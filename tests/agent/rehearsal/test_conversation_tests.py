"""The runner of conversation tests: what does not hold is shown where it happened."""

from typing import Any

import pytest

from agent.rehearsal.conversation_files import play_all, read_tests, scripted_rig
from agent.rehearsal.conversation_tests import ConversationTest, Played, play
from qualification.errors import ScriptError
from tests.agent.scripts import crm, home

HEAD = "script: crm\nconversations:\n  - name: a test\n    language: es\n    turns:\n"


async def played(*turns: dict[str, Any], **parts: Any) -> Played:
    """A test of the CRM script, played."""
    test = {"name": "a test", "language": "es", **parts, "turns": turns}
    return await play(crm(), ConversationTest.model_validate(test), scripted_rig)


async def test_a_test_that_holds_reads_like_a_transcript() -> None:
    result = await played(
        {
            "say": "perdemos clientes",
            "expect": {
                "asked": "budget",
                "answers": {
                    "need": {
                        "quote": "perdemos clientes",
                        "value": "perdemos clientes",
                        "state": "positive",
                    }
                },
                "unanswered": ["budget"],
                "signals": [],
                "phase": "open",
                "verdict": "undecided",
                "tier": "nurture",
                "score": 20,
                "language": "es",
                "says": "PRESUPUESTO",
                "never_says": ["€", "nombre"],
                "silent": False,
                "handed_over": [],
            },
        },
        greeting={"says": "asistente virtual", "asked": "need"},
    )
    assert result.failures == ()
    lines = str(result).splitlines()
    assert lines[0] == "passed: a test"
    assert lines[1].lstrip().startswith("agent | Soy Lucía")
    assert lines[2] == "prospect | perdemos clientes"


@pytest.mark.parametrize(
    ("expect", "failure"),
    [
        ({"asked": "need"}, "asked should be need, but is budget"),
        ({"asked": "nothing"}, "asked should be nothing, but is budget"),
        ({"phase": "closed"}, "phase should be closed, but is open"),
        ({"verdict": "qualified"}, "verdict should be qualified, but is undecided"),
        ({"tier": "hot"}, "tier should be hot, but is nurture"),
        ({"score": 1}, "score should be 1, but is 20"),
        ({"language": "en"}, "language should be en, but is es"),
        ({"silent": True}, "silent should be True, but is False"),
        ({"handed_over": ["qualified"]}, "handed_over should be qualified, but is none"),
        ({"signals": ["why"]}, "signals should be why, but are none"),
        ({"says": "adiós"}, "the reply should say 'adiós'"),
        ({"never_says": "PRESUPUESTO"}, "the reply should never say 'PRESUPUESTO'"),
        ({"answers": {"budget": {}}}, "budget should be answered, but is not"),
        ({"unanswered": ["need"]}, "need should not be answered, but is perdemos clientes"),
        ({"declined": {"need": "refused"}}, "need should be declined (refused), but is not"),
        ({"answers": {"need": {"value": "x"}}}, "need should be x, but is perdemos clientes"),
        ({"answers": {"need": {"quote": "x"}}}, "need should rest on 'x', but rests on"),
        ({"answers": {"need": {"state": "negative"}}}, "need should be negative, but is positive"),
    ],
)
async def test_what_does_not_hold_stands_in_the_transcript(
    expect: dict[str, Any], failure: str
) -> None:
    result = await played({"say": "perdemos clientes", "expect": expect}, {"say": "hola"})
    (failed,) = result.failures
    assert failed.startswith(failure)
    lines = str(result).splitlines()
    assert lines[0] == "FAILED: a test"
    assert lines[4] == f"{'!':>8} | {failed}"
    assert lines[5] == "prospect | hola", "it is played to its end"


async def test_a_value_may_be_given_in_part() -> None:
    turns = {"say": "perdemos clientes, 5000 € al año"}
    good = {"answers": {"budget": {"value": {"min": 5000, "period": "year"}}}}
    bad = {"answers": {"budget": {"value": {"min": 4000}}}}
    assert not (await played({**turns, "expect": good})).failures
    assert (await played({**turns, "expect": bad})).failures


async def test_time_people_and_bursts_can_be_played() -> None:
    result = await played(
        {"say": ["hola", "perdemos clientes"], "expect": {"asked": "budget"}},
        {"wait": "4 h", "expect": {"says": "¿Sigue por ahí?"}},
        {"take_over": "Ana", "person_says": "Soy Ana.", "expect": {"phase": "held"}},
        {"say": "5000 € al año", "expect": {"silent": True}},
        {"give_back": True, "expect": {"asked": "authority", "says": "¿Quién decide"}},
        now="2026-11-23T09:00:00",
    )
    assert result.failures == ()
    shown = str(result)
    for line in ("(4 hours pass)", "(Ana takes over)", "Ana | Soy Ana.", "(the agent goes on)"):
        assert line in shown


async def test_readings_can_be_scripted_and_are_checked_like_a_models() -> None:
    lies = {
        "bridge": "Claro.",
        "answers": [
            {"key": "need", "quote": "perdemos clientes", "value": "", "corrects": False},
            {"key": "budget", "quote": "tenemos un millón", "value": "1000000 EUR"},
        ],
    }
    result = await played(
        {
            "say": "perdemos clientes",
            "reading": lies,
            "expect": {"answers": {"need": {}}, "unanswered": ["budget"], "says": "Claro."},
        }
    )
    assert result.failures == ()


@pytest.mark.parametrize("trouble", ["timeout", "unreachable", "refused", "nonsense"])
async def test_a_model_in_trouble_is_played_too(trouble: str) -> None:
    result = await played(
        {"say": "perdemos clientes", "model": trouble, "expect": {"asked": "budget"}}
    )
    assert result.failures == ()


async def test_a_language_that_the_script_lacks_is_a_failure() -> None:
    text = HEAD.replace("language: es", "language: en") + "      - {say: hello}\n"
    results = [one async for one in play_all(read_tests(text, "x.yaml"), home())]
    assert [one.failures for one in results] == [("the script does not speak en",)]


async def test_all_tests_of_a_file_are_played() -> None:
    text = HEAD + "      - {say: perdemos clientes, expect: {asked: budget}}\n"
    (result,) = [one async for one in play_all(read_tests(text, "x.yaml"), crm())]
    assert result.failures == ()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (
            HEAD + "      - {say: hola, expect: {askd: need}}\n",
            "x.yaml:6:",
            "did you mean `asked`?",
        ),
        (HEAD + "      - {expect: {asked: need}}\n", "x.yaml:6:", "nothing happens in this turn"),
        (HEAD + "      - {say: hola, model: tired}\n", "x.yaml:6:", "`tired` is not known here"),
        (HEAD + "      - {say: hola, expect: {signals: [hungry]}}\n", "x.yaml:6:", "`hungry`"),
        (HEAD + "      - {wait: soon}\n", "x.yaml:6:", "`soon` is no length of time"),
        ("script: crm\nconversations: []\n", "x.yaml:2:", "at least 1 must stand here"),
        ("script: crm\n", "x.yaml:1:", "conversations"),
        ("script: [crm\n", "x.yaml:", ""),
        ("", "x.yaml:1:", ""),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, place: str, words: str) -> None:
    with pytest.raises(ScriptError) as raised:
        read_tests(text, "x.yaml")
    assert place in str(raised.value)
    assert words in str(raised.value)


def test_every_mistake_is_told_at_once() -> None:
    text = HEAD + "      - {say: hola, expect: {askd: need}}\n      - {sy: hola}\n"
    with pytest.raises(ScriptError) as raised:
        read_tests(text, "x.yaml")
    assert len(raised.value.problems) >= 2


NEW_WORDS = {"budget": {"ask": {"es": "¿Y el presupuesto?", "en": "And the budget?"}}}


async def test_a_conversation_keeps_the_version_it_began_with_and_a_new_one_gets_the_newest() -> (
    None
):
    result = await played(
        {"publish": NEW_WORDS, "expect": {"silent": True}},
        {"say": "perdemos clientes", "expect": {"never_says": "¿Y el presupuesto?"}},
        {"arrives": True, "expect": {"says": "asistente virtual", "unanswered": ["need"]}},
        {"say": "perdemos clientes", "expect": {"says": "¿Y el presupuesto?"}},
    )
    assert result.failures == ()


async def test_a_question_that_the_script_lacks_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="`publish` changes colour: the script has no such"):
        await played({"publish": {"colour": {}}})


async def test_what_comes_while_the_model_reads_is_read_with_the_rest() -> None:
    both = {"bridge": "", "answers": [{"key": "need", "quote": "perdemos clientes", "value": "x"}]}
    result = await played(
        {
            "say": "hola",
            "meanwhile": "perdemos clientes",
            "reading": both,
            "expect": {"answers": {"need": {"quote": "perdemos clientes"}}, "asked": "budget"},
        }
    )
    assert result.failures == ()
    assert [line.text for line in result.transcript[1:3]] == ["hola", "perdemos clientes"]


async def test_while_time_passes_every_reminder_comes_in_its_turn() -> None:
    result = await played(
        {"say": "perdemos clientes"},
        {"wait": "3 days"},
    )
    said = [line.text for line in result.transcript if line.who == "agent"]
    assert len(said) > 2


async def test_nothing_can_come_meanwhile_when_nothing_is_read() -> None:
    with pytest.raises(ValueError, match="`meanwhile` needs a `say`"):
        await played({"wait": "1 h", "meanwhile": "hola"})
