"""Is a wish to be left alone always noticed, and nothing else taken for one?"""

import pytest

from agent.cues import signals_in
from qualification.signals import Signal

STOPS_EN = """
stop sending me the brochure
stop sending me prices
our customers don't want any more calls from you
we don't do calls. stop texting us
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
pls stop msging
stop now
stop it already
I'd appreciate it if you stopped writing to me
Kindly refrain from contacting me.
please don't contact my wife again
how do I get off this list
GDPR: erase my data
Under the GDPR I request you delete all personal data you hold on me
wrong list, delete my number
take my name off your list please
fuck off and stop texting me
will you stop calling
I've asked you three times to stop
I told you not to text me
please lose this number
don't want any more of your texts
no further contact please
not interested, take me off
Thanks but please remove my email from your database
unsubscribe pls, thx
UNSUBCRIBE ME
stop txting
get me off ur list
this is spam. stop.
I'm going to report you if you text me again
I do not wish to be contacted again
do not save my data
hello, I want to stop these messages, thank you
Hey, please take my number off whatever this is
do NOT reply
enough with the messages
knock it off with the texts
lay off the messages
don't bother writing again
don't message back
Please stop, I don't live in that country anymore
not me, wrong number, delete it
i want my data gone
have my details removed please
can you take me off this?
where do I unsubscribe
this is my work phone, do not text here
I have not given you permission to contact me
Under CCPA, delete my information
I object to the processing of my data
I'd rather not be contacted again
we'd like to be taken off your mailing list
Remove us from your mailing list
make it stop
piss off and dont message me
no more!!! stop!!!
no stop
sTop
stoppppp
Please remove this contact from your CRM
no follow ups please
hey can you guys quit texting this number
Who is this? Stop messaging me.
I'm on the do not call registry
take us off your call list
wipe my details
delete my account and all my data, never write again
I already unsubscribed
i opted out last week
I SAID STOP TEXTING ME
what part of stop don't you understand
how many times must I say no, leave me alone
nope. stop
Thanks, not for us. Kindly take us off the list.
we've gone with someone else, no need to contact us again
last warning: stop
if you text me one more time I'm calling my lawyer
reporting this as spam
stop sending stuff to my phone
please dont send any more of these
don't send me anything
do not txt
opt-out please
plz opt me out
please process my unsubscribe
Can you stop now?
I'd like you to stop
please halt these texts
I'm sick of your messages
tired of you texting me
no marketing please
no solicitation
exclude my number
please take my mom off your list
she doesn't want to be contacted
my wife asked you to stop
this conversation is over, don't write again
get lost and delete my number
I would like my information removed from your records
erase me from your database
I want out of this list
is there a way to stop these?
how can I make you stop texting
why do you keep texting me, i said no
I don't know who you are, don't text me
Stop mesaging me
plz leave me alon
do not conatct me
remove us
Not interested. Stop.
please stop texting
take me off the list
can u remove me
not interested stop texting me
DO NOT CONTACT ME AGAIN
stop, wrong number
I don't want to be texted
delete me from your contacts
how to stop this
remove me from this list immediately or I'll report you
don't send me messages anymore
I would like you to stop contacting me
please stop, I'm not interested
enough with the spam
get me off of this thing
""".strip().splitlines()

