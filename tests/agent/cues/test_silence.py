"""Is a wish to be left alone noticed in words that no row lists, and nothing else taken for one?"""

import time

import pytest

from agent.cues import signals_in
from qualification.signals import Signal

STOPS_EN = """
stop! this is a great way to lose customers, stop
stop. you sound like a great company but no
I ask that you remove my information from your files.
We are not interested in receiving any correspondence from you.
Please see that this number is not contacted again.
You are requested to cease contacting me.
please can you take me off this text list
I don't want you to message me anymore
stop the texts please
how do i get removed
please unsubscribe my number
No, and please stop texting me
never contact me again
I want you to delete my number
don't send me texts
could I be removed from your database?
I'm asking you nicely to stop writing to me
we don't want your emails
leave me alone you weirdos
quit hitting my line
stop blowing up my cell
get off my phone
stop txtn
pls dnt text me agn
remve me plz
unsubcribe
no moar texts
dont contct me
how can I unsubscribe from ur corporate newsletter
I have to cancel my newsletter subscription
can you help me unsubscribing from your company newsletter?
I'm just a student, please remove me from your list
My boss handles that, don't text me again
we have 8 people and no budget so please stop messaging us
Please ensure my contact details are permanently erased.
I request immediate removal from all marketing lists.
We do not wish to be approached by your organisation again.
Be informed that I am opting out of all communications.
Further messages from you are not welcome.
I would like my data deleted under GDPR.
Please do not use this number for commercial purposes.
Kindly desist from sending me promotional messages.
could you stop messaging me please, thanks
I'm not interested, take me off
don't text this phone please
please quit contacting my office
I want my number removed
no thanks and please don't message me again
stop with these messages already
who do I talk to to get off this list
I really don't want these messages
I would like to stop getting your texts
remove me from everything
please leave my family alone
Please don't send anything else
you guys never stop texting, please remove me
I've already said no, so don't write again
I did not give you permission to text me
this is spam, remove me
unsubscribe me from this thing
I do not want to be contacted again
get rid of my number
stop contacting my wife
bro stop
oi stop texting me
quit bugging me fool
dont ever text me again lol
leave me be
knock it off already
get out of my inbox
im sick of u texting me
enough with these damn texts
stop hasslin me
dont txt me
stp msgs
pls rmve my numbr
take me off ths list
no mre txts thx
i dnt want these msgs
unsubscribee
opt out pls
stoptexting me
delte my info
leavemealone
need help to unsubscribe from ur company newsletter
I don't want to be subscribed to your newsletter any longer
cancel corporate newsletter subscription
assistance unsubscribing to your company newsletter
can uhelp me cancel my subscription to the newsletter?
I sold my business so stop texting me
we're a team of 30, already have a CRM, please remove us
I'm in hospital, please don't text me again
You have the wrong number, remove me please
Too expensive, don't contact me again
I decide everything here and I've decided: stop messaging
I hereby request that you cease all further communication with me.
Kindly refrain from contacting this number in the future.
I would be grateful if you could remove my details from your records.
Please ensure that I am not contacted again.
I no longer consent to receiving communications from your company.
We respectfully ask not to be contacted any further.
Please discontinue all correspondence to this address.
I wish to be excluded from any future mailings.
Please be advised that I do not wish to hear from your firm again.
Would you please see to it that my number is taken out of your database?
Please don't text me again, I'm not looking for anything.
I don't want any more of your messages.
Can you take my name off whatever list this is?
You need to stop messaging this phone.
I'd like you to stop contacting us.
No more texts from you, thanks.
Don't ever write to me again.
I said I don't want these texts anymore.
please remove my number, i never signed up for this
How do I make these messages stop?
Is there any way to get off this list
Stop sending things to my email
I want off this list
just leave us alone please
Not interested, please take me off.
yo quit blowing up my phone
bruh stop hitting me up
lay off with the texts already
knock it off with these messages
get lost and dont text me no more
piss off and delete my number
give it a rest, im not buying
im so done with your texts
ditch my number dude
cut it out, no more msgs
beat it
enough w the spam
pls stp txtin me
dnt msg me agn
stop txtng me plz
take me of ur list
remov me frm ur list
no mor txts
unsubscibe plz
rmv my nr
stop contactin me
dont cntact me again
i need help unsubscribing from your newsletter
how do I unsubscribe to your company newsletter
assistance to cancel the subscription to ur newsletter
I can't unsubscribe from the corporate newsletter
help me to cancel my newsletter subscription
i want to cancel my newletter subscription
do you know if i can unsubscribe from your newsletter?
I try to unsubscribe from ur company newsletter
what do I have to do to cancel my subscription to the corporate newsletter?
problems unsubscribing from the newsletter
My husband passed away, stop texting his phone please.
This is a work phone, do not send marketing here.
I already bought from somebody else so you can stop writing.
I've changed jobs, take me off your mailing list.
We have 20 employees but I don't want you contacting me any more, thanks
I'm driving and your texts keep buzzing, please stop them for good
I must insist that no further messages be sent to this telephone number.
Pursuant to GDPR I object to the processing of my data for marketing purposes.
Kindly strike my name from your mailing list.
Please cease and desist all contact immediately.
We would prefer not to receive any more communications.
I am formally requesting that my information be deleted.
You do not have permission to contact me.
Please stop sending marketing communications to this device.
I'd appreciate it if you didn't message me again.
My number should be removed from your system at once.
Please no more messages
I don't want to hear from you guys again
Would you stop texting my work phone?
who signed me up for this? take me off
can you delete me from your contacts
I've asked twice already, stop emailing me
Do me a favour and stop writing
Not interested so please don't message again.
Thank you but please don't contact me any further
I would rather not get these texts
I'm not interested in receiving your messages
what do I need to do to stop getting these?
is there a way I can be removed from this
Please stop, I have a baby sleeping
Can I be taken off your list please
nah fam stop texting me
stop sliding in my dms
quit it already
leave me tf alone
dont hmu again
for the love of god stop messaging me
y'all need to chill with these texts
stahp texting me
get my number out ya phone
im begging u to stop texting
ain't interested, lose the number
stop w the bs texts
stop msgin me
dont txt this nmbr again
pls unsub me
plz dont call or txt me nemore
rmove me from da list
no more msgs plz
stop txts
unsubscrib me
y u keep texting me stop it
dont send me nething else
I need assistance unsubscribing to your newsletter
i want to unsubscrbe from ur newsletter
where could I cancel my newsletter subscription?
can you tell me how I can cancel the subscription to the corporate newsletter
I have got to cancel my corporate newsletter subscription, could you help me?
I'd like to unsubscribe from the company newsleter
unsubscribe to ur newsletter
is it possible to cancel my subscription to ur newsletter?
I've moved to another country so please remove my number
I'm 80 years old and don't need a CRM, stop messaging
My budget is zero and I don't want any more texts
We went with HubSpot, please remove us from your list
I'm grieving, please don't write to me anymore
This number belongs to a child, stop texting it
Around 3000 a year but honestly stop contacting me
I am writing to withdraw from your communications.
It is my wish that you refrain from messaging me in future.
Please confirm that my telephone number has been deleted.
You are not authorised to use my phone number for marketing.
We kindly ask you to remove us from your contact database.
I do not consent to any additional messages.
Please take note that I want no further contact.
Would you mind not texting this number anymore?
Please do not send me any more of these messages
I don't want to talk to you anymore, stop writing
this needs to stop, you text me every day
could you please not text me
I've told you people to leave me alone
I want to stop receiving these
please remove me, thanks
Can you stop these texts?
Not sure why you're texting me but please stop
can someone please remove this number from the list
I never asked for this so stop
Sorry, don't contact me about this anymore
stop bugging my wife with these
I don't need your services, don't text again
You keep messaging me and I don't like it, stop
take my email off your system
no i'm good, please stop messaging
ok enough messages
how can I opt out?
make it stop please
yo chill w the texts
quit spamming my phone ya muppets
do one and stop texting
im over these texts
get me off this damn list
lose this number pal
i aint tryna get these texts no more
stop harrasing me
stfu and stop messaging
bro pls stop with the msgs
stop txt
no txts pls
stp msgng me
delet my numbr
unsubsribe me
dont want ur txts
quit txtin
pls remve me
dnt cal or txt
opt me out plz
stop snding me stuff
take my num off
could you help me unsubscribe from the newsletter?
I'm trying to cancel the corporate newsletter subscription
question about unsubscribing from ur newsletter
how could I cancel the subscription to your newsletter
unsubscribing from company newsletter
I dont want to receive ur newsletter anymore
can ya help me to unsubscribe to ur newsletter
I'm retired now, please take me off your list
I only wanted the price, stop sending me messages
thanks for the info but don't message again
Wrong guy. Remove my number
We're 12 people, budget 2k, but please don't contact us again
I'm at a funeral ffs stop texting me
you've got my late father's number, please delete it
"""
STOPS_ES = """
quítenme de encima sus mensajes
Quitadme de encima vuestros correos
ni hablar, no me escribas más
Solicito que retiren mi información de sus archivos.
No tenemos interés en recibir correspondencia suya.
Les rogamos que este número no vuelva a ser contactado.
Se les requiere que cesen de contactarme.
por favor sácame de esta lista de mensajes
no quiero que me sigas escribiendo
parad los mensajes por favor
¿cómo me quito?
no, y dejad de escribirme por favor
nunca vuelvan a contactarme
quiero que borréis mi número
no me mandéis sms
¿me pueden eliminar de su base de datos?
te pido por favor que dejes de escribirme
no queremos sus correos
no me manden más publicidad
dejadme tranquilo, pesados
no me toquéis más las narices
ya no frieguen
cortala, no escribas más
no m escribas +
xfa no m mandes msjs
kitenme
dsuscribirme
no mas textos
no m contactn
cómo me doy de baja de la newsletter corporativa
tengo que cancelar mi suscripción al boletín
¿me ayudas a darme de baja de vuestro newsletter?
Soy estudiante, quitadme de la lista por favor
Eso lo lleva mi jefe, no me escribáis más
somos 8 y sin presupuesto, así que dejad de escribirnos
Solicito la eliminación inmediata de mis datos de contacto.
No deseamos ser contactados nuevamente por su organización.
Les pido encarecidamente que no me escriban más.
Pongo en su conocimiento que no quiero recibir más mensajes suyos.
Queda prohibido el uso de mi número para fines comerciales.
Por favor, absténgase de enviar más comunicaciones a este teléfono.
Quiero ejercer mi derecho a la supresión de mis datos.
podrías dejar de escribirme por favor, gracias
no me interesa, quítame
no escribáis a este teléfono
no gracias, y no me escribas más por favor
quiero que quiten mi número
de verdad que no quiero estos mensajes
me gustaría dejar de recibir vuestros mensajes
bórrame de todo
no mandéis nada más
ya dije que no, así que no vuelvas a escribir
no os di permiso para escribirme
esto es spam, borradme
no quiero que contactéis conmigo otra vez
deshaceos de mi número
dejad a mi mujer en paz
¿con quién hablo para salir de esta lista?
no volver a contactar
no me molestéis con esto
no me manden ni un mensaje más
paren con los mensajes ya
no quiero volver a saber de vosotros
tío para ya
no me ralles más con mensajes
dejá de hinchar las bolas
ya ni me busquen
vaya coñazo, parad
ya estuvo, no escriban
sácame de tu lista compa
bájale a tus mensajes carnal
que pares ya pesado
no m escrivais
kita mi numero
no mas sms xfa
stop msjs
no kiero ls msjs
dar d baja
desuscrivirme
dejam en paz
nomescribas
borra mis dtos
ayuda con la baja del boletín de la empresa
ya no quiero estar suscrito a la newsletter
cancelar suscripción newsletter corporativa
quiero que me quiten del boletín
Vendí el negocio, no me escribáis más
somos 30, ya tenemos CRM, borradnos por favor
Estoy en el hospital, no me escriban más
Número equivocado, bórrenme por favor
Muy caro, no me contactéis más
Aquí decido yo y he decidido: dejad de escribirme
Solicito que cesen las comunicaciones comerciales a este número.
Les ruego que eliminen mis datos de su fichero.
Por la presente solicito la baja de su servicio de mensajería.
No deseo que vuelvan a ponerse en contacto conmigo.
Agradecería que no me enviaran más mensajes.
Les agradecería que dejaran de contactarme.
Ejerzo mi derecho de supresión, eliminen mi número.
Quisiera dejar de recibir sus comunicaciones.
Sírvanse excluirme de sus listas.
Absténganse de volver a escribirme.
Por favor, no me escribas más, no busco nada.
No quiero más mensajes vuestros.
Quítame de la lista esa que tengas.
Dejad de mandarme cosas al móvil.
No me llamen más por favor
Ya no quiero que me escriban.
¿Cómo hago para que dejéis de escribirme?
No quiero saber nada más de vosotros
Bórrame de ahí, por favor
Para de mandarme mensajes
Me quiero dar de baja
¿Me podéis quitar de vuestra lista?
Nunca más me escriban
No me interesa, no me contactes más
no vuelvan a enviarme nada
dejadme en paz de una puñetera vez
ya déjenme de chingar con sus mensajes
no me rompas más las bolas
cortála con los mensajes
dejá de mandarme mensajes
qué pesados sois, parad ya de escribir
ya párenle con los mensajitos
no me deis más la brasa
olvidaos de mí
que me borréis ya, leches
no me jodan más con su spam
dejen de estar molestando
no m escribas mas
dejenme enpaz
no kiero mas msjs
borrame d la lista
nomemandenmas mensajes
kitenme de la lista
no mas msj x favor
dejn d escribirme
baja xfa
no me escrivan mas
necesito ayuda para darme de baja de vuestra newsletter
cómo cancelo la suscripción al boletín
no sé cómo darme de baja del boletín de la empresa
quiero anular mi suscripción a su newsletter
tengo problemas para cancelar la suscripción del newsletter
puedo darme de baja de la newsletter?
ayúdame a desuscribirme de vuestro boletín
Este número es de mi madre, está enferma, no le escriban más.
Ya compré en otro sitio, podéis dejar de escribirme.
Somos 20 empleados pero no quiero que me contacten más, gracias
Este es un teléfono de trabajo, no me manden publicidad
He cambiado de empresa, sacadme de vuestra base de datos
¿Qué parte de no me escribas no entiendes?
Ruego procedan a la baja inmediata de mi número en sus ficheros.
Les solicito que se abstengan de enviarme publicidad.
No autorizo el tratamiento de mis datos con fines comerciales.
Deseo que mi número sea eliminado de su base de datos.
Quedo a la espera de que eliminen mis datos y no me contacten de nuevo.
Exijo que se me deje de molestar.
En virtud del RGPD solicito la supresión de mis datos.
Les comunico que no deseo recibir más información de su empresa.
Tengan la amabilidad de no volver a contactarme.
Por favor procedan a borrar mi teléfono de sus registros.
no quiero que me mandéis nada más
por favor dejen de escribir
¿podéis dejar de mandarme mensajes?
no me mandes más cosas, por favor
me gustaría no recibir más mensajes
¿cómo me borro de esto?
¿de dónde habéis sacado mi número? borradlo
ya os dije que no, no me escribáis más
gracias pero no me vuelvas a escribir
prefiero que no me contacten más
deja de molestar
no necesito que me escriban más
que no me escribas más
quiero salir de esta lista
eliminad mi contacto por favor
qué pesadilla, dejadme tranquila
no me hinchen más
pará de mandar mensajes, che
ya bájenle a los mensajes
ya no estén chingando
iros a la porra y no me escribáis
no deis más la murga
ya ni me escriban
estoy hasta el gorro de vuestros mensajes
deja de rayarme con mensajitos
cortá el rollo, no me escribas más
suéltame, no me mandes más
no m mandeis mas msjs
dejad d molestar
no qiero q m escriban
kiero darme de baja
borrar mi num xfa
nomas mensajes
dejame enpas
q no m llameis mas
dejen de mandar msj
no me ezcribas
ayuda para cancelar la suscripción a la newsletter
me gustaría desuscribirme del boletín de noticias
cómo puedo anular mi suscripcion al newsleter
quiero cancelar el boletin
informacion para darme de baja del boletín
qué tengo que hacer para dejar de recibir vuestro boletín
Mi padre falleció, no escriban más a este número por favor
Estoy en el paro, no puedo comprar nada, dejad de escribirme
Ya tenemos HubSpot, quítennos de su lista
Soy menor de edad, no me mandéis más mensajes
El presupuesto es cero y no quiero que me molesten más
Me he jubilado, borrad mis datos
No pedí esto, no quiero recibir nada
Les comunico mi deseo de no recibir más publicidad.
Revoco el consentimiento otorgado para recibir comunicaciones.
Hagan el favor de no contactarme en lo sucesivo.
Ruego cancelen mi alta en su lista de difusión.
Pido que se eliminen todos mis datos personales de sus sistemas.
Tengan a bien borrar mi número de su agenda.
Quisiera que mi teléfono fuera retirado de su lista.
No cuentan con mi autorización para escribirme.
no quiero seguir recibiendo esto
¿me podrías borrar de tu lista?
que dejéis de escribirme, por favor
por favor ya no me manden nada
ya les dije que no me interesa, dejen de insistir
no me gusta que me escribáis, parad
me estáis molestando, dejad de escribir
no sé cómo tenéis mi número pero borradlo
no me envíes más publicidad
no hace falta que me escriban más
quiero que borren mi número
basta de mensajes por favor
¿puedes no escribirme más?
dame de baja porfa
no quiero tener más contacto con ustedes
ni una llamada más
por favor sacarme del grupo
no me vuelvas a hablar
¿cómo puedo dejar de recibir estos mensajes?
estoy cansado de que me escriban
que me dejes en paz, pesao
dejad de dar la tabarra
bórrame wey
ya chole con sus mensajes
no sean pesados, ya no escriban
aflojen con los mensajes
a ver si os enteráis: que no me escribáis
no rompan más las pelotas
váyanse a freír espárragos y no me escriban
tira mi número a la basura
dejá de joder con los mensajes
no m mands mas
kitame de la lsta
no+mensajes
no m yames mas
dejad d mandar mnsjs
dame d baja ya
borrenme plis
no kero mas sms
noquieromasmensajes
paren d escribir
no me escribn mas
quiero dejar de estar suscrito al boletín
necesito anular la suscripción a la newsletter
dónde cancelo la suscripción a vuestra newsletter
no consigo darme de baja de la newsletter
problemas para darme de baja del boletin
Me mudo de país, elimínenme de la lista
Solo quería el precio, no me mandéis más cosas
gracias por la info pero no me contacten más
Se equivoca de persona, borre este número
Somos 12, presupuesto 2000, pero no me volváis a escribir
Estoy en un entierro, joder, dejad de escribir
"""
LOOK_ALIKES_EN = """
not giving my number
I am not giving you my email
I never share my phone
stop! that is a great price
wow stop it, that sounds amazing
I do not want to talk to you
can you stop by the office on Monday?
we stopped advertising last year
do not send it to my old address
I want to remove the manual work
our unsubscribe link is broken
they told us to stop cold calling
please don't call before lunch
text me instead of calling
I don't need a newsletter tool
we don't text customers, we email them
can I remove a contact from the CRM?
I'm sick of losing leads
no emails get answered
nobody has contacted me yet
you can contact me any time
don't worry about the price
how do I stop duplicate leads?
let's end the call here and continue tomorrow
my number is not on the website
leave me your number and I'll call
I never get your emails
who wrote this message?
we end the year in June
please message my assistant
I would like to receive offers
stop right there, that's perfect
there's no stopping us
we open at 9 and stop at 5
drop the price and I'm in
I'm off work tomorrow
leave a message with my secretary
get off at the second stop
never mind, 20 seats
cut the price in half
we never get replies to our emails
we waste time calling numbers that don't exist
our newsletter has 5000 subscribers
I want a tool that takes people off the list when they ask
we have to stop using spreadsheets
we can't keep up with messages
delete old leads automatically, can it do that?
people hate getting calls so we text
customers text us at night
how do people opt out of your campaigns?
we need to clean our mailing list
the old system kept sending duplicate emails
do you text leads again if they don't answer?
I need to stop my team from forgetting calls
I'd rather you texted
please text, calls bother me
no voicemails please, text only
don't text my old number, this is the new one
message me on whatsapp not sms
don't text before noon
I can't take calls right now
no calls this week, I'm away
ping me later
how can I cancel if it doesn't work for us?
we will cancel Pipedrive in June
remove one seat, so 19
I want to cancel my order
she told them to remove her number
they keep telling us to stop
what if someone replies STOP to the bot?
our clients hate it when we call
I don't need to contact anyone else, I decide
no one else needs to be contacted
I don't have any more questions
nothing else thanks
not now but soon
no further questions
I never said 5000
can you stop by tomorrow?
We stop at 6pm on Fridays.
My budget is 3000, full stop.
one stop shop is what we want
stop it? why would I do that
non-stop calls is our problem
Stop me if I'm wrong but you're a bot?
I can't stop thinking about that price haha
We want to stop losing leads
our customers keep asking us to stop texting them
people unsubscribe from our newsletter all the time
we need an opt out link in our campaigns
our reps stop calling after two attempts
we want fewer unsubscribes
I need to remove duplicates from my list
we have to delete customer data after five years
can your tool take people off the list automatically?
does it stop sending messages when the lead answers?
how do you handle people who reply STOP?
we get too much spam through our web form
nobody answers our emails
we text leads by hand and it never stops
Our list has 5000 contacts, how do we get the bad ones off it?
Don't call me, text me instead
don't text me here, email me at joe@acme.com
please don't call before 10
do not contact me by phone, use email
call me, I hate texting
no calls please, whatsapp is fine
don't write to me in Spanish please
Stop calling me Bob, my name is Rob
don't call me sir lol
don't contact me until Monday
not now, message me next week
leave it for tomorrow
I can't text right now
don't message me during work hours
stop for now, we'll continue tomorrow
we want to cancel our Salesforce contract
can I cancel anytime?
what happens if I cancel the subscription?
We're ending our lease in May
I cancelled the meeting
is there a fee to quit early?
I quit my job last year
we removed the old kitchen
we want to take off the old tiles
my boss said "stop writing emails by hand"
my wife says stop wasting money
he told them to leave him alone
the last agency never stopped calling us
If a customer says leave me alone, what happens?
I asked Salesforce to remove me from their list
I don't need any more than 20 seats
No more than 5000
I'm tired of spreadsheets
never
I don't want to receive leads by email, only in the CRM
not interested in the premium plan
I no longer work with them, we use HubSpot now
please send me more information
sign me up for the newsletter
can I subscribe to your newsletter?
let's stop beating around the bush
Where do we stop and where do you start?
the bus stop is in front of the office
don't stop now, tell me more
I stopped using it
call it a day
text is fine
we want to stop calling leads by hand
I need my team to stop emailing spreadsheets
our messages go to spam
customers complain that we text too much
can it stop texting someone when they opt out?
we have an unsubscribe rate of 4%
remove bad numbers from our list is what we need
We'd like our leads to be removed from the campaign when they buy
I don't want my team to call cold leads any more
leads drop off our list after a week
our people hate calling
we send 3000 texts a month
I want to take leads off the spreadsheet and into a CRM
we don't want to lose any more messages
no more than 200 contacts on our list
text me, don't call
no phone calls please, just text
I prefer email over text
email me the details instead of texting
please don't call me on this number, use 600123123
not by phone please
don't send voice notes please
don't call me ma'am
Please don't email me PDFs, just tell me the price
please don't text me after 9pm
no messages on weekends please
I'm in a meeting, don't call me now
don't write until I've spoken with my boss
let's leave it here for today
get back to me in March
I need to cancel my appointment
how long is the notice period to cancel?
can I stop the subscription whenever I want?
end of the month
we quit Zoho in 2020
delete that, I meant 5000
remove the second option please
scratch that, 40 people
forget it, make it 20
my partner says we should stop spending
the previous vendor kept spamming us
what do you do when someone texts STOP?
Customers tell us "stop emailing me" every week
I told my old provider to stop contacting me
our patients ask to be removed from the list
I'd like to receive more info
don't want anything fancy
No more questions please, just the price
never heard of you
I don't need anything else
not any more, we sold it
We no longer use paper
just drop me a text
you can take me off mute lol
take me through the pricing
it stops being useful after a year
pit stop at the garage first
what time do you stop working
stop and think: we have 40 seats
we can stop whenever
no need to shout lol
end to end encryption matters to us
take it easy
remove the decimals, it's 4000
we want to remove friction from our sales process
customers unsubscribe because we send too many emails
we keep getting spam leads
the sales team needs to stop forgetting follow ups
we lose numbers all the time
do you delete our data when the contract ends?
how do I remove a user from the account?
we contact 200 people a day and never hear back
I'm tired of texting clients from my own phone
we are sick of chasing leads
our texts get blocked by the carrier
could the bot text people less often?
we'd like to stop paying for HubSpot
do your messages include an opt out?
email is better than text for me
don't ring, I'm deaf
stop calling, text instead
can you text my colleague instead of me?
write to my work email please, not here
I don't like phone calls, can we chat here
no texts after 8pm please
don't call until Thursday
I'm busy now, text me tonight
stop for today, I'm tired
can I cancel the demo?
do I need to cancel my current plan first?
we want to terminate our current provider
take off the extra users, 20 is enough
he keeps saying stop wasting time
our customers reply "unsubscribe" a lot
somebody told us to stop emailing
when a lead says don't contact me, does it stop?
I don't want to answer that
no more info needed, I'm ready
I don't want a contract
we do not wish to spend more than 5000
don't need marketing, just sales
I no longer decide, my sister does
I've never used one
leave it at 3000
that's enough for now
"""
LOOK_ALIKES_ES = """
ni hablar
5.000 ¿al año? ni hablar
No me llame usted, tutéeme
¡Para! es una ganga
queremos quitarnos de encima los correos de los clientes
quiero quitarme de encima este lío de papeles
¿puedes pasarte por la oficina el lunes?
dejamos de anunciarnos el año pasado
no lo mandes a mi dirección antigua
quiero quitar el trabajo manual
el enlace de baja no nos funciona
nos dijeron que dejáramos la puerta fría
no me llames antes de comer
escríbeme en vez de llamar
no necesito una herramienta de newsletters
no escribimos a los clientes, les llamamos
¿puedo borrar un contacto del CRM?
estoy harta de perder clientes
nadie contesta los correos
nadie me ha contactado todavía
podéis contactarme cuando queráis
no te preocupes por el precio
¿cómo evito leads duplicados?
lo dejamos aquí y seguimos mañana
mi número no está en la web
déjame tu número y te llamo
nunca me llegan vuestros correos
¿quién ha escrito este mensaje?
cerramos el año en junio
escríbele a mi asistente
me gustaría recibir ofertas
para ahí, perfecto
abrimos a las 9 y paramos a las 5
bájame el precio y me apunto
mañana libro
deja un mensaje a mi secretaria
no importa, 20 licencias
se acabó el presupuesto este año
no me mandan nunca
nunca contestan nuestros correos
perdemos tiempo llamando a números que no existen
nuestro boletín tiene 5000 suscriptores
quiero una herramienta que quite a la gente de la lista cuando lo pide
hay que dejar de usar hojas de cálculo
no damos abasto con los whatsapps
borrar leads antiguos automáticamente, ¿puede?
a la gente no le gusta que la llamen, por eso escribimos
los clientes nos escriben de noche
¿cómo se da de baja la gente en vuestras campañas?
tenemos que limpiar la lista de correo
el sistema viejo mandaba correos duplicados
¿volvéis a escribir si no contestan?
no queremos molestar a los clientes
prefiero que me escribas
mejor escribid, las llamadas me molestan
nada de audios, solo texto
no escribas al número viejo, este es el nuevo
mándamelo por whatsapp, no por sms
no me escribas antes de las doce
ahora no puedo coger llamadas
esta semana no me llaméis, estoy fuera
escríbeme luego
¿cómo cancelo si no nos funciona?
cancelaremos Pipedrive en junio
quita una licencia, o sea 19
quiero cancelar mi pedido
ella les dijo que borraran su número
nos dicen que paremos
¿y si alguien le responde BAJA al bot?
nuestros clientes odian que les llamemos
no necesito contactar con nadie más, decido yo
no hace falta que hablen con nadie más
no tengo más preguntas
nada más gracias
ahora no pero pronto
yo nunca dije 5000
no quiero más información, quiero comprar
no me llames Pepe, soy José
no me llames de usted
basta con 20 licencias
no me basta con eso
me da de baja médica el doctor
mi comercial está de baja
temporada baja en hotelería
eso me llama la atención
una parada al lado de la oficina
queremos dejar de perder clientes
nuestros clientes nos piden que no les escribamos más
la gente se da de baja de nuestro boletín
necesitamos que los leads puedan darse de baja fácilmente
los comerciales dejan de llamar al segundo intento
queremos eliminar los duplicados de la base de datos
tenemos que borrar los datos de clientes antiguos
¿se pueden quitar contactos de la lista de forma automática?
¿qué pasa cuando un cliente responde BAJA?
nos llega mucho spam por el formulario
nadie contesta nuestros correos
no paramos de recibir mensajes y no damos abasto
no quiero perder más mensajes de clientes
dejamos de usar Excel el año pasado
estoy harto de las hojas de cálculo
no me llames, escríbeme
no me escribas por aquí, llámame
no me llamen antes de las 10
mejor por correo, no por teléfono
no me mandes whatsapps, mándame un email a ana@acme.es
no quiero llamadas, solo mensajes
no me escriban en inglés por favor
no me hables de tú
no me mandes audios, por escrito mejor
no me escribas hasta el lunes
ahora no, escríbeme la semana que viene
déjalo para mañana
no me puedes llamar ahora
para ahora mismo no, para enero
no me mandes nada todavía
queremos cancelar el contrato con Salesforce
¿puedo cancelar cuando quiera?
¿hay permanencia si me doy de baja?
queremos dar de baja la línea de teléfono
cancelé la reunión de ayer
dejé mi trabajo el año pasado
hay que quitar los azulejos viejos
quiero borrar una cita
cancelar la cuenta de Movistar me costó un mes
mi jefe dice que deje de escribir correos a mano
mi mujer me dice que pare de gastar
la última agencia no paraba de llamarnos
si un cliente dice déjame en paz, ¿qué hace el bot?
les dije a los de Vodafone que no me llamaran más
no más de 5000 euros
no quiero más de 20 licencias
no quiero nada caro
nunca
no me interesa el plan premium
ya no trabajo con ellos
para marzo
mándame más información
quiero suscribirme al boletín
no me manden el presupuesto todavía
la parada del bus está al lado
paramos a comer a las dos
no me digas
¡para nada!
basta decir que somos 20
no quiero molestar, pero ¿cuánto cuesta?
perdona que te moleste
me llaman Paco
no me extraña
queremos dejar de llamar a mano
nuestros mensajes acaban en spam
los clientes se quejan de que escribimos mucho
¿el sistema deja de escribir si el cliente responde BAJA?
tenemos una tasa de bajas del 4%
necesito sacar los números malos de la lista
no quiero que mis comerciales llamen más a leads fríos
la gente no contesta los mensajes
mandamos 3000 sms al mes
no queremos perder más leads
los clientes no quieren que les llamen
nos gustaría quitar el Excel
no damos abasto con los mensajes
se nos olvida llamar a los clientes
escríbeme, no llames
nada de llamadas, solo whatsapp
prefiero correo antes que mensajes
no me llames a este número, llámame al 600123123
por teléfono no, por favor
no me mandéis PDFs, decidme el precio
no me mandes notas de voz
no me llames señora
no me escribas en mayúsculas
no me escribas después de las nueve
nada de mensajes los fines de semana por favor
estoy reunido, no me llames ahora
no me mandes nada hasta que hable con mi jefe
lo dejamos aquí por hoy
vuelve a escribirme en marzo
tengo que cancelar mi cita
¿qué pasa si cancelo la suscripción?
¿puedo dejarlo cuando quiera?
a fin de mes
dejamos Zoho en 2020
borra eso, quería decir 5000
quita la segunda opción
olvida lo anterior, somos 40
mi socio dice que paremos de gastar
el proveedor anterior no dejaba de mandar spam
¿qué hacéis cuando alguien escribe STOP?
los clientes nos dicen "no me escribas más" todas las semanas
le dije a mi antiguo proveedor que dejara de escribirme
me gustaría recibir más información
no quiero nada sofisticado
no más preguntas por favor, solo el precio
nunca he oído hablar de vosotros
no necesito nada más
ya no, lo vendimos
ya no usamos papel
mándame un mensaje
no quiero más de dos reuniones
me da igual, no me corre prisa
no me vengas con esas
para eso os escribo
parte de la lista ya está
la baja la tengo hasta mayo
deja que lo piense
ya está, son 40
no me acuerdo
quita, quita, mucho mejor 20
queremos quitar fricción al proceso de venta
los clientes se dan de baja porque mandamos demasiado
nos llegan leads de spam
el equipo tiene que dejar de olvidar los seguimientos
perdemos números de clientes todo el tiempo
¿borráis nuestros datos al acabar el contrato?
¿cómo quito un usuario de la cuenta?
contactamos con 200 personas al día y nadie contesta
estoy cansado de escribir a los clientes desde mi móvil
estamos hartos de perseguir a los leads
¿el bot puede escribir menos a la gente?
dejar de pagar HubSpot
¿vuestros mensajes llevan opción de baja?
prefiero email que whatsapp
no llames que soy sordo
¿podéis escribir a mi compañero en vez de a mí?
escríbanme al correo del trabajo, no aquí
no me gustan las llamadas, ¿hablamos por aquí?
nada de mensajes después de las ocho
no me llaméis hasta el jueves
estoy liado, escríbeme esta noche
por hoy basta, estoy cansado
¿puedo cancelar la demo?
¿tengo que darme de baja antes de mi proveedor actual?
queremos terminar con el proveedor actual
quita los usuarios extra, con 20 basta
mi jefe repite que dejemos de perder el tiempo
muchos clientes contestan "baja"
cuando un lead dice no me contactes, ¿para?
me dijeron que no llamara más por la tarde
no quiero contestar a eso
no hace falta más información, estoy listo
no quiero contrato
no deseamos gastar más de 5000
no necesito publicidad, solo ventas
yo ya no decido, decide mi hermana
nunca he usado uno
déjalo en 3000
con eso basta por ahora
no me manden factura, solo ticket
"""


