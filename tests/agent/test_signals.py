"""What else than an answer a message means: what shows each signal and what only looks like it."""

import pytest

from agent.cues import signals_in
from qualification.signals import Signal

SHOWN: dict[Signal, str] = {
    Signal.WANTS_HUMAN: """
Can I talk to a person?
I'd rather speak with a human
let me speak to your manager
get me a real person
I need to talk to someone from sales
human please
agent!
connect me with an agent
put me through to someone
is there a person I can talk to?
I don't want to talk to a bot
this conversation is going nowhere
could somebody call me?
i wanna speak to an actual human being
transfer me to a live agent pls
talk to representative
you're not helping
can I have a real person please
reception please
I don't know how to reach a human
quiero hablar con una persona
¿me puede atender alguien de carne y hueso?
páseme con un comercial
prefiero hablar con un humano
con una persona, por favor
¿hay alguna persona con la que pueda hablar?
no quiero hablar con un robot
que me llame alguien
¿me podéis llamar?
quiero hablar con el encargado
ponme con un asesor
necesito que me atienda una persona
esta conversación no va a ninguna parte
agente
operador
no, quiero hablar con alguien
quiero contactar con un comercial
dame un humano ya
get me a human
I want to speak to sales
can someone ring me
is there a phone number I can call
let me talk to a rep
I'd prefer talking to an actual person
quiero que me atienda un humano
pásame con ventas
¿puedo hablar con alguien?
¿me puede llamar un asesor?
comuníqueme con un agente
necesito hablar con un ejecutivo
¿tienen un teléfono al que llamar?
""",
    Signal.IS_BOT_QUESTION: """
are you a bot?
r u a robot
am I chatting with a machine?
is this a real person?
are you human or AI
you sound like a bot
so you're a computer program?
tell me if you are real
are you ChatGPT?
is there a human behind this?
do you consider yourself a machine?
would you call yourself a person?
am I speaking with a computer or with a human being
who am I talking to?
are you an actual person
is it a bot I'm talking to, am I talking to a bot
you aren't a real person, are you
are you artificial intelligence
¿eres un bot?
eres humano?
es usted una persona real?
hablo con una máquina?
¿estoy hablando con un robot?
eres una persona o un ordenador
¿eres de verdad?
pareces un contestador automático
¿quién eres?
¿con quién hablo?
¿hay alguien ahí?
eres una IA?
me está contestando un robot?
¿esto es un bot?
are you real?
am I chatting with AI?
you a bot?
is there a human on the other side
bot or human?
are these canned replies?
eres un bot?
¿hablo con una máquina?
¿sos una persona de verdad?
esto es automático?
¿eres humana?
eres chatgpt?
me responde un robot?
""",
    Signal.SUPPORT: """
I'm already a customer and my invoice is wrong
I can't log in to my account
I want a refund
the app stopped working
how do I close my account?
I need to make a complaint
I was charged twice
I want to file a claim
my order hasn't arrived
reset my password
ya soy cliente y no me funciona la app
mi factura está mal
no puedo entrar en mi cuenta
quiero poner una reclamación
me habéis cobrado dos veces
quiero la devolución de mi dinero
he olvidado la contraseña
tengo una incidencia
I'm already a customer and can't log in
my app is broken
I forgot my password
there's an error with my last invoice
you charged me twice
I need help with my account
soy cliente y no me funciona
no puedo entrar a mi cuenta
tengo un problema con mi factura
la aplicación no carga
quiero una devolución
""",
    Signal.WRONG_PERSON: """
you have the wrong number
wrong person, sorry
I'm a student writing my thesis
we offer SEO services
I'd like to offer you our web design services
are you hiring?
I never asked for this information
I'm looking for a job
se ha equivocado de número
número equivocado
soy estudiante y es para un trabajo de clase
queremos ofrecerles nuestros servicios
somos una agencia de marketing y ofrecemos posicionamiento
busco trabajo
yo no he pedido nada
wrong number
you've got the wrong person
I don't work there anymore
se equivoca de número
no soy la persona indicada
aquí no vive ningún Juan
ya no trabajo ahí
""",
    Signal.REPEAT: """
can you repeat that?
say that again please
I didn't catch that
what do you mean?
what was the question?
could you rephrase?
would you repeat what you said earlier
sorry?
¿me lo puede repetir?
¿cómo dice?
no entiendo la pregunta
repítelo por favor
¿qué me has preguntado?
¿a qué te refieres?
what?
come again?
didn't get that
can you rephrase
say that again
huh?
¿cómo?
¿puedes repetir?
¿qué has dicho?
no te he entendido
explícate
""",
    Signal.LANGUAGE_SWITCH: """
can we speak in English?
do you speak Spanish?
in Spanish please
can you talk in French
speak Arabic
is it possible to talk to you in Mandarin
do you speak German?
switch to Italian
¿hablas inglés?
en español por favor
prefiero en castellano
¿podemos hablar en catalán?
¿hablan francés?
can we speak English?
español por favor
do you speak Spanish
¿podemos hablar en inglés?
en inglés mejor
¿hablas español?
do you speak French?
""",
    Signal.SMALL_TALK: """
what's your name?
where do you live?
are you single?
how old are you?
who made you?
what can I call you?
tell me a joke
do you have kids?
¿cómo te llamas?
¿dónde vives?
¿estás soltera?
¿cuántos años tienes?
¿quién te creó?
cuéntame un chiste
¿tienes novio?
""",
    Signal.WANTS_DEMO: """
I'd like to see a demo
can I book a demo?
show me a demo
we want to buy
where do I sign?
can we schedule a call with you
quiero una demo
me gustaría ver una demo
¿me podéis hacer una demo?
queremos contratarlo
¿dónde firmo?
""",
    Signal.ABUSIVE: """
you're a moron
fuck you
stupid bot
this is bullshit
eres gilipollas
vete a la mierda
maldito bot
hijo de puta
go to hell
you're an idiot
screw you
piece of crap bot
eres idiota
que te den
puto bot
imbécil
""",
    Signal.WHY: """
why do you ask?
what do you need that for?
why all these questions?
what is it to you?
¿por qué lo preguntas?
¿para qué lo necesitan?
¿y eso por qué?
¿a qué viene esa pregunta?
what's that for?
why do you need that
what do you want it for
¿para qué lo quieres?
¿por qué preguntas eso?
¿y eso para qué?
¿qué más da?
""",
    Signal.DOES_NOT_KNOW: """
I don't know
no idea yet
I don't know how much
maybe
no lo sé
ni idea
no sé cuánto
no clue
haven't decided
not sure yet
couldn't tell you
hard to say
I'd have to check
beats me
no sabría decirte
aún no lo he pensado
depende
tendría que mirarlo
no lo tengo claro
quién sabe
""",
    Signal.REFUSES: """
none of your business
I'd rather keep that private
I won't tell you
pass
skip that one
not telling
no te lo voy a decir
eso es privado
prefiero no decirlo
no te importa
siguiente pregunta
no quiero dar ese dato
""",
    Signal.NOT_INTERESTED: """
no thanks, not for me
we're good
I'm all set
not interested
we already have one
no me interesa
no, gracias
ya tenemos algo así
no lo necesito
""",
    Signal.LATER: """
I'm busy now
talk later
can we do this tomorrow?
driving, text me later
not a good time
call me next week
ahora no puedo
luego te digo
escríbeme mañana
estoy conduciendo
mejor otro día
hablamos el lunes
""",
    Signal.PLEASANTRY: """
hi!
thank you so much
have a great day
how are you?
great, thanks
hola, qué tal
muchas gracias
buen día
perfecto, gracias
igualmente
jaja
""",
}
LOOK_ALIKES: dict[Signal, str] = {
    Signal.DOES_NOT_KNOW: """
I don't know how to talk to a person
I do not know what I have to do to close my account
no sé cómo hablar con una persona
no sé cómo darme de baja
my customers don't know us
we don't know who calls
no saben quién llama
los clientes no saben usarlo
I know exactly: 5000
sure
""",
    Signal.WANTS_HUMAN: """
our customers want to talk to a person
I have to talk to my boss first
let me talk to my wife
we talk to customers all day
I don't want to talk to a salesperson
am I talking to a person?
we call leads by hand
can you connect it to Gmail?
I need to hire a person to answer the phone
my team speaks to people every day
a real estate agent uses it
los clientes quieren hablar con una persona
tengo que hablar con mi jefe
lo tengo que hablar con mi mujer
no quiero que me llamen
¿estoy hablando con una persona?
somos tres personas
mis comerciales hablan con los clientes
no me llaman los clientes
no hace falta que me llaméis
me llama la atención el precio
we need a person to answer calls
three people talk to customers
can people talk to the bot?
hablo con clientes todo el día
necesito hablar con mi socio
una persona lleva las llamadas
""",
    Signal.IS_BOT_QUESTION: """
do you have a bot for WhatsApp?
we need a chatbot on our website
is this a real estate CRM?
are you the company with the red logo?
is it an AI tool?
are the emails automated?
does your AI write emails?
we are 12 people
is the owner a real person who signs?
can the bot answer my customers?
¿tenéis un bot para WhatsApp?
queremos un chatbot
¿es un programa que se instala?
¿el CRM es en la nube?
la persona que decide es mi jefa
¿lleva inteligencia artificial?
somos 12 personas
la responsable es una mujer
we want a bot
is the bot included?
queremos un bot
¿el bot habla inglés?
¿es automático el envío?
is it automatic?
are you open on Sunday?
are real leads included?
""",
    Signal.SUPPORT: """
our current CRM doesn't work
our customers complain a lot
we want to improve customer service
we are not customers yet
our spreadsheet is not working for us
is technical support included?
when we are customers, do we get training?
nuestro excel no nos funciona
el CRM actual no nos funciona bien
queremos mejorar la atención al cliente
no somos clientes todavía
¿el soporte técnico está incluido?
perdemos clientes
nuestros clientes ponen muchas quejas
our current CRM is broken
our invoices are late
do you offer support?
nuestro programa no funciona bien
¿dais soporte?
tenemos muchos problemas con las facturas
""",
    Signal.WRONG_PERSON: """
we sell to students
we call the wrong people all the time
we offer training to companies
the wrong data gets into the system
alquilamos pisos a estudiantes
queremos vender más online
llamamos a los clientes equivocados
I have the wrong tool
me equivoqué, son 20
no soy yo quien decide
I'm not the decision maker
""",
    Signal.REPEAT: """
we want repeat customers
our clients repeat the same questions
los clientes repiten
customers ask the same again
no entiendo de informática
what price?
how much?
""",
    Signal.LANGUAGE_SWITCH: """
we sell to French customers
our German office uses it
my name is Roman
vendemos en Italia
somos una empresa alemana
tenemos clientes franceses
we need it in English and Spanish
nuestros clientes hablan inglés
English-speaking customers
la web está en español
""",
    Signal.SMALL_TALK: """
my name is Dana
what's the name of the plan?
how old is the company?
where are you based?
who makes the decision?
do you like working with agencies?
me llamo Ana
¿cómo se llama el plan?
¿dónde está la oficina?
¿cuántos años lleva la empresa?
te quiero preguntar una cosa
¿quién hizo la reforma?
""",
    Signal.WANTS_DEMO: """
I don't want a demo
our customers ask for a demo
we want to book appointments automatically, our reps schedule a meeting by hand
no quiero una demo
los clientes nos piden una demo
queremos contratar comerciales
""",
    Signal.ABUSIVE: """
no shit
the stupid thing about Excel is the size
el excel es un caos
es inútil seguir así
this damn CRM
our old tool is crap
el puto excel
menuda mierda de programa tenemos
what a stupid process we have
""",
    Signal.WHY: """
that's why we want to change
no sé por qué perdemos clientes
that's why we want it
por eso lo quiero
why is it so expensive?
¿por qué es tan caro?
""",
    Signal.REFUSES: """
private clinic
somos una clínica privada
no me importa
business
pass me the price
prefiero el plan básico
""",
    Signal.NOT_INTERESTED: """
interested in the basic plan
I'm not interested in the premium plan, only basic
me interesa
no necesito más de 10
we already have 10 users
""",
    Signal.LATER: """
maybe later this year we'd start
we start next week
empezamos mañana
sooner or later
para más tarde de marzo no
""",
    Signal.PLEASANTRY: """
hi, 5000
gracias, somos 20
thanks, 20 people
""",
}


