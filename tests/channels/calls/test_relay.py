"""A call is talked: signed, in turns, with interruptions, silences and ends."""

import asyncio
from contextlib import suppress
from dataclasses import replace

import pytest
from websockets.exceptions import InvalidStatus

from agent.calling import Call
from agent.errors import Unavailable
from agent.messages import InboundMessage, Receipt
from channels.simulators.relay import Weather
from tests.agent.readings import NOON
from tests.channels.switchboard import ACCOUNT, OURS, QUICK, THEIRS, Switchboard

NONSENSE: list[str | bytes] = [
    "not json",
    b"\xff\xfe",
    "[1, 2]",
    '"text"',
    "{}",
    '{"type": 7}',
    '{"type": "prompt"}',
    '{"type": "prompt", "voicePrompt": null, "last": true}',
    '{"type": "dtmf", "digit": "12"}',
    '{"type": "connected", "protocol": "a type that came after us"}',
    '{"type": "error", "description": "64107"}',
    '{"type": "prompt", "voicePrompt": " ", "last": true}',
]


async def test_a_caller_speaks_and_is_answered() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("we lose customers")
        heard = await line.hear()
        assert heard.text.endswith("What yearly budget have you set aside?")
        assert heard.text == board.transcript(line)[-1].text
        assert board.said(line) == ["we lose customers"]


async def test_a_line_that_is_not_signed_is_refused_before_it_opens() -> None:
    async with Switchboard().serving() as board:
        for signature in ("", "bad"):
            with pytest.raises(InvalidStatus) as refused:
                async with board.line(signature=signature):
                    pass
            assert refused.value.response.status_code == 403


async def test_a_relay_of_another_account_writes_no_row() -> None:
    async with Switchboard().serving() as board, board.line() as line:
        await line.setup("AC" + "b2" * 16, THEIRS, OURS)
        assert await line.closed() == 1008
        assert board.calls.kept == {}


@pytest.mark.parametrize("first", ["not json", b"\x00\x01", "[]", '{"type": "prompt"}', "{}"])
async def test_a_talk_begins_with_its_setup(first: str | bytes) -> None:
    async with Switchboard().serving() as board, board.line() as line:
        await line.send(first)
        await line.send({"type": "prompt", "voicePrompt": "hello there", "last": True})
        assert await line.closed() == 1008
        assert board.calls.kept == {}


async def test_frames_that_make_no_sense_change_nothing() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        for nonsense in NONSENSE:
            await line.send(nonsense)
        await line.say("we lose customers")
        assert (await line.hear()).text == board.transcript(line)[-1].text
        assert board.said(line) == ["we lose customers"]


async def test_a_line_with_nothing_but_nonsense_is_closed() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        for _ in range(10):
            await line.send("{")
        assert await line.closed() == 1007


@pytest.mark.parametrize("said", [{}, {"said": "0"}, {"said": "7"}])
async def test_a_call_whose_webhook_never_came_is_greeted_by_the_relay(
    said: dict[str, str],
) -> None:
    async with Switchboard().serving() as board, board.line() as line:
        await line.setup(ACCOUNT, THEIRS, OURS, **said)
        heard = await line.hear()
        assert heard.text.startswith("I'm Lucía, Acme's AI assistant.")
        assert "press zero" in heard.text
        await line.say("we lose customers")
        assert "budget" in (await line.hear()).text
        assert board.said(line) == ["we lose customers"]


async def test_what_is_said_while_the_reading_streams_comes_first() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        board.reader.sentences = ["I see.", "That costs you money."]
        board.reader.bridge = "I see. That costs you money."
        board.reader.hold()
        await line.say("we lose customers")
        assert [await line.next_token() for _ in range(2)] == ["I see. ", "That costs you money. "]
        board.reader.let_go()
        assert (await line.hear()).text == "What yearly budget have you set aside?"
        assert board.transcript(line)[-1].text == (
            "I see. That costs you money. What yearly budget have you set aside?"
        )


async def test_who_cuts_in_is_heard_and_nothing_more_is_said() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        board.reader.sentences = ["I see."]
        board.reader.hold()
        await line.say("we lose customers")
        assert await line.next_token() == "I see. "
        await line.cut_in("I")
        assert (await line.hear()).tokens == ("",)
        await board.reader_cancelled()
        assert line.waiting() == []
        board.reader.sentences = []
        board.reader.let_go()
        await line.say("and we have 5000 euros a year")
        assert "decision" in (await line.hear()).text
        assert [one.text for one in board.reader.pages[-1].unread] == [
            "we lose customers",
            "and we have 5000 euros a year",
        ]
        broken_off = board.transcript(line)[-2]
        assert (broken_off.text, broken_off.heard) == ("I see.", "I")


