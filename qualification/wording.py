"""What is said when the script says nothing of its own? The stock sentences, every one in every language.

A script replaces any of them under `texts:`. `{…}` are the only gaps, listed in GAPS; a script that uses another
one is told so when it is checked.
"""

from typing import Literal, get_args

from qualification.values import Language

TextId = Literal[
    "greeting",
    "reach_person",
    "reach_person_by_text",
    "reach_person_by_call",
    "help",
    "thanks",
    "no_problem",
    "my_pleasure",
    "demo_noted",
    "tell_bot",
    "no_fact",
    "no_fact_noted",
    "small_talk",
    "languages",
    "hello",
    "whenever_ready",
    "other_words",
    "moving_on",
    "clarify",
    "clarify_between",
    "clarify_again",
    "clarify_currency",
    "invalid_email",
    "invalid_phone",
    "ask_name",
    "confirm_name",
    "ask_email",
    "ask_phone",
    "ask_company",
    "ask_job_title",
    "why_contact",
    "close_qualified",
    "close_qualified_here",
    "book",
    "close_unqualified",
    "close_undecided",
    "close_later",
    "close_later_noted",
    "close_later_promised",
    "close_abusive",
    "close_not_interested",
    "close_support",
    "close_wrong_person",
    "hold_for_human",
    "passed_on",
    "still_held",
    "opted_out",
    "opted_in",
    "calm",
    "how_to_stop",
    "after_close",
    "still_here",
    "farewell",
    "nudge",
    "requalify",
    "take_up_again",
    "you_said",
    "not_understood",
    "too_long",
    "no_why",
    "updated",
    "read_back",
    "hello_again",
    "what_about",
    "which_line",
    "which_line_again",
    "line_first",
    "which_line_now",
    "no_line",
    "other_line_noted",
]
TEXT_IDS: tuple[TextId, ...] = get_args(TextId)
EVERYWHERE = frozenset({"name", "company"})
"""Gaps that every text may have: the persona's name and company."""
GAPS: dict[TextId, frozenset[str]] = {
    "clarify": frozenset({"quote"}),
    "clarify_between": frozenset({"quote", "first", "second"}),
    "clarify_again": frozenset({"first", "second"}),
    "clarify_currency": frozenset({"quote", "currency"}),
    "updated": frozenset({"quote"}),
    "confirm_name": frozenset({"called"}),
    "read_back": frozenset({"value"}),
    "languages": frozenset({"languages"}),
    "close_later_noted": frozenset({"when"}),
    "which_line": frozenset({"lines"}),
    "which_line_again": frozenset({"lines"}),
    "other_line_noted": frozenset({"line"}),
    "close_later_promised": frozenset({"when"}),
    "you_said": frozenset({"quote"}),
    "book": frozenset({"link"}),
}

LANGUAGES: dict[Language, dict[Language, str]] = {
    "es": {"es": "español", "en": "inglés"},
    "en": {"es": "Spanish", "en": "English"},
}
"""What each language calls the others."""