def rows(table: dict[Signal, str]) -> list[tuple[Signal, str]]:
    return [(one, text) for one, texts in table.items() for text in texts.strip().splitlines()]


@pytest.mark.parametrize(("signal", "text"), rows(SHOWN))
def test_a_signal_is_noticed(signal: Signal, text: str) -> None:
    assert signal in signals_in(text)


@pytest.mark.parametrize(("signal", "text"), rows(LOOK_ALIKES))
def test_what_only_looks_like_it_is_not(signal: Signal, text: str) -> None:
    assert signal not in signals_in(text)


NEEDS_TOLD = """
somos una agencia de marketing digital y se nos pierden los leads de los clientes
vendemos seguros a 2.000 clientes y no damos abasto
queremos vender más, por ejemplo vendemos seguros y no damos abasto
we sell insurance and we lose leads
hacemos publicidad para tiendas y necesitamos un CRM
we sell software to schools and we're struggling to follow up
"""
PITCHES = """
vendemos seguros y os ofrecemos el mejor precio
hacemos seo, necesitamos cinco minutos para presentaros nuestros servicios
we sell leads and we need to show you how
somos una agencia de marketing y no perdemos nada por hablar de vuestra web
"""


@pytest.mark.parametrize("text", NEEDS_TOLD.strip().splitlines())
def test_who_sells_and_tells_of_a_need_of_theirs_is_the_right_person(text: str) -> None:
    assert Signal.WRONG_PERSON not in signals_in(text)