async def test_an_answer_that_is_cut_short_is_remembered_as_it_was_heard() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("we lose customers")
        answer = await line.hear()
        await line.cut_in("Got it. What yearly")
        assert (await line.hear()).tokens == ("",)
        await line.say("how much does it cost?")
        await line.hear()
        cut = board.transcript(line)[2]
        assert cut.text == answer.text == "Got it. What yearly budget have you set aside?"
        assert board.heard == [(cut.id, "Got it. What yearly")]


async def test_an_interruption_that_comes_after_the_words_stops_nothing() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("we lose customers")
        first = await line.hear()
        board.reader.hold()
        await line.say("we have 5000 euros a year")
        await board.reader.begun(2)
        await line.cut_in(first.text[:6])
        board.reader.let_go()
        assert "decision" in (await line.hear()).text
        assert [heard for _, heard in board.heard] == ["Got it."]


async def test_the_same_frame_twice_is_said_once() -> None:
    async with Switchboard().serving() as board, board.call(Weather(twice=1.0)) as line:
        await line.say("we lose customers", partials=2)
        await line.hear()
        await line.cut_in("Got it.")
        await line.say("we have 5000 euros a year")
        while "decision" not in (await line.hear()).text:
            pass
        assert board.said(line) == ["we lose customers", "we have 5000 euros a year"]


async def test_words_whose_end_gets_lost_are_taken_as_far_as_they_came() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.begin_to_say("we lose")
        await line.begin_to_say("we lose customers")
        assert "budget" in (await line.hear()).text
        await line.say("we lose customers")  # late
        await line.say("we have 5000 euros a year")
        await line.hear()
        assert board.said(line) == ["we lose customers", "we have 5000 euros a year"]


async def test_who_coughs_hears_the_rest() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("we lose customers")
        await line.hear()
        await line.cut_in("Got it.")
        assert (await line.hear()).text == ""
        assert (await line.hear()).text == "What yearly budget have you set aside?"
        assert [heard for _, heard in board.heard] == ["Got it.", None]


async def test_wait_and_stop_are_no_answer_and_no_opt_out() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("we lose customers")
        await line.hear()
        for word in ("Stop.", "Wait a minute!", "Stop, stop."):
            await line.say(word)
            assert (await line.hear()).text == ""
        await line.say("5000 euros a year")
        assert "decision" in (await line.hear()).text
        assert board.said(line) == ["we lose customers", "5000 euros a year"]


async def test_who_does_not_want_to_be_called_again_hears_goodbye_and_the_call_ends() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("please don't call me again")
        assert (await line.hear()).text == board.transcript(line)[-1].text
        assert await line.until_end() == {"reason": "finished"}
        assert await board.phase(line) == "stopped"


async def test_a_caller_who_asks_for_a_person_is_put_through() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.press("0")
        await line.hear()
        assert await line.until_end() == {"reason": "transfer"}
        assert board.said(line) == ["I want to talk to a person."]
        assert await board.phase(line) == "held"


async def test_keys_make_a_number() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("we lose customers")
        await line.hear()
        await line.press("12*5000#")
        assert "decision" in (await line.hear()).text
        assert board.said(line)[1] == "5000"


async def test_who_waits_hears_a_word() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        board.reader.hold()
        await line.say("we lose customers")
        assert (await line.hear()).text == "One moment, please."
        board.reader.let_go()
        assert "budget" in (await line.hear()).text


async def test_when_no_answer_comes_the_simple_mode_takes_over() -> None:
    quick = replace(QUICK, broken=0.5)
    async with Switchboard(pace=quick).serving() as board, board.call() as line:
        board.reader.hold()
        await line.say("we lose customers")
        assert await line.until_end() == {"reason": "broken"}
        board.reader.let_go()


async def test_who_says_nothing_is_asked_twice_and_then_the_call_ends() -> None:
    quick = replace(QUICK, silence=0.1)
    async with Switchboard(pace=quick).serving() as board, board.call() as line:
        assert [(await line.hear()).text for _ in range(3)] == [
            "Are you still there?",
            "Are you still there?",
            "I can't hear you. Call us again whenever you like. Goodbye.",
        ]
        assert await line.until_end() == {"reason": "silence"}
        assert board.said(line) == []


async def test_nobody_is_asked_whether_they_are_there_while_we_speak() -> None:
    slow = replace(QUICK, silence=0.1, characters_a_second=1.0)
    async with Switchboard(pace=slow).serving() as board, board.call() as line:
        await asyncio.sleep(0.5)
        assert line.waiting() == []
        await line.note("agentSpeaking", "off")
        assert (await line.hear()).text == "Are you still there?"