@pytest.mark.parametrize("text", f"{STOPS_EN}{STOPS_ES}".strip().replace("\n\n", "\n").splitlines())
def test_who_asks_to_be_left_alone_is_understood(text: str) -> None:
    assert Signal.OPT_OUT in signals_in(text)


@pytest.mark.parametrize(
    "text", f"{LOOK_ALIKES_EN}{LOOK_ALIKES_ES}".strip().replace("\n\n", "\n").splitlines()
)
def test_who_means_something_else_is_not_stopped(text: str) -> None:
    assert Signal.OPT_OUT not in signals_in(text)


def test_a_long_message_is_looked_through_to_its_end() -> None:
    told = " ".join(f"We have {seats} seats in office {seats}." for seats in range(300))
    assert Signal.OPT_OUT in signals_in(f"{told} Please take us off whatever list this is.")
    assert Signal.OPT_OUT not in signals_in(told)


def test_a_message_of_nothing_but_half_stops_keeps_nobody_waiting() -> None:
    told = ". ".join(f"stop texting me {place} no me escribas{place}" for place in range(600))[
        :20000
    ]
    spent = []
    for attempt in range(3):
        began = time.process_time()
        signals_in(f"{told} {attempt}")
        spent.append(time.process_time() - began)
    assert min(spent) < 0.5  # 0.05 on a machine that does nothing else


def test_a_stop_amid_very_many_sentences_is_found() -> None:
    told = " ".join(f"We have {seats} seats in office {seats}." for seats in range(100))
    assert Signal.OPT_OUT in signals_in(f"{told} Stop texting me. {told.replace('seats', 'desks')}")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("our clients answer STOP all the time", False),
        ("cuando un cliente dice borradme, ¿qué pasa?", False),
        ("My wife says please stop texting her phone", True),
        ("les he dicho mil veces que no me escriban", True),
        ("I told you to stop texting me", True),
    ],
)
def test_what_others_say_is_not_what_whoever_writes_wishes(written: str, shown: bool) -> None:
    assert (Signal.OPT_OUT in signals_in(written)) is shown