STOPS_ES = """
dejen de mandarme el catálogo
deja de mandarme mensajes, dime el precio
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
no me vuelvan a contactar por favor
ya no quiero recibir sus mensajes
no me sigan escribiendo
no sigáis escribiéndome
dejame de mandar mensajes
dejen de llamar a mi esposa
no le escriban más a mi marido
no vuelva a llamar
Solicito la supresión de mis datos conforme al RGPD
les exijo que borren mis datos
haced el favor de borrar mi teléfono
me podrían dar de baja?
¿cómo salgo de esta lista?
como hago pa que dejen de escribirme
bajenme de la lista
DAR DE BAJA
baja x favor
kiero darme d baja
no me escriban mas x favor
déjense de molestar
dejá de escribirme
no me mandés más mensajes
córtenla con los mensajes
no estén chingando
ya no molesten
gracias pero no quiero que me sigan contactando
yo no pedí esto, dejen de escribir
no les he dado permiso para escribirme
esto es acoso, paren
no quiero publicidad
eliminar suscripción
ya no quiero que me escriban por favor
quisiera que me quiten de la lista
necesito que me den de baja
puedes quitarme de tus contactos?
¿podrían dejar de llamarme?
haz el favor de no escribirme más
favor de no molestar
favor de eliminar mi número
no contactar
no llamar
no enviar más mensajes
eliminar mi número
borrar mi numero xfa
ya dejen de fregar
ya no jodas
pará de mandar mensajes
parale a tus mensajes
estoy harto de vuestros mensajes
qué pesados, dejadme en paz
esta persona ya no usa este número, no escriban
no llamen más a mi madre
no es mi interés, no me contacten nuevamente
no deseo más contacto
no quiero ningún contacto
no quiero figurar en su base de datos
no uséis mis datos
me opongo al tratamiento de mis datos
solicito que eliminen toda mi información
cancelen mis mensajes
ya no más mensajes
desinscribirme
desapúntame de esto
sácame de acá
bloqueado
que me borren
que no me llaméis más joder
os he dicho que no
ya os dije que paréis
cuántas veces tengo que deciros que no me escribáis
pedí que me borraran
me di de baja y me seguís escribiendo
ya solicité la baja
por favor, procesen mi baja
quiero que me deis de baja
necesito darme de baja urgente
dame d baja
baja por favor
stop baja
buenos días, les agradecería que no me escriban más
os agradecería que me quitarais de la lista
me gustaría que dejarais de llamarme
preferiría no recibir más mensajes
prefiero no recibir más publicidad
no tengo interés en recibir mensajes
no estoy interesada, elimine mi contacto
no se les ocurra volver a llamar
si me vuelven a llamar los denuncio
me están hartando, paren
ya me tienen cansado con sus mensajes
ya chole con los mensajes
no me rompas más las bolas
no me hinchen más
eliminar
elimine este número de su agenda
borre este contacto
se equivocan de número, no vuelvan a escribir
no quiero nada, gracias, borradme
no quiero nada de vosotros
lopd: borren mis datos
oposición al tratamiento de mis datos
revoco el consentimiento
no acepto recibir mensajes
pare de escribir por favor
paren de llamar
ya no quiero nada, quítenme
no moleste más
no me den lata
dejen de dar lata
no deseo ser contactada
no quiero estar recibiendo mensajes
no quiero ni un mensaje más
ni una llamada más
no se comuniquen más conmigo
no te comuniques más
no os pongáis en contacto conmigo otra vez
absténganse de contactarme
eviten escribirme
les agradeceré que eliminen mi número
solicito eliminación de mis datos
quiero ser eliminado de la lista
exclúyanme de sus envíos
dar de baja mi número de teléfono
baja de la newsletter
quiero dejar de recibir sus correos
cómo dejo de recibir esto
como cancelo la suscripcion a estos sms
cómo me quito de esta lista
me quiero borrar de la lista
no tienen autorización para contactarme
de dónde sacaron mi número, bórrenme
mi padre falleció, no escriban más
no le interesa, no la llamen
no mas wsp xfa
no me exriban mas
bajenme
cancelar suscripción
stop publicidad
por favor no me escriban más
no quiero más mensajes suyos
bórrame de tu base de datos
dejen de molestarme
no me llamen más
que no me escribas te digo
quiero darme de baja de este servicio
denme de baja por favor
no contacten a este número
dame de baja o te denuncio
podéis borrar mis datos?
no quiero que vuelvan a contactarme
exijo que eliminen mis datos
""".strip().splitlines()