@pytest.mark.parametrize(
    "words",
    [
        "You have reached the voicemail of John. Please leave a message after the tone.",
        "El número al que llama no está disponible en este momento.",
        "For sales, press one to continue.",
        "Esta es una llamada automática.",
    ],
)
async def test_machines_are_not_talked_to(words: str) -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say(words)
        assert await line.until_end() == {"reason": "robot"}
        assert board.said(line) == []


async def test_a_recording_that_goes_round_is_not_talked_to() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        for _ in range(3):
            await line.say("hello this is a wonderful offer for you")
            await line.hear()
            await asyncio.sleep(0.7)
        await line.say("hello this is a wonderful offer for you")
        assert await line.until_end() == {"reason": "robot"}


async def test_a_call_may_not_go_on_for_ever() -> None:
    quick = replace(QUICK, longest=0.2)
    async with Switchboard(pace=quick).serving() as board, board.call() as line:
        assert (await line.hear()).text.startswith("I have to end the call here.")
        assert await line.until_end() == {"reason": "too_long"}


async def test_a_call_may_not_have_any_number_of_turns() -> None:
    quick = replace(QUICK, turns=1)
    async with Switchboard(pace=quick).serving() as board, board.call() as line:
        await line.say("we lose customers")
        await line.hear()
        await line.say("we have 5000 euros a year")
        assert (await line.hear()).text.startswith("I have to end the call here.")
        assert await line.until_end() == {"reason": "too_long"}
        assert board.said(line)[-1] == "we have 5000 euros a year"


async def test_the_voice_follows_the_language() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say(
            "perdone, prefiero hablar en español, porque perdemos clientes", lang="es-ES"
        )
        assert "¿" in (await line.hear()).text
        switched = [one for one in line.frames if one["type"] == "language"]
        assert switched == [
            {"type": "language", "ttsLanguage": "es-ES", "transcriptionLanguage": "es-ES"}
        ]


async def test_who_objects_to_our_last_words_is_heard() -> None:
    slow = replace(QUICK, objection=1.0)
    async with Switchboard(pace=slow, model=False).serving() as board, board.call() as line:
        for words in ("we lose customers", "5000 euros a year, I decide, within two months"):
            await line.say(words)
            await line.hear()
        await line.say("my name is Laura Smith, laura at acme dot com")
        assert "laura at acme dot com" in (await line.hear()).text
        await asyncio.sleep(0.3)
        await line.say("no, it is lara at acme dot com")
        assert "l, a, r, a, at" in (await line.hear()).text.lower()
        assert await line.until_end() == {"reason": "finished"}


async def test_figures_are_said_as_words() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("how much does it cost?")
        heard = await line.hear()
        assert "twenty-five euros" in heard.text
        assert "€25" in board.transcript(line)[-1].text


async def test_who_hangs_up_while_we_think_is_read_all_the_same() -> None:
    async with Switchboard().serving() as board:
        board.reader.hold()
        async with board.call() as line:
            await line.say("we lose customers")
            await board.reader.begun(1)
            await line.drop()
        board.reader.let_go()
        await board.conductor.aclose()
        assert "budget" in board.transcript(line)[-1].text


async def test_who_hangs_up_after_cutting_in_is_read_all_the_same() -> None:
    async with Switchboard().serving() as board:
        board.reader.hold()
        async with board.call() as line:
            await line.say("we lose customers")
            await board.reader.begun(1)
            await line.cut_in("")
            await line.hear()
            await line.drop()
        board.reader.let_go()
        await board.answered(line, 3)
        assert "budget" in board.transcript(line)[-1].text


async def test_who_hangs_up_with_the_last_word_is_on_record() -> None:
    async with Switchboard().serving() as board:
        async with board.call() as line:
            await line.say("we lose customers")
            await line.cut_in("")
            await line.say("and my name is Laura Smith")
            await line.drop()
        await board.answered(line, 3)
        assert board.said(line) == ["we lose customers", "and my name is Laura Smith"]


async def test_what_was_begun_when_the_line_went_counts_as_far_as_it_came() -> None:
    async with Switchboard().serving() as board:
        async with board.call() as line:
            await line.begin_to_say("we lose customers and")
            await line.drop()
        await board.answered(line, 2)
        async with board.call() as other:
            await other.press("0")
            await other.drop()
        await board.answered(other, 2)
        assert board.said(line) == ["we lose customers and"]
        assert board.said(other) == ["I want to talk to a person."]