@pytest.mark.parametrize("text", PITCHES.strip().splitlines())
def test_who_offers_us_something_is_the_wrong_person_for_all_their_needs(text: str) -> None:
    assert Signal.WRONG_PERSON in signals_in(text)


@pytest.mark.parametrize("text", ["no puedo hablar ahora", "ahora no puedo hablar"])
def test_who_cannot_talk_now_talks_later(text: str) -> None:
    assert Signal.LATER in signals_in(text)


SWEARING = """
ni puta idea
no tengo ni puta idea
mi jefe, el muy cabrón, no me deja
es una puta mierda el excel
my boss is such a bastard
no, the boiler is a piece of shit
"""


@pytest.mark.parametrize("text", SWEARING.strip().splitlines())
def test_swearing_at_nobody_here_is_no_insult(text: str) -> None:
    assert Signal.ABUSIVE not in signals_in(text)


@pytest.mark.parametrize(
    "text",
    ["eres un cabrón", "vete a la mierda", "fuck off", "you are a bastard", "esto es una mierda"],
)
def test_swearing_at_us_is_one(text: str) -> None:
    assert Signal.ABUSIVE in signals_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "hola, al final si, quiero información",
        "al final sí quiero el CRM",
        "actually yes I do want info",
    ],
)
def test_who_wants_it_after_all_takes_it_up_again(text: str) -> None:
    assert Signal.OPT_IN in signals_in(text)


@pytest.mark.parametrize("text", ["paso de decirlo", "none of your beeswax", "paso de dar datos"])
def test_a_rude_way_not_to_say_is_a_refusal(text: str) -> None:
    assert Signal.REFUSES in signals_in(text)


@pytest.mark.parametrize("text", ["I hate bots", "is there an actual human I can talk to"])
def test_who_cannot_stand_bots_wants_a_person(text: str) -> None:
    assert Signal.WANTS_HUMAN in signals_in(text)
