"""channels.calls.voice: signed webhooks of calls in, TwiML out, and what is on record of it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from agent.acquaintance import ATTESTED
from agent.calling import Call
from agent.conductor import Answered
from agent.errors import Unavailable
from agent.messages import InboundMessage, Receipt
from channels.calls.voicing import Voice, Voicing
from qualification.script import Script
from qualification.values import Contact
from tests.agent.scripts import CRM
from tests.channels.telephone import (
    ADDRESS,
    ANA,
    LEG,
    LUIS,
    OURS,
    SID,
    THEIRS,
    WEBHOOKS,
    Document,
    Telephone,
    telephone,
)
from tests.fakes.clock import FakeClock

PEOPLE: Mapping[str, Any] = {
    "people": [
        {"name": "Ana", "phone": ANA, "languages": ["es"]},
        {"name": "Luis", "phone": LUIS},
    ],
    "hours": {"from": "09:00", "to": "18:00", "timezone": "Europe/Madrid"},
    "ring_seconds": 15,
}
HOT = ("Perdemos muchos contactos", "unos 5.000 euros al año", "decido yo", "Ana López")
PERSON = "Quiero hablar con una persona"


def crm(**parts: Any) -> Script:
    tiers = {"score": {"tiers": {"hot": 20, "warm": 10}}}
    return Script.model_validate({**CRM, **tiers, **parts})


@pytest.fixture
async def phone(clock: FakeClock) -> AsyncIterator[Telephone]:
    """The simple mode, in office hours, with two colleagues."""
    async with telephone(crm(transfer=PEOPLE), clock) as line:
        yield line


@pytest.fixture
async def relayed(clock: FakeClock) -> AsyncIterator[Telephone]:
    """The relay, in office hours, with two colleagues."""
    async with telephone(crm(transfer=PEOPLE), clock, Voicing()) as line:
        yield line


async def heard(phone: Telephone, *texts: str) -> None:
    """What the relay heard, answered."""
    call = phone.calls.kept[SID]
    for text in texts:
        message = InboundMessage("voice", text, call.conversation, text, phone.clock.now())
        await phone.conductor.answer(await phone.conductor.receive(message))


class TestWhoMayAsk:
    @pytest.mark.parametrize(
        "route",
        [
            *("voice", "voice/status", "relay-end", "gather", "callback", "dial", "whisper"),
            *("whisper-answer", "voicemail", "recording", "unrecorded"),
        ],
    )
    async def test_what_twilio_has_not_signed_is_refused(
        self, phone: Telephone, route: str
    ) -> None:
        unsigned = await phone.client.post(f"/webhooks/twilio/{route}", data={"CallSid": SID})
        assert unsigned.status_code == 403
        other = await phone.post(route, AccountSid="AC" + "b" * 32)
        assert other.status_code == 403
        assert not phone.calls.kept

    @pytest.mark.parametrize("sid", ["", "CA1", "SM" + "1" * 32])
    async def test_what_is_no_call_is_refused(self, phone: Telephone, sid: str) -> None:
        response = await phone.post("voice", CallSid=sid)
        assert response.status_code == 422
        assert "CallSid" in response.text
        assert not phone.calls.kept

    async def test_a_database_that_is_away_leaves_the_call_to_the_fallback(
        self, phone: Telephone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def away(_sid: str) -> None:
            raise Unavailable("the database is locked")

        monkeypatch.setattr(phone.calls, "of", away)
        assert (await phone.post("voice")).status_code == 503

    async def test_without_a_script_the_fallback_answers_too(self, clock: FakeClock) -> None:
        async with telephone(crm(), clock) as phone:
            phone.rehearsal._newest.clear()
            assert (await phone.post("voice")).status_code == 404

    async def test_the_fallback_can_be_fetched(self, phone: Telephone) -> None:
        response = await phone.client.get("/static-twiml")
        page = Document(response.text)
        assert response.headers["content-type"].startswith("text/xml")
        assert page.verbs[-1] == "Hangup"
        assert page.of("Record")["maxLength"] == "120"


class TestACallBegins:
    async def test_the_first_words_say_who_that_it_is_an_ai_and_how_to_reach_a_person(
        self, relayed: Telephone
    ) -> None:
        page = await relayed.page("voice", CallStatus="ringing")
        assert page.verbs == ["Connect"]
        assert page.said == (
            "Soy Lucía, la asistente virtual de Acme. Le haré unas pocas preguntas para ver si "
            "podemos ayudarle. Si prefiere hablar con una persona, dígalo o pulse cero. ¿Qué les "
            "gustaría mejorar?"
        )
        assert relayed.transcript()[0].text == page.said

    async def test_every_attribute_of_the_relay_is_given(self, clock: FakeClock) -> None:
        voicing = Voicing(
            voices={"es": Voice("es-MX", "Mia"), "en": Voice("en-US", "Joanna")},
            tts_provider="Google",
            speech_timeout="900",
            interrupt_sensitivity="low",
        )
        async with telephone(crm(), clock, voicing) as phone:
            page = await phone.page("voice")
        relay = page.of("ConversationRelay")
        assert relay.pop("welcomeGreeting")
        assert relay.pop("hints").startswith("Acme, Lucía, CRM Suite, decido")
        assert relay == {
            "url": "wss://banter.example/webhooks/twilio/relay",
            "welcomeGreetingInterruptible": "none",
            "language": "es-MX",
            "ttsLanguage": "es-MX",
            "ttsProvider": "Google",
            "voice": "Mia",
            "transcriptionLanguage": "es-MX",
            "transcriptionProvider": "Deepgram",
            "speechModel": "nova-3-general",
            "speechTimeout": "900",
            "interruptible": "any",
            "interruptSensitivity": "low",
            "ignoreBackchannel": "true",
            "reportInputDuringAgentSpeech": "any",
            "preemptible": "false",
            "dtmfDetection": "true",
            "partialPrompts": "true",
            "profanityFilter": "false",
            "deepgramSmartFormat": "true",
            "partialPromptOnHangup": "true",
            "echoPromptFiltering": "false",
            "applicationReconnect": "false",
            "events": "speaker-events tokens-played",
        }
        assert page.of("Connect")["action"] == f"{WEBHOOKS}/relay-end"
        spoken = [one.attrib for one in page.root.iter("Language")]
        assert [one["code"] for one in spoken] == ["es-MX", "en-US"]
        assert [one["voice"] for one in spoken] == ["Mia", "Joanna"]
        assert page.of("Parameter") == {"name": "said", "value": "1"}

    async def test_the_simple_mode_listens_after_its_first_words(self, phone: Telephone) -> None:
        page = await phone.page("voice")
        gather = page.of("Gather")
        assert page.said.startswith("Soy Lucía, la asistente virtual de Acme.")
        assert gather["action"] == f"{WEBHOOKS}/gather?turn=1&silent=0"
        assert gather["input"] == "dtmf speech"
        assert gather["actionOnEmptyResult"] == "true"
        assert gather["bargeIn"] == "false"
        assert (gather["language"], gather["speechTimeout"]) == ("es-ES", "auto")
        assert "speechModel" not in gather
        assert page.of("Say") == {"language": "es-ES", "voice": "Polly.Lucia-Neural"}

    async def test_a_voice_that_say_does_not_know_is_left_to_twilio(self, clock: FakeClock) -> None:
        voicing = Voicing(mode="gather", tts_provider="ElevenLabs")
        async with telephone(crm(), clock, voicing) as phone:
            assert (await phone.page("voice")).of("Say") == {"language": "es-ES"}

    async def test_nothing_is_recorded_unless_the_script_says_so(self, relayed: Telephone) -> None:
        assert "Record" not in (await relayed.page("voice")).text

    @pytest.mark.parametrize("mode", ["relay", "gather"])
    async def test_the_notice_comes_before_the_first_recorded_second(
        self, clock: FakeClock, mode: Any
    ) -> None:
        recording = {"notice": {"es": "La llamada se graba.", "en": "We record this call."}}
        async with telephone(crm(recording=recording), clock, Voicing(mode=mode)) as phone:
            page = await phone.page("voice")
        assert page.verbs == ["Gather", "Start", "Connect" if mode == "relay" else "Gather"]
        assert page.said.startswith("La llamada se graba. Si no quiere que se grabe, pulse nueve.")
        assert page.of("Recording")["recordingStatusCallback"] == f"{WEBHOOKS}/recording"
        notice = page.root[0].attrib
        assert notice["action"] == f"{WEBHOOKS}/unrecorded"
        assert (notice["numDigits"], notice["actionOnEmptyResult"]) == ("1", "false")

    async def test_a_key_leaves_the_recording_out(self, clock: FakeClock) -> None:
        recording = {"notice": {"es": "La llamada se graba.", "en": "We record this call."}}
        async with telephone(crm(recording=recording), clock, Voicing()) as phone:
            await phone.page("voice")
            other = await phone.page("unrecorded", Digits="5")
            assert other.verbs == ["Start", "Connect"]
            assert not phone.calls.agreed
            page = await phone.page("unrecorded", Digits="9")
            assert page.verbs == ["Connect"]
            assert page.said.startswith("Soy Lucía")
            assert phone.calls.agreed == {SID: False}

    async def test_the_same_call_again_changes_nothing(self, phone: Telephone) -> None:
        pages = await asyncio.gather(*(phone.page("voice") for _ in range(4)))
        assert len({page.text for page in pages}) == 1
        assert len(phone.conversations) == len(phone.rehearsal._kept) == 1
        assert len(phone.transcript()) == 1

    async def test_a_conversation_whose_call_got_lost_is_taken_up(self, phone: Telephone) -> None:
        opened = await phone.conductor.open("voice", THEIRS, "crm", ours=SID)
        await phone.page("voice")
        assert phone.conversations == {opened.conversation}

    async def test_the_language_is_guessed_from_the_number(self, phone: Telephone) -> None:
        page = await phone.page("voice", From="+14155552671")
        assert page.said.startswith("I'm Lucía, Acme's AI assistant.")
        assert page.of("Gather")["language"] == "en-US"

    @pytest.mark.parametrize("theirs", ["anonymous", "+266696687", "", "sip:ana@example.com"])
    async def test_a_caller_without_a_number_is_answered_too(
        self, phone: Telephone, theirs: str
    ) -> None:
        assert "Soy Lucía" in (await phone.page("voice", From=theirs)).said
        assert phone.calls.kept[SID].theirs == f"anonymous:{SID}"
        await phone.page("voice", From=theirs, CallSid=LEG)
        assert len(phone.conversations) == 2

    async def test_a_call_that_we_made_is_with_the_one_we_called(self, phone: Telephone) -> None:
        await phone.page("voice", Direction="outbound-api", From=OURS, To=THEIRS)
        call = phone.calls.kept[SID]
        assert (call.theirs, call.ours) == (THEIRS, OURS)
        assert phone.proven == [True]

    async def test_a_number_is_proven_only_when_the_carrier_has_signed_it(
        self, phone: Telephone
    ) -> None:
        await phone.page("voice", StirVerstat="TN-Validation-Failed-A")
        await phone.page("voice", StirVerstat=ATTESTED, CallSid=LEG)
        assert phone.proven == [False, True]


class TestTheSimpleMode:
    async def test_a_whole_call(self, phone: Telephone) -> None:
        page = await phone.talk("Perdemos muchos contactos", "unos 5.000 euros al año")
        assert page.said.endswith("¿Quién decide la compra?")
        assert page.of("Gather")["bargeIn"] == "true"
        said = [one.text for one in phone.transcript() if one.author == "prospect"]
        assert said == ["Perdemos muchos contactos", "unos 5.000 euros al año"]

    async def test_what_is_said_is_in_spoken_form(self, phone: Telephone) -> None:
        page = await phone.talk("¿Cuánto cuesta?")
        assert "El plan Equipo cuesta veinticinco euros por usuario y mes." in page.said

    async def test_the_language_changes_in_mid_call(self, phone: Telephone) -> None:
        page = await phone.talk("Sorry, can we speak English please?")
        assert page.of("Gather")["language"] == "en-US"
        assert "What would you like to improve?" in page.said

    async def test_an_address_that_was_wrong_is_spelled(self, clock: FakeClock) -> None:
        contact = {"ask": ["email", "name"], "when": "first"}
        async with telephone(crm(contact=contact), clock) as phone:
            once = await phone.talk("mi correo es ana arroba acme punto es")
            again = await phone.page(
                once.of("Gather")["action"],
                SpeechResult="perdón, el correo es ana arroba acme punto com",
            )
            assert "ana arroba acme punto es" in once.said
            assert "A, N, A, arroba, A, C, M, E, punto, C, O, M" in again.said

    async def test_the_same_words_again_get_the_same_answer(self, phone: Telephone) -> None:
        first = await phone.page("voice")
        action = first.of("Gather")["action"]
        once = await phone.page(action, SpeechResult="Perdemos contactos")
        again = await phone.page(action, SpeechResult="Perdemos contactos")
        assert once.text == again.text
        assert len(phone.transcript()) == 3

    async def test_silence_is_met_with_the_question_then_keys_then_voicemail(
        self, phone: Telephone
    ) -> None:
        page = await phone.page("voice")
        page = await phone.page(page.of("Gather")["action"], SpeechResult="")
        assert page.said.startswith("No le he oído. Soy Lucía")
        page = await phone.page(page.of("Gather")["action"])
        assert page.said.startswith("Sigo sin oírle. Pulse cero")
        page = await phone.page(page.of("Gather")["action"], SpeechResult="  ")
        assert page.verbs == ["Say", "Record", "Say", "Hangup"]
        assert phone.calls.kept[SID].state == "voicemail"
        assert len(phone.transcript()) == 1

    async def test_words_end_the_silence(self, phone: Telephone) -> None:
        page = await phone.page("voice")
        page = await phone.page(page.of("Gather")["action"])
        page = await phone.page(page.of("Gather")["action"], SpeechResult="Perdemos contactos")
        assert page.of("Gather")["action"].endswith("silent=0")

    async def test_zero_asks_for_a_person(self, phone: Telephone) -> None:
        page = await phone.page("voice")
        page = await phone.page(page.of("Gather")["action"], Digits="0")
        assert phone.transcript()[1].text == "Quiero hablar con una persona."
        assert page.verbs[-1] == "Dial"

    async def test_after_silence_one_asks_to_be_called(self, phone: Telephone) -> None:
        page = await phone.page("voice")
        for _ in range(2):
            page = await phone.page(page.of("Gather")["action"])
        page = await phone.page(page.of("Gather")["action"], Digits="1")
        assert page.said == "¿Cuándo le viene bien que le llamemos?"
        page = await phone.page(page.of("Gather")["action"], SpeechResult="mañana por la tarde")
        assert phone.calls.kept[SID].callback == "mañana por la tarde"
        asked = phone.transcript()[-1].text
        assert page.verbs == ["Gather"]
        assert page.said == f"Gracias, se lo digo al equipo. {asked}"
        assert await phone.phase() == "open"
        assert all("mañana por la tarde" in one.body for one in phone.notes.values())
        assert phone.notes

    async def test_who_only_kept_silent_has_waited_for_nobody(self, phone: Telephone) -> None:
        page = await phone.page("voice")
        for _ in range(3):
            page = await phone.page(page.of("Gather")["action"])
        await phone.post("voice/status", CallStatus="completed")
        assert not phone.notes

    async def test_a_number_may_be_keyed_in(self, phone: Telephone) -> None:
        page = await phone.page("voice")
        await phone.page(page.of("Gather")["action"], Digits="600111222")
        assert phone.transcript()[1].text == "600111222"

    async def test_a_very_long_speech_is_cut(self, phone: Telephone) -> None:
        page = await phone.talk("Perdemos contactos " * 2000)
        assert page.verbs == ["Gather"]
        assert len(phone.transcript()[1].text) <= 20_000

    async def test_a_slow_answer_is_waited_for(self, clock: FakeClock) -> None:
        async with telephone(crm(), clock, patience=0.05) as phone:
            answered, answer = asyncio.Event(), phone.conductor.answer

            async def slow(receipt: Receipt) -> Answered:
                await answered.wait()
                return await answer(receipt)

            page = await phone.page("voice")
            phone.conductor.answer = slow  # type: ignore[method-assign]
            page = await phone.page(page.of("Gather")["action"], SpeechResult="Perdemos contactos")
            assert page.verbs == ["Say", "Redirect"]
            assert page.said == "Un momento, por favor."
            answered.set()
            again = page.root.findtext("Redirect") or ""
            for _ in range(20):
                page = await phone.page(again)
                if page.verbs == ["Gather"]:
                    break
            assert page.said.endswith("¿Qué presupuesto anual tienen previsto?")

    async def test_an_answer_that_never_comes_ends_at_the_voicemail(self, clock: FakeClock) -> None:
        async with telephone(crm(), clock, patience=0.01) as phone:

            async def never(_receipt: Receipt) -> Answered:
                await asyncio.Event().wait()
                raise AssertionError

            page = await phone.page("voice")
            phone.conductor.answer = never  # type: ignore[method-assign, assignment]
            page = await phone.page(page.of("Gather")["action"], SpeechResult="Hola")
            for _ in range(4):
                page = await phone.page(page.root.findtext("Redirect") or "")
            assert "Record" in page.verbs

    async def test_a_call_that_is_not_on_record_is_put_there(self, phone: Telephone) -> None:
        page = await phone.page("gather?turn=7&silent=0", SpeechResult="Perdemos contactos")
        assert page.said.endswith("¿Qué presupuesto anual tienen previsto?")
        assert phone.calls.kept[SID].theirs == THEIRS

    async def test_an_address_without_a_turn_takes_the_next(self, relayed: Telephone) -> None:
        await relayed.page("voice")
        await relayed.page("gather", SpeechResult="Perdemos contactos")
        page = await relayed.page("gather", SpeechResult="unos 5.000 euros al año")
        assert page.verbs == ["Gather"]
        assert page.said.endswith("¿Quién decide la compra?")

    async def test_nobody_talks_for_ever(self, phone: Telephone) -> None:
        page = await phone.page("voice")
        phone.clock.pass_by(minutes=16)
        page = await phone.page(page.of("Gather")["action"], SpeechResult="Y otra cosa")
        assert page.verbs == ["Say", "Hangup"]

    async def test_who_objects_to_the_last_words_is_heard(self, clock: FakeClock) -> None:
        async with telephone(crm(), clock) as phone:
            page = await phone.talk(*HOT, "ana arroba acme punto es")
            assert page.verbs == ["Gather", "Say", "Hangup"]
            assert page.of("Gather")["actionOnEmptyResult"] == "false"
            assert page.said.endswith("Gracias por su llamada. Adiós.")
            await phone.page(
                page.of("Gather")["action"], SpeechResult="perdón, mi correo es eva@acme.es"
            )
            sheet = (
                await phone.rehearsal.standing(phone.calls.kept[SID].conversation)
            ).dialogue.sheet
            assert sheet.answers["email"].value == Contact("email", "eva@acme.es")

    async def test_a_stop_ends_the_call(self, phone: Telephone) -> None:
        page = await phone.talk("No me llamen más")
        assert page.verbs == ["Say", "Hangup"]
        assert await phone.phase() == "stopped"

    async def test_while_a_person_writes_the_caller_waits(self, phone: Telephone) -> None:
        page = await phone.page("voice")
        await phone.conductor.take_over(phone.calls.kept[SID].conversation, "Eva")
        page = await phone.page(page.of("Gather")["action"], SpeechResult="¿Hola?")
        assert page.verbs == ["Gather"]
        assert page.said == "Un momento, por favor."

    async def test_who_was_stopped_for_hears_goodbye_and_no_more(self, phone: Telephone) -> None:
        page = await phone.page("voice")
        await heard(phone, "No me llamen más")
        page = await phone.page(page.of("Gather")["action"], SpeechResult="¿Hola?")
        assert page.verbs == ["Say", "Hangup"]
        assert page.said == "Gracias por su llamada. Adiós."

    @pytest.mark.parametrize("turn", ["", "x", "-1", "9" * 30])
    async def test_an_address_that_is_not_ours_is_taken_as_it_comes(
        self, phone: Telephone, turn: str
    ) -> None:
        await phone.page("voice")
        page = await phone.page(f"gather?turn={turn}&silent={turn}", SpeechResult="Hola")
        assert page.verbs == ["Gather"]


class TestTheRelayEnds:
    async def test_a_caller_who_hung_up_is_gone(self, relayed: Telephone) -> None:
        await relayed.page("voice")
        page = await relayed.page("relay-end", SessionStatus="completed", CallStatus="completed")
        assert page.verbs == []
        assert relayed.calls.kept[SID].state == "ended"
        assert relayed.calls.kept[SID].end_reason == "hung_up"

    @pytest.mark.parametrize(
        "end",
        [
            {"SessionStatus": "failed", "ErrorCode": "64102"},
            {"SessionStatus": "ended", "HandoffData": '{"reason": "broken"}'},
        ],
    )
    async def test_when_it_fails_the_simple_mode_goes_on(
        self, relayed: Telephone, end: dict[str, str]
    ) -> None:
        await relayed.page("voice")
        await heard(relayed, "Perdemos contactos")
        page = await relayed.page("relay-end", **end)
        assert page.verbs == ["Gather"]
        assert page.said.endswith("¿Qué presupuesto anual tienen previsto?")
        page = await relayed.page(page.of("Gather")["action"], SpeechResult="unos 5.000 euros")
        assert page.verbs == ["Gather"]
        assert relayed.calls.kept[SID].mode == "gather"

    @pytest.mark.parametrize("handoff", ["", "nonsense", "[]", '{"reason": "finished"}', "7"])
    async def test_when_all_is_said_it_says_goodbye(self, relayed: Telephone, handoff: str) -> None:
        await relayed.page("voice")
        page = await relayed.page("relay-end", SessionStatus="ended", HandoffData=handoff)
        assert page.verbs == ["Say", "Hangup"]
        assert page.said == "Gracias por su llamada. Adiós."

    @pytest.mark.parametrize("reason", ["silence", "robot", "too_long"])
    async def test_whom_it_has_left_it_hangs_up_on(self, relayed: Telephone, reason: str) -> None:
        await relayed.page("voice")
        end = {"SessionStatus": "ended", "HandoffData": f'{{"reason": "{reason}"}}'}
        assert (await relayed.page("relay-end", **end)).verbs == ["Hangup"]

    @pytest.mark.parametrize("handoff", ["", '{"reason": "transfer"}', '{"reason": "finished"}'])
    async def test_who_wants_a_person_is_put_through(
        self, relayed: Telephone, handoff: str
    ) -> None:
        await relayed.page("voice")
        await heard(relayed, PERSON)
        page = await relayed.page("relay-end", SessionStatus="ended", HandoffData=handoff)
        assert page.verbs == ["Say", "Dial"]

    async def test_silence_is_no_wish_for_a_person(self, relayed: Telephone) -> None:
        await relayed.page("voice")
        await heard(relayed, PERSON)
        end = {"SessionStatus": "ended", "HandoffData": '{"reason": "silence"}'}
        assert (await relayed.page("relay-end", **end)).verbs == ["Hangup"]

    async def test_a_wish_that_a_person_has_met_meanwhile_puts_nobody_through(
        self, relayed: Telephone
    ) -> None:
        await relayed.page("voice")
        await heard(relayed, PERSON)
        await relayed.conductor.take_over(relayed.calls.kept[SID].conversation, "Eva")
        end = {"SessionStatus": "ended", "HandoffData": '{"reason": "transfer"}'}
        assert (await relayed.page("relay-end", **end)).verbs == ["Connect"]

    async def test_why_it_ended_is_on_record(self, relayed: Telephone) -> None:
        await relayed.page("voice")
        await heard(relayed, PERSON)
        end = {"SessionStatus": "ended", "HandoffData": '{"reason": "silence"}'}
        await relayed.page("relay-end", **end)
        assert relayed.calls.kept[SID].end_reason == "silence"
        assert len(relayed.notes) == 2
        late = {"SessionStatus": "ended", "HandoffData": '{"reason": "transfer"}'}
        assert (await relayed.page("relay-end", **late)).verbs == ["Hangup"]
        assert (await relayed.page("callback?silent=1")).verbs == ["Hangup"]
        assert (await relayed.page("dial?place=0")).verbs == ["Hangup"]
        assert relayed.calls.kept[SID].state == "ended"

    async def test_the_talk_goes_on_over_a_new_relay_after_a_time_was_taken(
        self, relayed: Telephone
    ) -> None:
        relayed.clock.pass_by(hours=12)
        await relayed.page("voice")
        await heard(relayed, PERSON)
        page = await relayed.page("relay-end", SessionStatus="ended")
        page = await relayed.page(page.of("Gather")["action"], SpeechResult="mañana a las diez")
        assert page.verbs == ["Connect"]
        assert page.said == "Gracias, se lo digo al equipo. ¿Qué les gustaría mejorar?"
        assert page.of("Parameter")["value"] == str(len(relayed.transcript())) == "5"


class TestPuttingThrough:
    async def test_one_after_the_other_is_rung_until_one_presses_1(self, phone: Telephone) -> None:
        page = await phone.talk(PERSON)
        dial = page.of("Dial")
        assert page.said.endswith("Le paso con Ana, un momento.")
        assert (dial["timeout"], dial["answerOnBridge"], dial["callerId"]) == ("15", "true", OURS)
        assert page.root.findtext("Dial/Number") == ANA
        page = await phone.page(dial["action"], DialCallStatus="no-answer")
        assert page.root.findtext("Dial/Number") == LUIS
        whisper = await phone.page(page.of("Number")["url"], CallSid=LEG, To=LUIS)
        assert whisper.verbs == ["Gather", "Hangup"]
        assert whisper.said.startswith("Llamada de Acme: tiene en línea a un cliente")
        assert whisper.said.endswith("Pulse uno para atender la llamada.")
        taken = await phone.page(whisper.of("Gather")["action"], CallSid=LEG, Digits="1")
        assert taken.verbs == []
        again = await phone.page(whisper.of("Gather")["action"], CallSid=LEG, Digits="1")
        assert again.verbs == []
        call = phone.calls.kept[SID]
        assert (call.state, call.accepted_by) == ("transferred", "Luis")
        assert await phone.phase() == "held"
        page = await phone.page(page.of("Dial")["action"], DialCallStatus="completed")
        assert page.verbs == ["Hangup"]
        assert not phone.notes

    async def test_a_colleague_hears_what_the_lead_has_said(self, phone: Telephone) -> None:
        page = await phone.talk(*HOT, "ana@acme.es")
        assert page.verbs == ["Say", "Say", "Dial"]
        whisper = await phone.page(page.of("Number")["url"], CallSid=LEG)
        assert "tiene en línea a Ana López" in whisper.said
        assert "unos cinco mil euros al año." in whisper.said

    async def test_a_colleague_hears_nothing_that_is_nobodys_business(
        self, phone: Telephone
    ) -> None:
        await phone.talk("Queremos mejorar las ventas porque estoy de baja por un cáncer de mama")
        page = await phone.talk("Unos 5.000 euros al año", PERSON)
        whisper = await phone.page(page.of("Number")["url"], CallSid=LEG)
        assert "cáncer" not in whisper.said
        assert "nos cinco mil euros al año." in whisper.said

    @pytest.mark.parametrize("digits", ["2", "", "11"])
    async def test_another_key_or_a_voicemail_does_not_take_the_call(
        self, phone: Telephone, digits: str
    ) -> None:
        page = await phone.talk(PERSON)
        whisper = await phone.page(page.of("Number")["url"], CallSid=LEG)
        answer = await phone.page(whisper.of("Gather")["action"], CallSid=LEG, Digits=digits)
        assert answer.verbs == ["Hangup"]
        page = await phone.page(page.of("Dial")["action"], DialCallStatus="completed")
        assert page.root.findtext("Dial/Number") == LUIS

    async def test_when_nobody_takes_it_we_ask_when_to_call(self, phone: Telephone) -> None:
        page = await phone.talk(PERSON)
        for _ in range(2):
            page = await phone.page(page.of("Dial")["action"], DialCallStatus="busy")
        assert page.said == "Ahora mismo no hay nadie libre. ¿Cuándo le viene bien que le llamemos?"
        page = await phone.page(page.of("Gather")["action"], SpeechResult="mañana a las diez")
        assert page.said == "Gracias, se lo digo al equipo. ¿Qué les gustaría mejorar?"
        assert sorted(note.to for note in phone.notes.values()) == [ANA, LUIS]
        note = next(iter(phone.notes.values()))
        assert note.body.startswith(
            f"un cliente ({THEIRS}) pide que le llamen: «mañana a las diez». {ADDRESS}/console"
        )
        assert note.sender == OURS

    async def test_who_asks_again_for_a_person_may_leave_a_message(self, phone: Telephone) -> None:
        page = await phone.talk(PERSON)
        for _ in range(2):
            page = await phone.page(page.of("Dial")["action"], DialCallStatus="busy")
        page = await phone.page(page.of("Gather")["action"], SpeechResult="mañana a las diez")
        page = await phone.page(page.of("Gather")["action"], SpeechResult=PERSON)
        assert "Record" in page.verbs

    async def test_a_webhook_that_comes_twice_skips_nobody(self, phone: Telephone) -> None:
        page = await phone.talk(PERSON)
        action = page.of("Dial")["action"]
        once, again = await asyncio.gather(
            phone.page(action, DialCallStatus="busy"), phone.page(action, DialCallStatus="busy")
        )
        assert once.root.findtext("Dial/Number") == again.root.findtext("Dial/Number") == LUIS

    async def test_who_does_not_speak_the_language_is_not_rung(self, phone: Telephone) -> None:
        page = await phone.page("voice", From="+14155552671")
        page = await phone.page(
            page.of("Gather")["action"], SpeechResult="I want to talk to a person"
        )
        assert page.root.findtext("Dial/Number") == LUIS

    async def test_after_hours_nobody_is_rung(self, phone: Telephone) -> None:
        phone.clock.pass_by(hours=12)
        page = await phone.talk(PERSON)
        assert page.verbs == ["Gather"]
        assert "A esta hora no hay nadie en la oficina." in page.said

    async def test_a_hot_lead_after_hours_is_asked_when_to_call(self, phone: Telephone) -> None:
        phone.clock.pass_by(hours=12)
        page = await phone.talk(*HOT, "ana@acme.es")
        assert page.said.endswith("¿Cuándo le viene bien que le llamemos?")
        page = await phone.page(page.of("Gather")["action"], SpeechResult="mañana a las diez")
        assert page.verbs == ["Gather", "Say", "Hangup"]
        assert phone.calls.kept[SID].callback == "mañana a las diez"
        assert (
            "timeline"
            not in (
                await phone.rehearsal.standing(phone.calls.kept[SID].conversation)
            ).dialogue.sheet.answers
        )

    async def test_without_colleagues_a_person_is_promised_a_call(self, clock: FakeClock) -> None:
        async with telephone(crm(), clock) as phone:
            page = await phone.talk(PERSON)
            assert "Ahora mismo no hay nadie libre." in page.said
            await phone.page(page.of("Gather")["action"], SpeechResult="mañana")
            assert not phone.notes

    async def test_only_those_the_plan_names_are_put_through(self, clock: FakeClock) -> None:
        async with telephone(crm(transfer={**PEOPLE, "when": ["hot"]}), clock) as phone:
            assert "Dial" not in (await phone.talk(PERSON)).verbs

    async def test_a_lead_may_be_put_through_when_it_qualifies(self, clock: FakeClock) -> None:
        script = {**CRM, "transfer": {**PEOPLE, "when": ["qualified"]}}
        async with telephone(Script.model_validate(script), clock) as phone:
            page = await phone.talk(*HOT, "ana@acme.es")
            assert page.verbs[-1] == "Dial"

    async def test_a_key_pressed_too_late_connects_nobody(self, phone: Telephone) -> None:
        page = await phone.talk(PERSON)
        whisper = await phone.page(page.of("Number")["url"], CallSid=LEG)
        await phone.post("voice/status", CallStatus="completed")
        late = await phone.page(whisper.of("Gather")["action"], CallSid=LEG, Digits="1")
        assert late.verbs == ["Say", "Hangup"]
        assert late.said == "La llamada ha terminado."
        assert (await phone.page(page.of("Number")["url"], CallSid=LEG)).verbs == ["Say", "Hangup"]

    async def test_one_who_was_rung_before_cannot_take_it_from_the_next(
        self, phone: Telephone
    ) -> None:
        page = await phone.talk(PERSON)
        whisper = await phone.page(page.of("Number")["url"], CallSid=LEG)
        await phone.page(page.of("Dial")["action"], DialCallStatus="no-answer")
        late = await phone.page(whisper.of("Gather")["action"], CallSid=LEG, Digits="1")
        assert late.said == "La llamada ha terminado."
        assert phone.calls.kept[SID].accepted_by is None

    async def test_a_caller_who_hangs_up_while_it_rings_was_missed(self, phone: Telephone) -> None:
        page = await phone.talk(PERSON)
        over = await phone.page(
            page.of("Dial")["action"], DialCallStatus="canceled", CallStatus="completed"
        )
        assert over.verbs == ["Hangup"]
        await phone.post("voice/status", CallStatus="completed")
        assert [note.to for note in phone.notes.values()] == [ANA, LUIS]
        assert "esperaba a una persona y ha colgado" in next(iter(phone.notes.values())).body

    async def test_a_hot_lead_who_says_goodbye_was_not_missed(self, relayed: Telephone) -> None:
        await relayed.page("voice")
        await heard(relayed, *HOT, "ana@acme.es")
        await relayed.page("relay-end", SessionStatus="completed", CallStatus="completed")
        assert not relayed.notes

    async def test_a_hot_lead_who_hangs_up_while_it_rings_was_missed(
        self, phone: Telephone
    ) -> None:
        assert (await phone.talk(*HOT, "ana@acme.es")).verbs[-1] == "Dial"
        await phone.post("voice/status", CallStatus="completed")
        assert len(phone.notes) == 2

    @pytest.mark.parametrize("query", ["call=CA1&place=0", "place=0", f"call={SID}&place=9"])
    async def test_a_leg_of_no_call_is_hung_up(self, phone: Telephone, query: str) -> None:
        await phone.talk(PERSON)
        assert (await phone.page(f"whisper?{query}", CallSid=LEG)).verbs[-1] == "Hangup"
        answer = await phone.page(f"whisper-answer?{query}", CallSid=LEG, Digits="1")
        assert answer.verbs[-1] == "Hangup"
        assert phone.calls.kept[SID].accepted_by is None

    async def test_two_changes_at_once_lose_neither(
        self, phone: Telephone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page = await phone.page("voice")
        change, tried = phone.calls.change, list[Call]()

        async def contested(before: Call, after: Call) -> bool:
            tried.append(after)
            return len(tried) > 1 and await change(before, after)

        monkeypatch.setattr(phone.calls, "change", contested)
        page = await phone.page(page.of("Gather")["action"], SpeechResult=PERSON)
        assert page.verbs[-1] == "Dial"
        tried.clear()
        page = await phone.page(page.of("Dial")["action"], DialCallStatus="busy")
        assert page.root.findtext("Dial/Number") == LUIS
        tried.clear()
        await phone.post("recording", RecordingSid="RE" + "4" * 32)
        assert phone.calls.kept[SID].recording == "RE" + "4" * 32
        tried.clear()
        whisper = await phone.page(page.of("Number")["url"], CallSid=LEG)
        await phone.page(whisper.of("Gather")["action"], CallSid=LEG, Digits="1")
        assert phone.calls.kept[SID].accepted_by == "Luis"


class TestCallingBack:
    async def test_who_says_nothing_is_asked_once_more_then_there_is_the_voicemail(
        self, phone: Telephone
    ) -> None:
        phone.clock.pass_by(hours=12)
        page = await phone.talk(PERSON)
        page = await phone.page(page.of("Gather")["action"])
        assert page.said == "No le he oído. ¿Cuándo le viene bien que le llamemos?"
        page = await phone.page(page.of("Gather")["action"], SpeechResult="")
        assert "Record" in page.verbs

    async def test_the_same_answer_again_changes_nothing(self, phone: Telephone) -> None:
        phone.clock.pass_by(hours=12)
        page = await phone.talk(PERSON)
        action = page.of("Gather")["action"]
        once = await phone.page(action, SpeechResult="mañana")
        again = await phone.page(action, SpeechResult="mañana")
        assert once.text == again.text
        assert len(phone.notes) == 2

    async def test_who_was_asked_already_is_not_asked_again(self, relayed: Telephone) -> None:
        relayed.clock.pass_by(hours=12)
        await relayed.page("voice")
        await heard(relayed, *HOT, "ana@acme.es")
        end = {"SessionStatus": "ended", "HandoffData": '{"reason": "finished"}'}
        page = await relayed.page("relay-end", **end)
        assert page.said.endswith("¿Cuándo le viene bien que le llamemos?")
        page = await relayed.page(page.of("Gather")["action"], SpeechResult="mañana")
        assert page.verbs == ["Gather", "Say", "Hangup"]
        page = await relayed.page(page.of("Gather")["action"], SpeechResult="Gracias")
        assert page.said.endswith("Gracias por su llamada. Adiós.")
        assert (await relayed.page("relay-end", **end)).verbs == ["Say", "Hangup"]

    async def test_a_stop_is_heard_there_too(self, phone: Telephone) -> None:
        phone.clock.pass_by(hours=12)
        page = await phone.talk(PERSON)
        page = await phone.page(page.of("Gather")["action"], SpeechResult="no me llamen más")
        assert page.verbs == ["Say", "Hangup"]
        assert await phone.phase() == "stopped"
        assert not phone.notes


class TestVoicemail:
    async def test_a_message_is_kept_and_sales_is_told(self, phone: Telephone) -> None:
        phone.clock.pass_by(hours=12)
        page = await phone.talk(PERSON)
        for _ in range(2):
            page = await phone.page(page.of("Gather")["action"])
        record = page.of("Record")
        assert (record["maxLength"], record["playBeep"]) == ("120", "true")
        assert record["recordingStatusCallback"] == f"{WEBHOOKS}/recording"
        recording = {"RecordingSid": "RE" + "3" * 32, "RecordingDuration": "12"}
        page = await phone.page(record["action"], **recording)
        assert page.said == "Gracias, el equipo oirá su mensaje. Adiós."
        await phone.page(record["action"], **recording)
        assert phone.calls.kept[SID].recording == "RE" + "3" * 32
        assert len(phone.notes) == 2
        assert "un mensaje de voz de 12 s" in next(iter(phone.notes.values())).body
        await phone.post("voice/status", CallStatus="completed")
        assert len(phone.notes) == 2

    async def test_no_message_is_a_goodbye(self, phone: Telephone) -> None:
        await phone.page("voice")
        page = await phone.page("voicemail", RecordingSid="", RecordingDuration="")
        assert page.said == "Gracias por su llamada. Adiós."
        assert phone.calls.kept[SID].recording is None

    async def test_a_recording_is_noted_so_that_it_can_be_erased(self, phone: Telephone) -> None:
        await phone.page("voice")
        recorded = await phone.post("recording", RecordingSid="RE" + "4" * 32)
        assert recorded.status_code == 204
        assert phone.calls.kept[SID].recording == "RE" + "4" * 32
        assert (await phone.post("recording", CallSid=LEG)).status_code == 204
        assert not phone.calls.agreed

    @pytest.mark.parametrize(
        ("source", "agreed"), [("StartCallRecordingTwiML", {SID: True}), ("RecordVerb", {})]
    )
    async def test_who_was_told_and_goes_on_agrees_to_be_recorded(
        self, clock: FakeClock, source: str, agreed: dict[str, bool]
    ) -> None:
        notice = {"notice": {"es": "La llamada se graba.", "en": "We record this call."}}
        async with telephone(crm(recording=notice), clock) as phone:
            await phone.page("voice")
            await phone.post("recording", RecordingSid="RE" + "4" * 32, RecordingSource=source)
            assert phone.calls.agreed == agreed

    async def test_a_recording_that_is_none_is_refused(self, phone: Telephone) -> None:
        assert (await phone.post("voicemail", RecordingSid="XX1")).status_code == 422


class TestHowACallFares:
    async def test_the_end_is_noted_once(self, phone: Telephone) -> None:
        await phone.page("voice")
        assert (await phone.post("voice/status", CallStatus="in-progress")).status_code == 204
        assert phone.calls.kept[SID].state == "talking"
        for status in ("completed", "failed"):
            assert (await phone.post("voice/status", CallStatus=status)).status_code == 204
        assert phone.calls.kept[SID].end_reason == "completed"
        assert not phone.notes

    async def test_the_end_of_an_unknown_call_leaves_no_row(self, phone: Telephone) -> None:
        assert (await phone.post("voice/status", CallStatus="completed")).status_code == 204
        assert not phone.calls.kept

    @pytest.mark.parametrize("route", ["gather?turn=1", "relay-end", "dial?place=0"])
    async def test_a_caller_who_hangs_up_at_any_step_is_gone(
        self, phone: Telephone, route: str
    ) -> None:
        await phone.talk("Hola")
        page = await phone.page(route, CallStatus="completed")
        assert page.verbs in ([], ["Hangup"])
        assert len(phone.transcript()) == 3