async def test_a_line_that_dropped_hears_our_last_words_again() -> None:
    async with Switchboard().serving() as board:
        async with board.call() as line:
            await line.say("we lose customers")
            first = await line.hear()
            await line.drop()
        async with board.line(call=line.call) as again:
            await again.setup(ACCOUNT, THEIRS, OURS, said="1")
            assert (await again.hear()).text == first.text
            await again.say("we have 5000 euros a year")
            assert "decision" in (await again.hear()).text


async def test_words_that_nobody_answered_are_answered_on_the_next_line() -> None:
    async with Switchboard().serving() as board, board.line() as line:
        call = await board.arrive(line.call, THEIRS, OURS)
        await board.conductor.receive(
            InboundMessage("voice", "m1", call.conversation, "we lose customers", NOON)
        )
        await line.setup(ACCOUNT, THEIRS, OURS, said="1")
        assert "budget" in (await line.hear()).text


async def test_a_person_who_takes_over_in_the_console_speaks_by_our_voice() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("we lose customers")
        await line.hear()
        call = board.calls.kept[line.call]
        await board.conductor.say(call.conversation, "Ana", "Hello, this is Ana speaking.")
        assert (await line.hear()).text == "Hello, this is Ana speaking."
        await line.say("hello Ana")
        await asyncio.sleep(0.5)
        assert line.waiting() == []  # she answers: no filler, no end


async def test_a_whole_call_in_bad_weather_gets_through() -> None:
    weather = Weather(twice=0.3, swapped=0.2, seed=7)
    async with Switchboard().serving() as board, board.call(weather) as line:
        answers = {
            "improve": "we lose customers",
            "budget": "we have 5000 euros a year",
            "decision": "I decide that myself",
            "start": "within two months",
            "name": "my name is Laura Smith",
            "e-mail": "laura at acme dot com",
        }
        await line.say("we lose customers")
        with suppress(ConnectionError):  # the talk has ended
            for _ in range(40):
                asked = (await line.hear()).text.lower()
                for key, answer in answers.items():
                    if key in asked:
                        await line.say(answer, partials=2)
        assert await line.until_end() == {"reason": "finished"}
        assert len(set(board.said(line))) == len(board.said(line))


async def test_an_address_that_was_put_right_is_read_back_letter_by_letter() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("my e-mail is ana at acme dot com")
        assert "ana at acme dot com" in (await line.hear()).text
        await line.say("no, I meant anna at acme dot com")
        assert "a, n, n, a, at" in (await line.hear()).text.lower()


async def test_who_cuts_the_greeting_short_has_not_been_asked() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        greeting = board.transcript(line)[0]
        await line.cut_in("I'm Lucía, Acme's AI assistant.")
        await line.hear()
        await line.say("yes")
        assert "improve" in (await line.hear()).text
        assert board.heard == [(greeting.id, "I'm Lucía, Acme's AI assistant.")]


async def test_a_setup_without_numbers_is_a_call_all_the_same() -> None:
    async with Switchboard().serving() as board, board.line() as line:
        await line.send(
            {"type": "setup", "callSid": line.call, "accountSid": ACCOUNT, "from": None}
        )
        assert "AI assistant" in (await line.hear()).text
        await line.say("we lose customers")
        assert "budget" in (await line.hear()).text


async def test_a_call_that_nobody_knows_and_that_is_none_of_twilios_writes_no_row() -> None:
    async with Switchboard().serving() as board, board.line(call="CA-made-up") as line:
        await line.setup(ACCOUNT, THEIRS, OURS)
        assert await line.closed() == 1008
        assert board.calls.kept == {}


async def test_a_caller_who_hides_their_number_is_named_after_the_call() -> None:
    async with Switchboard().serving() as board, board.line() as line:
        await line.setup(ACCOUNT, "+266696687", OURS, said="0")
        await line.hear()
        assert board.calls.kept[line.call].theirs == f"anonymous:{line.call}"


async def test_words_that_cannot_be_kept_end_the_talk_for_the_simple_mode(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def away(message: InboundMessage) -> Receipt:
        raise Unavailable(message.text)

    async with Switchboard().serving() as board, board.call() as line:
        monkeypatch.setattr(board.conductor, "receive", away)
        await line.say("we lose customers")
        assert await line.until_end() == {"reason": "broken"}


async def test_a_call_that_cannot_be_looked_up_closes_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def away(sid: str) -> Call | None:
        raise Unavailable(sid)

    async with Switchboard().serving() as board, board.line() as line:
        monkeypatch.setattr(board.calls, "of", away)
        await line.setup(ACCOUNT, THEIRS, OURS)
        assert await line.closed() == 1011
