"""Is a wish to be left alone always noticed, and nothing else taken for one?"""

import pytest

from agent.cues import signals_in
from qualification.signals import Signal

STOPS_EN = """
STOP
STOP!!!
Stop.
stp
please stop
stop please
Stop it
just stop
ok stop
STOPALL
UNSUBSCRIBE
unsubscribe me please
Cancel
END
QUIT
opt out
I want to opt out
opt me out
quit texting me
stop texting me
stop messaging me please
please stop contacting me
stop calling me!!
dont text me again
do not contact me anymore
never write to me again
don't message me anymore
lose my number
delete my number
please delete my data
remove me from your list
take me off your list
take me off this list please
get me off your mailing list
I don't want to receive any more messages
I no longer wish to receive these texts
no more texts please
no more messages
leave me alone
leave me the hell alone
go away
stop spamming me
stop bothering us
stop sending me this crap
stop sending me messages
I want you to stop texting me
how do I stop these messages?
how can I unsubscribe?
unsubscibe
unsubcribe
Remove my phone number from your database
erase all the information you have about me
I did not sign up for this, remove me
remove me please
kindly remove my details from your system
can you stop messaging me
can you please stop sending me emails
I'd like to be removed from your mailing list
cancel my newsletter subscription
i dont want your newsletter any more
stop the newsletter
sign me off the mailing list
quit messaging me
enough!
that's enough, stop
stop. I'm not interested
not interested, stop texting
Not interested. Remove me.
I withdraw my consent
put me on the do not call list
wrong number, stop texting me
s t o p
plz stop txting me
stop msging me
don't ever contact me again
please do not call this number again
i dont want to hear from you again
I do not want to be contacted
stop harassing me
we don't want any more emails from you
delete all my info
forget my number
Stop writing to me
STOP SENDING TEXTS
no more emails
cease and desist
drop me from your list
cross me off your list
do not text this number
discontinue these messages
please discontinue all communication
I'm blocking you
you're spamming me, stop
who are you? stop texting me
please respect my privacy and stop contacting me
don't call again
don't contact me
i never agreed to this, take my number off
kill the notifications
I want to be left alone
i need help to unsubscribe from your newsletter
where can i cancel my subscription to the newsletter?
i have a problem with unsubscribing from the newsletter
i do not want to get ur newsletter
assistance to cancel corporate newsletter
i want to stop receiving your newsletter
i don't like your newsletter, how do i get rid of it
help me sign off from ur newsletter
how to unsubscribe to the company newsletter
unsubscribing from newsletter
no texts please
I want to be removed
do not ever call or text me again
I did not opt in
end texts
""".strip().splitlines()

STOPS_ES = """
STOP
baja
BAJA!!
Alto
PARAR
cancelar
para
basta ya
basta ya de mensajes
déjame en paz
dejadme en paz ya
no me escribas más
no me escriba más por favor
no me escriban
no me contacten más
no me llames más
no me llamen
borra mi número
borren mis datos
elimina mi teléfono de tu lista
quítame de la lista
sácame de tu lista
sáquenme de su base de datos
quiero darme de baja
darme de baja
dame de baja
dadme de baja por favor
me quiero dar de baja
quiero darme de baja de la lista
cómo me doy de baja?
quiero la baja
solicito la baja inmediata
deja de escribirme
dejen de mandarme mensajes
dejad de molestarme
para de escribirme
paren ya de llamarme
no quiero recibir más mensajes
no quiero más mensajes
no quiero que me escriban
no deseo recibir publicidad
no más mensajes
no mas sms
no vuelvas a escribirme
no vuelvan a llamarme
olvídate de mí
olvidaos de mí
desuscribirme
quiero desuscribirme
desuscríbeme del boletín
cancelar mi suscripción al boletín
no me molesten
no molesten más
no insistas
no insistan más por favor
que me dejes en paz
que dejéis de escribirme
stop por favor
por favor, stop
ya basta
ya está bien de mensajes
no autorizo que me contacten
ejerzo mi derecho de supresión
retiro mi consentimiento
no me mandes más mensajes
no me envíe nada más
no me mandéis publicidad
deja de enviarme cosas
no me hables más
bórrame
bórrame de ahí
eliminadme
quiero salir de la lista
quiero que me borren de la lista
no quiero saber nada de ustedes
no quiero estar en vuestra lista
quiten mi número
pierde mi número
dejen de joder
deja de dar la lata
me estáis acosando
no me vuelvas a escribir
no escribas más
no escriban mas a este número
stop, no me interesa
no me interesa, baja
Hola, quiero darme de baja
porfa no me escribais mas
ke no me escribas mas
no me escrivas mas
dejenme en pas
dejarme tranquilo
date de baja mi número
dar de baja este teléfono
anulad mi suscripción a los sms
no quiero seguir recibiendo esto
no quiero recibir nada
fuera de mi teléfono
no me busquen
les pido que no me contacten
les ruego que no me escriban más
te he dicho que no me escribas
no quiero que me llaméis más
borrad mi contacto
eliminen mis datos personales
lista robinson
os voy a denunciar si no dejáis de escribirme
dejen de enviar mensajes
no manden más mensajes
ni me escribas ni me llames
deseo cancelar la suscripción
vale ya de mensajes
no me deis más la lata
¿cómo hago para no recibir más mensajes?
""".strip().splitlines()