LOOK_ALIKES_EN = """
we don't do cold calls
we do not make cold calls
our customers don't want more emails
our clients don't want any more calls
my clients don't want more emails, so we need a portal
stop sending me the brochure, just tell me the price
stop sending me links, what does it cost?
stop sending me brochures and tell me how much it is
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
can you stop by our office on Tuesday?
I'll stop at 3 users for now
stop me if I'm wrong
we never stop
it would stop people leaving
we need a tool that stops leads getting lost
I'd like to quit chasing customers by phone
our customers asked us to stop calling them
don't text me, email me instead
don't call before 10
no calls on Mondays please
don't contact my boss yet
don't send the quote yet
remove the second option please
delete my last message, it was wrong
can I remove users later?
can we erase data of old customers? GDPR matters to us
we need to handle GDPR deletion requests
our mailing list has 5000 contacts
I want to get off Salesforce
take off 10% and we have a deal
cancel my appointment
I need to cancel my appointment with your colleague
what's the cancellation policy
no more manual work
leave it with me
leave me your number
enough about me, how much is it?
we've had enough of our current provider
I don't want any more surprises
we don't receive notifications from our current tool
nobody answers messages at night
we spam too much
ends in June
I'm not on any list, a friend told me about you
please contact my wife
never tried it
that would put a stop to our problems
non stop calls from customers
we'd like to stop manual entry
we want to be able to stop campaigns
is it easy to stop?
will it stop my reps texting people at night?
what happens when a lead replies STOP?
a customer wrote "stop texting me" and we ignored it
I don't want my team to call people who opted out
I don't want to get my hands dirty
please don't put me on hold
don't call me sir
don't forget to write me
don't hesitate to contact me
never got your email
email me instead of texting
text me after six
call my wife instead
take one off
drop the price
drop me a text tomorrow
remove my colleague from the thread
my number changed
forget the old number, use this one
leave me out of the technical details
let me be honest
how do I get on the list?
put me on the waiting list
opt for the cheaper one
we quit our jobs to start this
I had to cancel the last tool
block my calendar for Tuesday
harassing customers is not our style
go away on holiday in August
enough people for a trial
no more for now
I don't want to hear excuses
our phones never stop
the messages never stop coming in
people keep calling us to stop
HubSpot kept emailing me
my current provider spams me
where does the trial stop?
drop by and stop for a coffee
it needs to stop duplicates
I'd stop paying for the other tool
tell me when to stop
I want to leave Salesforce
leave the second field empty
remove VAT
remove the integration from the offer
take me to the pricing page
take note of my number 600123123
delete what I said before
erase and start over
forget about the second one
no email, just phone
I don't have email
don't email, my inbox is full, text me
please don't call me during the day
don't contact me by phone
don't message me on Saturday
don't bother with the demo
don't send a contract
don't send me a 40 page pdf
I did not receive the message
I never get calls
I don't want to call leads one by one
I don't want my data sold
I'd rather not say
I'd rather not be called sir
where is my data stored?
do you share my data?
enough with the excel sheets
tired of calling leads
fed up with our CRM
do I need consent to text leads?
report on calls, do you have it?
I'll report back tomorrow
law firm, 12 lawyers
unsubscribed contacts, are they billed?
opt out is mandatory in our industry
I am not writing from my phone
I refuse to answer that
will this stop the spam calls we get?
customers are tired of our messages
no marketing team yet
our marketing is done by an agency
excluding Sundays
my wife doesn't want to be involved
he doesn't want your premium plan
I don't want to be locked in
end the trial
get lost leads back
why do you need my number?
nobody texts me back
who is texting me?
I don't know you yet, tell me more
can you remove users in bulk?
text me later
stop for now, I'll be back after lunch
please stop the recurring invoice
when I stop paying, what happens with my data?
no texts from us get read
never text after 9 is our policy
please don't call me, I'm deaf, text me
don't contact me before Monday
take me off speaker
put my number on the list
remove the discount
can leads unsubscribe by themselves?
I left my last company
I quit
I blocked Tuesday for the demo
I reported the problem to your support
stop, I meant 20
when can I cancel?
don't call, text
I don't want a demo
remove that
leave that for later
we stopped advertising
I don't want my customers to unsubscribe
no more questions please
end of March
is there an opt-out for emails?
I want to stop wasting money
would you stop by on Monday?
""".strip().splitlines()