STOCK: dict[TextId, dict[Language, tuple[str, ...]]] = {
    "greeting": {
        "es": ("Le haré unas pocas preguntas para ver si podemos ayudarle.",),
        "en": ("I'll ask you a few short questions to see whether we can help.",),
    },
    "reach_person": {
        "es": ("Si prefiere hablar con una persona, dígamelo.",),
        "en": ("If you'd rather talk to a person, just say so.",),
    },
    "reach_person_by_text": {
        "es": ("Escriba PERSONA para hablar con alguien o BAJA para no recibir más mensajes.",),
        "en": ("Text PERSON to talk to someone, or STOP to get no more messages.",),
    },
    "reach_person_by_call": {
        "es": ("Si prefiere hablar con una persona, dígalo o pulse cero.",),
        "en": ("If you'd rather talk to a person, say so or press zero.",),
    },
    "help": {
        "es": (
            "Soy {name}, asistente virtual de {company}. Escriba PERSONA para hablar con alguien o BAJA para no recibir más mensajes.",
        ),
        "en": (
            "I'm {name}, {company}'s AI assistant. Say PERSON to talk to someone, or STOP to get no more messages.",
        ),
    },
    "thanks": {
        "es": ("Gracias.", "Entendido.", "Tomo nota."),
        "en": ("Thank you.", "Got it.", "Noted."),
    },
    "my_pleasure": {
        "es": (
            "Muy bien.",
            "De acuerdo.",
        ),
        "en": (
            "All right.",
            "Very well.",
        ),
    },
    "demo_noted": {
        "es": ("Estupendo, se lo digo al equipo.",),
        "en": ("Great, I'll let the team know.",),
    },
    "farewell": {
        "es": ("Que tenga un buen día; si necesita algo más, escríbame.",),
        "en": ("Have a good day; if you need anything else, write to me.",),
    },
    "no_problem": {
        "es": ("No pasa nada.", "Sin problema."),
        "en": ("No problem.", "That's fine."),
    },
    "tell_bot": {
        "es": (
            "Soy {name}, asistente virtual de {company}, no una persona. Si prefiere hablar con alguien del equipo, dígamelo.",
        ),
        "en": (
            "I'm {name}, {company}'s AI assistant, not a person. If you'd rather talk to someone on the team, just say so.",
        ),
    },
    "no_fact": {
        "es": ("Ese dato no lo tengo a mano; se lo paso al equipo para que se lo respondan.",),
        "en": ("I don't have that at hand; I'll pass your question on to the team.",),
    },
    "no_fact_noted": {
        "es": (
            "Ese dato no lo tengo a mano; dejo anotada la pregunta. Si quiere que se lo aclare una persona, dígamelo.",
        ),
        "en": (
            "I don't have that at hand; I've noted your question. If you'd like a person to answer it, just say so.",
        ),
    },
    "small_talk": {
        "es": (
            "Soy {name}, la asistente virtual de {company}; de mí hay poco más que contar.",
            "Soy una asistente virtual, así que de mí hay poco que contar.",
        ),
        "en": (
            "I'm {name}, {company}'s AI assistant, so there isn't much more to tell about me.",
            "I'm an AI assistant, so there is little to tell about me.",
        ),
    },
    "languages": {
        "es": ("Puedo hablar con usted en {languages}.",),
        "en": ("I can talk to you in {languages}.",),
    },
    "hello": {
        "es": ("¡Hola!",),
        "en": ("Hello!",),
    },
    "whenever_ready": {
        "es": ("Cuando quiera, seguimos.", "Seguimos cuando le venga bien."),
        "en": ("Whenever you're ready, we can go on.", "We can go on whenever it suits you."),
    },
    "other_words": {
        "es": ("Se lo pregunto de otro modo.",),
        "en": ("Let me put it another way.",),
    },
    "moving_on": {
        "es": ("No pasa nada, sigamos.", "Dejemos esa pregunta."),
        "en": ("Never mind, let's go on.", "Let's leave that one."),
    },
    "still_here": {
        "es": ("Aquí sigo. Si tiene otra pregunta o prefiere hablar con una persona, dígamelo.",),
        "en": (
            "I'm still here. If you have another question or would rather talk to a person, say so.",
        ),
    },
    "close_abusive": {
        "es": (
            "Prefiero dejar aquí la conversación. Si más adelante quiere retomarla, escríbame.",
        ),
        "en": ("I'd rather leave it here. If you want to pick this up another time, write to me.",),
    },
    "close_later_noted": {
        "es": ("De acuerdo, lo dejamos aquí. Le paso al equipo cuándo le viene bien: {when}.",),
        "en": ("Of course, let's leave it here. I'll pass on to the team what suits you: {when}.",),
    },
    "close_later_promised": {
        "es": ("De acuerdo, lo dejamos aquí. Le vuelvo a escribir entonces: {when}.",),
        "en": ("Of course, let's leave it here. I'll write to you again then: {when}.",),
    },
    "close_qualified_here": {
        "es": (
            "Muchas gracias, ya tengo lo necesario. Como no tengo otro contacto suyo, una persona del equipo le responderá por aquí.",
        ),
        "en": (
            "Thank you, that's what I need. As I have no other contact for you, someone from the team will answer you here.",
        ),
    },
    "clarify": {
        "es": ("Quiero entender bien «{quote}».",),
        "en": ("I want to be sure I get “{quote}” right.",),
    },
    "clarify_between": {
        "es": ("Para no equivocarme con «{quote}»: ¿quiere decir {first} o {second}?",),
        "en": ("Just so I get “{quote}” right: do you mean {first} or {second}?",),
    },
    "clarify_again": {
        "es": ("¿Quiere decir {first} o {second}?",),
        "en": ("Do you mean {first} or {second}?",),
    },
    "passed_on": {
        "es": ("Se lo digo al equipo, para que lo tenga en cuenta.",),
        "en": ("I'll let the team know, so that they can bear it in mind.",),
    },
    "clarify_currency": {
        "es": ("Sobre «{quote}»: ¿cuánto sería, más o menos, en {currency}?",),
        "en": ("About “{quote}”: roughly how much would that be in {currency}?",),
    },
    "invalid_email": {
        "es": ("Ese correo no parece completo. ¿Me lo puede escribir otra vez?",),
        "en": ("That e-mail address doesn't look complete. Could you write it once more?",),
    },
    "invalid_phone": {
        "es": ("Ese teléfono no parece completo. ¿Me lo puede escribir otra vez, con el prefijo?",),
        "en": (
            "That phone number doesn't look complete. Could you write it again, with the country code?",
        ),
    },
    "ask_name": {
        "es": (
            "¿Me dice su nombre?",
            "¿Con quién tengo el gusto de hablar?",
            "¿Cómo se llama usted?",
        ),
        "en": (
            "May I have your name?",
            "Who do I have the pleasure of talking to?",
            "What's your name?",
        ),
    },
    "confirm_name": {
        "es": ("¿Hablo con {called}?",),
        "en": ("Am I speaking with {called}?",),
    },
    "ask_email": {
        "es": (
            "¿A qué correo le podemos escribir?",
            "¿Qué correo electrónico le viene mejor?",
            "¿Cuál es su correo electrónico?",
        ),
        "en": (
            "What's the best e-mail address to reach you?",
            "Which e-mail address should we use?",
            "What's your e-mail address?",
        ),
    },
    "ask_phone": {
        "es": (
            "¿A qué teléfono le podemos llamar?",
            "¿Qué número de teléfono le viene mejor?",
            "¿Cuál es su número de teléfono?",
        ),
        "en": (
            "What's the best phone number to reach you?",
            "Which phone number should we call?",
            "What's your phone number?",
        ),
    },
    "ask_company": {
        "es": ("¿En qué empresa trabaja?", "¿Cómo se llama su empresa?"),
        "en": ("Which company are you with?", "What's your company called?"),
    },
    "ask_job_title": {
        "es": ("¿Cuál es su cargo?", "¿Qué puesto ocupa en la empresa?"),
        "en": ("What's your role there?", "What's your job title?"),
    },
    "why_contact": {
        "es": ("Es solo para que la persona que le atienda sepa a quién y dónde responder.",),
        "en": ("It's only so that the person who takes over knows whom to answer, and where.",),
    },
    "close_qualified": {
        "es": (
            "Muchas gracias, ya tengo todo lo necesario. Una persona del equipo se pondrá en contacto con usted.",
        ),
        "en": (
            "Thank you, that's everything I need. Someone from the team will be in touch with you.",
        ),
    },
    "book": {
        "es": ("Si lo prefiere, elija usted el día y la hora: {link}",),
        "en": ("If you'd rather pick the day and time yourself: {link}",),
    },
    "close_unqualified": {
        "es": (
            "Gracias por su tiempo. Por lo que me cuenta, ahora mismo no somos la mejor opción para usted.",
        ),
        "en": (
            "Thank you for your time. From what you tell me, we're not the best fit for you right now.",
        ),
    },
    "close_undecided": {
        "es": (
            "Gracias por la conversación. Con lo que tengo todavía no puedo decirle si encajamos; si quiere retomarlo o hablar con una persona, escríbame.",
        ),
        "en": (
            "Thank you for the conversation. With what I have, I can't yet tell you whether we're a fit; if you'd like to go on or talk to a person, write to me.",
        ),
    },
    "close_later": {
        "es": (
            "De acuerdo, lo dejamos aquí. Cuando le venga bien, escríbame y seguimos donde lo dejamos.",
        ),
        "en": (
            "Of course, let's leave it here. Write to me whenever it suits you and we'll pick up where we left off.",
        ),
    },
    "close_not_interested": {
        "es": ("Entendido, no le molesto más. Gracias por decírmelo.",),
        "en": ("Understood, I won't take more of your time. Thank you for telling me.",),
    },
    "close_support": {
        "es": ("Esto lo lleva el equipo de atención al cliente; les paso su mensaje.",),
        "en": ("Our customer support team handles that; I'll pass your message on to them.",),
    },
    "close_wrong_person": {
        "es": (
            "Gracias por avisar, y perdone las molestias. Aquí solo atendemos a quien busca nuestros servicios, así que lo dejo en este punto.",
        ),
        "en": (
            "Thank you for telling me, and sorry for the trouble. We're only here for people who are looking for what we offer, so I'll leave it at that.",
        ),
    },
    "hold_for_human": {
        "es": ("Claro. Aviso a una persona del equipo y le responderá por aquí en cuanto pueda.",),
        "en": (
            "Of course. I'm letting a person on the team know; they'll answer you here as soon as they can.",
        ),
    },
    "still_held": {
        "es": ("Ya he avisado al equipo; en cuanto puedan le responden por aquí.",),
        "en": ("The team has been told; they'll answer you here as soon as they can.",),
    },
    "opted_out": {
        "es": ("Hecho: no le escribiremos más.",),
        "en": ("Done: we won't write to you again.",),
    },
    "opted_in": {
        "es": ("De acuerdo, volvemos a hablar.",),
        "en": ("All right, we can talk again.",),
    },
    "calm": {
        "es": (
            "Siento que esté siendo molesto. Si lo prefiere, le paso con una persona del equipo.",
            "Entiendo su enfado. Si quiere, le atiende una persona del equipo.",
        ),
        "en": (
            "I'm sorry this is frustrating. If you prefer, I can pass you to a person on the team.",
            "I understand you're annoyed. A person on the team can take over, if you like.",
        ),
    },
    "how_to_stop": {
        "es": ("Si prefiere que no le escriba más, conteste BAJA.",),
        "en": ("If you'd rather I stopped writing to you, reply STOP.",),
    },
    "after_close": {
        "es": (
            "De acuerdo, gracias.",
            "Muy bien, gracias.",
        ),
        "en": (
            "All right, thank you.",
            "Very well, thank you.",
        ),
    },
    "nudge": {
        "es": ("¿Sigue por ahí? Cuando pueda, retomamos la pregunta.",),
        "en": ("Are you still there? Whenever you can, here is the question again:",),
    },
    "requalify": {
        "es": (
            "Hola, soy {name}, asistente virtual de {company}. Hablamos hace un tiempo y quería preguntarle si algo ha cambiado.",
        ),
        "en": (
            "Hello, it's {name}, {company}'s AI assistant. We talked a while ago, and I'd like to ask whether anything has changed.",
        ),
    },
    "take_up_again": {
        "es": (
            "Hola, soy {name}, asistente virtual de {company}. Me pidió que le escribiera por estas fechas.",
        ),
        "en": (
            "Hello, it's {name}, {company}'s AI assistant. You asked me to write to you around now.",
        ),
    },
    "you_said": {
        "es": ("La última vez me dijo: «{quote}».",),
        "en": ("Last time you told me: “{quote}”.",),
    },
    "not_understood": {
        "es": ("Perdone, no le he entendido bien.", "Disculpe, creo que no lo he captado."),
        "en": ("Sorry, I didn't quite get that.", "Sorry, I'm not sure I understood."),
    },
    "too_long": {
        "es": ("He leído solo el principio, porque el mensaje es muy largo.",),
        "en": ("I only read the beginning, because the message is very long.",),
    },
    "no_why": {
        "es": ("Me ayuda a saber si podemos ofrecerle algo que le sirva.",),
        "en": ("It helps me see whether we can offer you something useful.",),
    },
    "updated": {
        "es": ("De acuerdo, lo cambio: «{quote}».",),
        "en": ("All right, I've changed it: “{quote}”.",),
    },
    "read_back": {
        "es": ("He apuntado {value}; si no es así, dígamelo.",),
        "en": ("I've written down {value}; tell me if that's not right.",),
    },
    "hello_again": {
        "es": ("Me alegra que vuelva.",),
        "en": ("Good to hear from you again.",),
    },
    "what_about": {
        "es": ("¿En qué le puedo ayudar?",),
        "en": ("How can I help you?",),
    },
    "which_line": {
        "es": ("¿Es sobre {lines}?",),
        "en": ("Is it about {lines}?",),
    },
    "which_line_again": {
        "es": ("Dígame solo de qué se trata: ¿{lines}?",),
        "en": ("Just tell me which it is: {lines}?",),
    },
    "line_first": {
        "es": ("Enseguida lo vemos.",),
        "en": ("We'll get to that in a moment.",),
    },
    "which_line_now": {
        "es": ("Para orientarle bien, necesito saber de qué se trata.",),
        "en": ("To point you the right way, I need to know what it is about.",),
    },
    "no_line": {
        "es": (
            "Prefiero que le atienda una persona: aviso al equipo y le responderán por aquí en cuanto puedan.",
        ),
        "en": (
            "I'd rather have a person help you: I'm letting the team know, and they'll answer you here as soon as they can.",
        ),
    },
    "other_line_noted": {
        "es": ("Su consulta sobre {line} se la paso también al equipo.",),
        "en": ("I'll pass your question about {line} on to the team as well.",),
    },
}
