"""What is said on the telephone beside the conversation? Ringing colleagues, voicemail, silence."""

from collections.abc import Mapping
from typing import Literal

from qualification.values import Language

CallText = Literal[
    "connecting",
    "nobody_free",
    "after_hours",
    "when",
    "noted",
    "leave_message",
    "message_taken",
    "not_heard",
    "press_keys",
    "wait",
    "on_the_line",
    "press_one",
    "gone",
    "goodbye",
    "not_recorded",
]
CALL_TEXTS: Mapping[CallText, Mapping[Language, str]] = {
    "connecting": {
        "es": "Le paso con {person}, un momento.",
        "en": "I'm putting you through to {person}, one moment.",
    },
    "nobody_free": {
        "es": "Ahora mismo no hay nadie libre.",
        "en": "Nobody is free right now.",
    },
    "after_hours": {
        "es": "A esta hora no hay nadie en la oficina.",
        "en": "There is nobody in the office at this hour.",
    },
    "when": {
        "es": "¿Cuándo le viene bien que le llamemos?",
        "en": "When would be a good time to call you back?",
    },
    "noted": {
        "es": "Gracias, se lo digo al equipo.",
        "en": "Thank you, I'll tell the team.",
    },
    "leave_message": {
        "es": "Puede dejar un mensaje después de la señal.",
        "en": "You can leave a message after the tone.",
    },
    "message_taken": {
        "es": "Gracias, el equipo oirá su mensaje. Adiós.",
        "en": "Thank you, the team will hear your message. Goodbye.",
    },
    "not_heard": {"es": "No le he oído.", "en": "I didn't hear you."},
    "press_keys": {
        "es": "Sigo sin oírle. Pulse cero para hablar con una persona, o uno para que le llamemos.",
        "en": "I still can't hear you. Press zero to talk to a person, or one to be called back.",
    },
    "wait": {"es": "Un momento, por favor.", "en": "One moment, please."},
    "on_the_line": {
        "es": "Llamada de {company}: tiene en línea a {lead}.",
        "en": "A call from {company}: {lead} is on the line.",
    },
    "press_one": {
        "es": "Pulse uno para atender la llamada.",
        "en": "Press one to take the call.",
    },
    "gone": {"es": "La llamada ha terminado.", "en": "The call has ended."},
    "not_recorded": {
        "es": "Si no quiere que se grabe, pulse nueve.",
        "en": "If you do not want to be recorded, press nine.",
    },
    "goodbye": {"es": "Gracias por su llamada. Adiós.", "en": "Thank you for calling. Goodbye."},
}
NoteText = Literal["wants_call", "left_message", "missed"]
NOTES: Mapping[NoteText, Mapping[Language, str]] = {
    "wants_call": {
        "es": "{lead} pide que le llamen: «{words}».",
        "en": "{lead} asks to be called: “{words}”.",
    },
    "left_message": {
        "es": "{lead} ha dejado un mensaje de voz de {seconds} s.",
        "en": "{lead} left a voice message of {seconds} s.",
    },
    "missed": {
        "es": "{lead} esperaba a una persona y ha colgado.",
        "en": "{lead} was waiting for a person and hung up.",
    },
}
"""What sales is told by SMS."""
CALL_ME: Mapping[Language, str] = {
    "es": "Quiero hablar con una persona. Llámenme: {words}",
    "en": "I want to talk to a person. Please call me back: {words}",
}
"""What an answer to `when` means: "tomorrow at ten" alone would answer a question of the script, or
put all of it off.
"""
A_CUSTOMER: Mapping[Language, str] = {"es": "un cliente", "en": "a customer"}


def call_text(text: CallText, language: Language, **gaps: str) -> str:
    """A text in a language."""
    return CALL_TEXTS[text][language].format_map(gaps)