LOOK_ALIKES_ES = """
deja de mandarme el folleto, dime el precio
dejen de mandarme el catálogo y díganme cuánto cuesta
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
queremos dejar de perder clientes
para empezar en enero
para unas 20 personas
no podemos parar la producción
hay que dar de baja a usuarios a veces
no me escribas antes de las 10
no me hables de usted
no me llaméis al fijo, mejor al móvil
no me mandes el presupuesto todavía
no me digas que cuesta más
no me llegan los mensajes
no quiero perder clientes
no quiero pagar más de 500
no queremos mandar más correos a mano
dejamos de trabajar con ellos
déjame un momento
dejémoslo en 20 usuarios
borra lo anterior, son 30
quita la segunda
olvida lo que he dicho
cancela la cita
¿se puede cancelar sin penalización?
la baja de clientes es nuestro problema
un compañero está de baja
tenemos la oficina en la planta baja
el precio más bajo
¿cuándo podemos salir a producción?
ya basta con eso
ya está
alto volumen de llamadas
no molesta, pregunta
mi mujer lleva las llamadas
tenemos una lista de correo de 3000
necesitamos cumplir con el derecho de supresión del RGPD
mandamos spam sin querer
para nada
para todo el equipo
para para, no tan rápido, eran 30
espera, para, me he equivocado
un alto porcentaje
paramos en agosto
el proyecto está parado
nadie me escribe
escríbeme mañana
no me escribas ahora que estoy en una reunión
llámame mejor
prefiero que me escriban
no llamen por favor, solo whatsapp
no quiero que me llamen, solo información por aquí
no me hables de precios todavía
no mandes el contrato aún
no contacten a mi jefe todavía
no queremos seguir con Excel
no quiero seguir pagando tanto
dejar el excel
deja, ya lo miro yo
déjame decirte
dejadlo para mañana
borra mi respuesta anterior
bórralo
quítame el segundo usuario
sácame un presupuesto
cancelar la reunión
anula lo anterior
dar de baja usuarios ¿se puede?
me di de baja de HubSpot
la baja temporada es en enero
baja a 2000
salir a bolsa
basta con 10
es molesto perder llamadas
nos molesta la lentitud
olvida el presupuesto
me olvidé del número
no insisto más
el derecho de supresión, ¿lo cumplís?
¿la suscripción se cancela sola?
dejaría de pagar el otro
dejadme que lo mire
¿me dejas pensarlo?
no me dejes esperando
no dejéis de avisarme
no paréis, me interesa
para que me entiendas, somos 20
para que los clientes no llamen tanto
me llaman demasiado los clientes
no me escriben los leads por la noche
no me avisan de los mensajes
no me habéis mandado nada
no recibo mensajes
no quiero recibir a gente en la oficina
no quiero que mis comerciales llamen
no quiero que me vendan humo
no quiero permanencia
no queremos más herramientas
no autorizo descuentos sin mi jefe
no tenemos permiso para gastar más
no llamen a mi mujer hoy, está trabajando
no contactes con mi socio hasta enero
si no es molestia, ¿cuánto cuesta?
quitar el muro
sacar más clientes
eliminar tareas manuales
borrar usuarios
borra mi presupuesto y pon 3000
baja en la seguridad social
bajas laborales
un bajo comercial
reformar el bajo
los pacientes cancelan citas
mi suscripción a HubSpot termina en mayo
anuncios en Facebook
hacemos campañas de sms
la lista de precios
quiero estar en la lista de espera
estoy harto de Excel
cansado de perder leads
basta de perder clientes
fuera de España no vendemos
¿guardáis mis datos?
que pare de llover
paramos obras en agosto
no molestamos a los clientes
nuestros clientes no quieren recibir mensajes
no queremos ser pesados con los clientes
no quiero estar llamando a todos
no quiero recibir facturas en papel
ni una llamada se nos debe escapar
nos comunicamos por whatsapp
no se comunican entre ellos los programas
queremos evitar llamar a mano
excluye el IVA
sácame el precio con IVA
queremos dejar de recibir leads malos
cómo cancelo una cita
cómo borro un contacto
cómo me registro
me quiero apuntar
mi padre lleva la empresa
mi esposa no quiere gastar más
quién les dio el premio
no autorizo a mi equipo a usarlo
en baja forma
bajen el precio
por debajo de 3000
publicidad hacemos poca
no más sms a mano
no quiero más excusas
dejó de funcionar
ya me ha escrito tu compañero
no escribo bien, perdón
quiero parar de gastar
estoy de baja laboral
no me escribas hoy, mañana mejor
no quiero llamadas, solo el precio
no más preguntas por favor
no me preguntes más
deja de preguntar
cancela eso
borra el presupuesto
quiero salir del paso
los mensajes que recibimos
no me interesa la demo
no quiero darte mi número
""".strip().splitlines()