LOOK_ALIKES_EN = """
can you stop by tomorrow?
we want to stop using spreadsheets
cancel my old CRM
I can't stop thinking about it
unsubscribe rate
what is your unsubscribe rate?
we need to stop losing leads
we have to stop by the end of the month
the project had to stop
non-stop
one stop shop
it's a full stop for us
don't stop, go on
please don't stop
we stopped last year
we want to end our contract with Salesforce
I quit my job last year
we quit using HubSpot
the end of the quarter
customers unsubscribe all the time
leads tell us to stop texting them
people unsubscribe from our newsletter
our customers opt out too often
how do you handle opt outs?
does it have an unsubscribe link?
can users delete their data?
remove duplicates from our list
we want to remove old contacts from our database
we never call them back
they never call us back
nobody calls me back
don't call me before 5
don't call me, write to me by email
please don't call, email me instead
don't write to me on weekends
don't contact me until March
we don't want any more spreadsheets
I don't want to receive leads by fax
take me through the features
take us off Salesforce and onto Nexo
stop the bleeding of leads
we need to stop the churn
can we cancel at any time?
what happens if I cancel?
is there a cancellation fee?
how do I cancel the contract later?
end users
at the end of March
we are at the end of our contract
stop wasting my time with questions
I need a bus stop near the office
leave it as it was
leave that question
leave alone the hallway, just the bathroom
forget what I said about the budget
delete that, I meant 5000
drop the second question
we get too many emails from leads
our reps text customers all day
we're sending messages by hand
I text my customers myself
stop, wait, I meant 5000
we want to stop sending quotes by hand
we want to stop messaging customers one by one
the shower won't stop leaking
the tap doesn't stop dripping
stop the leak in the bathroom
I want to get rid of the bathtub
remove the bathtub
remove the wall between the kitchen and the living room
take the old tiles off
take out the old kitchen
I want to end the works before the summer
quit asking about the budget
stop asking me about the budget
do you send a newsletter?
subscribe me to your newsletter
how do i sign up to the newsletter?
my number is 600123123
my phone stopped working
no more than 5000
no more than 10 people
enough for 10 people
is 3000 enough?
that's enough money
cancel the second bathroom
can you cancel that
we lose track of messages from customers
I'm tired of calling leads
our team is done with calling cold leads
I never contact them by email
we never write to them
no more missed calls
no more lost emails
we'd like no more duplicates
block
""".strip().splitlines()

LOOK_ALIKES_ES = """
baja por maternidad
dar de baja el contrato actual
para el proyecto
quiero darme de baja de mi proveedor actual
estoy de baja
estoy de baja médica
mi socio está de baja
temporada baja
planta baja
la planta baja de la casa
gama baja
es para mi casa
para marzo
para ya mismo
para lo antes posible
para cuanto antes
para final de mes
para una cocina
queremos parar la fuga de clientes
queremos dejar de usar Excel
dejar de perder clientes
los clientes se dan de baja
cuántas bajas tenéis
tasa de bajas
queremos reducir las bajas
con 3000 basta
con eso me basta
basta con 5 usuarios
no me escriben los clientes
los clientes no me escriben
mis clientes no me llaman
no me llamo Juan
no me llaman nunca
no me mandan los presupuestos
no me mandéis el catálogo por correo, por WhatsApp
déjame pensarlo
déjame tu teléfono
déjame ver
déjame que lo consulte
deja que lo mire
no me llames por la mañana
no me llames, escríbeme
no me escribas hasta marzo
no me llames antes de las 5
no me llaméis, mejor por whatsapp
cancelar mi contrato con Salesforce
puedo cancelar cuando quiera?
se puede cancelar?
hay permanencia si me doy de baja?
qué pasa si me doy de baja?
borrar contactos antiguos
eliminar duplicados de la base de datos
quitar la bañera
quitar el tabique
quitarme de encima el papeleo
salir de Excel
un presupuesto alto
techo alto
el precio es muy alto
presupuesto bajo
baja el precio
me bajas el precio?
es una baja tensión
no paramos de crecer
no para de sonar el teléfono
el grifo no para de gotear
el programa deja de funcionar cada dos por tres
no quiero recibir leads malos
no queremos más hojas de cálculo
no quiero más excel
no más de 5000
no más de 10 personas
no queremos gastar más
fin de año
a fin de mes
nos damos de baja de Movistar este mes
quiero dar de baja la línea antigua
mandamos mensajes a mano
queremos dejar de llamar a los clientes uno a uno
dejar de enviar presupuestos a mano
cómo se borran los datos de un cliente?
puedo eliminar mis contactos en bloque?
olvida lo que dije del presupuesto
borra eso, quería decir 5000
deja, da igual
déjalo como estaba
no insisten nunca los comerciales
nuestros comerciales no insisten
para, que me equivoqué: son 5000
espera
para empezar
parado el proyecto
nos paró la obra el ayuntamiento
sin parar
quiero salir de dudas
ya no quiero el baño, solo la cocina
no quiero la cocina
dejad la cocina como está
llámame cuando quieras
la newsletter la mandamos con otra herramienta
enviáis newsletter?
nos basta un CRM sencillo
los usuarios se desuscriben
la gente no quiere recibir correos
""".strip().splitlines()


@pytest.mark.parametrize("text", [*STOPS_EN, *STOPS_ES])
def test_a_wish_to_be_left_alone_is_noticed(text: str) -> None:
    assert Signal.OPT_OUT in signals_in(text)


@pytest.mark.parametrize("text", [*LOOK_ALIKES_EN, *LOOK_ALIKES_ES])
def test_what_only_looks_like_one_stops_nothing(text: str) -> None:
    assert Signal.OPT_OUT not in signals_in(text)
