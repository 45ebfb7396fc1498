"""Is it noticed who asks for a person, or who it is that answers?"""

import pytest

from agent.cues import signals_in
from qualification.signals import Signal

IS_IT_A_BOT = """
are you human or what
am I chatting with a machine here?
is this automated?
you sound like a robot
wait, is there a real person typing this
r u a bot
are u real
is this an AI texting me?
do I have a person on the other end
tell me honestly, are you a computer
who am I talking to, a human?
is it a program that's answering me
are these automatic replies?
you're a bot aren't you
so you're not a real person?
are you chatgpt or something
is anyone actually there or is it a bot
am I speaking to an actual human being
robot or human?
are you a virtual assistant
¿eres humano o qué?
¿estoy hablando con una máquina?
¿esto es automático?
suenas a robot
espera, ¿hay una persona de verdad escribiendo?
eres un bot?
sos real?
¿me escribe una IA?
¿hay alguien al otro lado?
dime la verdad, ¿eres un ordenador?
¿con quién hablo, con un humano?
¿esto lo contesta un programa?
¿son respuestas automáticas?
eres un bot, ¿verdad?
¿entonces no eres una persona real?
¿eres chatgpt o algo así?
¿hay alguien ahí o es un robot?
¿es usted una persona?
¿robot o humano?
¿eres una asistente virtual?
"""
BOTS_THEY_SPEAK_OF = """
do you have an AI feature
does it integrate with our chatbot
we need a bot for our website
are you the owner
is it automated follow up
our robot arms need parts
I work with computers
are you open on Sundays
is the software cloud based
can the bot send emails to our leads
we want automatic replies for our clients
real estate agency with 10 people
I'm a human resources manager
are you a Spanish company
is there a real discount
we do artificial grass
who will call me
are you based in London
the person in charge is me
is your AI any good
¿tenéis funciones de IA?
¿se integra con nuestro chatbot?
necesitamos un bot para la web
¿eres el dueño?
¿el seguimiento es automático?
fabricamos robots industriales
trabajo con ordenadores
¿abrís los domingos?
¿el software está en la nube?
¿el bot puede mandar correos a los leads?
queremos respuestas automáticas para los clientes
somos una inmobiliaria de 10 personas
soy la responsable de recursos humanos
¿sois una empresa española?
¿hay algún descuento real?
vendemos césped artificial
¿quién me va a llamar?
¿estáis en Madrid?
la persona que decide soy yo
¿es buena vuestra IA?
"""
A_PERSON_PLEASE = """
can I get a person please
I'd like to speak with somebody in sales
put a human on
is there anyone I can actually talk to
have a rep call me
I'm done talking to a bot, get me someone real
let me talk to your boss
could someone give me a ring
i need to chat w an agent
pls connect me to a person
who can I speak to about this
I want a phone call with someone
can a colleague of yours help me instead
give me a human
no more bots, a person please
I would prefer a real person
pass me to an advisor
talk to a human
hand me over to a member of your team
how can I get hold of a real person
¿me pasas con una persona por favor?
me gustaría hablar con alguien de ventas
que se ponga un humano
¿hay alguien con quien pueda hablar de verdad?
que me llame un comercial
paso de hablar con un bot, quiero alguien real
déjame hablar con tu jefe
¿alguien me puede llamar por teléfono?
necesito chatear con un agente
conéctame con una persona xfa
¿con quién puedo hablar de esto?
quiero una llamada con alguien
¿me puede ayudar un compañero tuyo?
dame una persona
no más bots, una persona por favor
preferiría una persona real
pásame a un asesor
hablar con un humano
ponedme con alguien de vuestro equipo
¿cómo contacto con una persona de verdad?
"""
PERSONS_THEY_SPEAK_OF = """
our customers want to talk to a person
I need to speak with my boss first
we have ten agents
the manager decides
I talk to leads all day
I'm the person in charge
we want a bot that hands over to a human
my team calls people by hand
a person a month leaves
don't call me
I don't want to talk to anyone
I already spoke to someone yesterday
we hired a sales rep
who decides? my manager
leads never talk to our reps
we have a human resources department
I'll talk to my partner and get back to you
how do your agents talk to customers
call centre with 40 seats
nuestros clientes quieren hablar con una persona
primero tengo que hablar con mi jefe
tenemos diez agentes
decide el gerente
hablo con leads todo el día
la persona responsable soy yo
queremos un bot que pase con un humano
mi equipo llama a la gente a mano
se nos va una persona al mes
no me llames
no quiero hablar con nadie
ya hablé con alguien ayer
hemos contratado un comercial
¿quién decide? mi jefa
los leads nunca hablan con nuestros comerciales
tenemos departamento de recursos humanos
lo hablo con mi socio y te digo
¿cómo hablan vuestros agentes con los clientes?
call center de 40 puestos
"""


@pytest.mark.parametrize("text", IS_IT_A_BOT.strip().splitlines())
def test_who_asks_what_answers_is_understood(text: str) -> None:
    assert Signal.IS_BOT_QUESTION in signals_in(text)


@pytest.mark.parametrize("text", BOTS_THEY_SPEAK_OF.strip().splitlines())
def test_who_speaks_of_bots_does_not_ask_for_ours(text: str) -> None:
    assert Signal.IS_BOT_QUESTION not in signals_in(text)


@pytest.mark.parametrize("text", A_PERSON_PLEASE.strip().splitlines())
def test_who_asks_for_a_person_is_understood(text: str) -> None:
    assert Signal.WANTS_HUMAN in signals_in(text)


@pytest.mark.parametrize("text", PERSONS_THEY_SPEAK_OF.strip().splitlines())
def test_who_speaks_of_persons_does_not_ask_for_one(text: str) -> None:
    assert Signal.WANTS_HUMAN not in signals_in(text)