@pytest.mark.parametrize("text", [*STOPS_EN, *STOPS_ES])
def test_a_wish_to_be_left_alone_is_noticed(text: str) -> None:
    assert Signal.OPT_OUT in signals_in(text)


@pytest.mark.parametrize("text", [*LOOK_ALIKES_EN, *LOOK_ALIKES_ES])
def test_what_only_looks_like_one_stops_nothing(text: str) -> None:
    assert Signal.OPT_OUT not in signals_in(text)


BESIDE_A_REQUEST = """
quiero parar la gotera del baño, no me escriban presupuestos de 20.000 eh
quiero cambiar el baño, y por favor no me manden publicidad
we need a CRM and please don't send me any marketing emails
busco una cocina nueva, sin publicidad
I don't want to be called
"""
STOPS_ALL_THE_SAME = """
no me manden publicidad
quiero la baja, no me manden publicidad
quiero cambiar el baño pero dejad de escribirme y no me manden publicidad
I don't want to be called anymore
I don't want to be called or texted
take me off whatever list this is
"""


@pytest.mark.parametrize("text", BESIDE_A_REQUEST.strip().splitlines())
def test_who_asks_for_something_and_wants_no_advertising_is_not_stopped(text: str) -> None:
    assert Signal.OPT_OUT not in signals_in(text)


@pytest.mark.parametrize("text", STOPS_ALL_THE_SAME.strip().splitlines())
def test_a_stop_stays_one(text: str) -> None:
    assert Signal.OPT_OUT in signals_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "perdemos ventas por no llamar",
        "perdemos oportunidades por no contactar",
        "el problema es no llamar",
        "nuestro comercial suele no llamar",
        "mis comerciales dejan de llamar",
        "los clientes nos dejan de escribir",
        "we lose sales by not calling",
        "we lose leads for not texting them",
        "our reps stop calling",
        "they never call again",
        "nos olvidamos de llamar",
        "nos falta tiempo para llamar",
        "se nos dan de baja muchos socios",
        "we don't follow up",
        "nobody calls them",
        "messages get lost",
        "we had to stop ads",
    ],
)
def test_what_goes_wrong_in_their_business_is_no_stop(text: str) -> None:
    assert Signal.OPT_OUT not in signals_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "perdemos ventas por no llamar, y no me escriban más",
        "los clientes dejan de escribir. BAJA",
        "gracias por no llamar más",
        "thank you for not texting again",
        "our reps stop calling and you should stop texting me",
        "the team stop texting me",
        "we don't want your texts",
        "nobody calls me again",
        "get lost",
        "no llamar",
    ],
)
def test_a_stop_beside_it_counts(text: str) -> None:
    assert Signal.OPT_OUT in signals_in(text)
