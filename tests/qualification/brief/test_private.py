"""What is nobody's business is found, in both languages; what only looks like it is left alone."""

import pytest

from qualification.brief.private import READ, is_private, private_in, public_part
from qualification.brief.private_words import en, es
from qualification.brief.private_words.table import CATEGORIES, Category

TOLD: dict[Category, str] = {
    "health": """
        I have diabetes so mornings are better
        I'm pregnant and due in May
        my wife has cancer, please write on Fridays only
        I was diagnosed with multiple sclerosis last year
        sorry for the delay, I was off sick
        I'm in hospital this week
        for health reasons I can't talk on the phone
        I'm deaf, please only write
        she is on antidepressants
        my son is autistic
        I have depression and the company is closing
        I'm allergic to peanuts
        I suffer from chronic migraines
        Soy diabético, mejor por la mañana
        Estoy embarazada de seis meses
        mi mujer tiene cáncer
        me han diagnosticado esclerosis múltiple
        perdone la tardanza, estaba de baja por depresión
        estoy ingresado en el hospital
        por motivos de salud no puedo hablar
        soy sorda, escríbame solo
        me operan de una hernia el martes
        tengo ansiedad
        mi hijo es autista
        soy alérgica a los frutos secos
        My doctor says I should avoid calls
        I've got a heart condition so no stress please
        He's in rehab right now
        My daughter has asthma and I'm home a lot
        I had a miscarriage in June
        I am bipolar
        llevo dos semanas de baja
        mi marido tiene Alzheimer
        tomo antidepresivos
        estoy con depresión
        me han operado de la rodilla
        tengo el VIH
        mi madre está ingresada
        I'm going blind in one eye
        my mum died of cancer in March
        we lost our baby in June
        I'm seven months pregnant
        I'm having surgery on Tuesday
        I have MS
        I'm HIV positive
        he's an alcoholic
        I see a psychologist on Mondays
        I'm off with stress until May
        I'm on maternity leave from June
        I can't, I've got chemo on Fridays
        tengo esclerosis
        mi padre murió de cáncer
        perdimos el bebé en junio
        voy al psicólogo los lunes
        estoy de baja por estrés
        tengo cita con el oncólogo
        me dan quimio los viernes
        soy hipertenso
        mi hija tiene síndrome de Down
        my back surgery is next week
        I've been diagnosed with ADHD
        sorry, chemo brain today
        my partner is terminally ill
        I'm on antidepressants, so bear with me
        my eyesight is going, use big letters
        I'm a wheelchair user
        I'm HIV+
        tengo un marcapasos
        acabo de salir del hospital
        mi hijo tiene autismo
        me encuentro mal, tengo fiebre
        soy usuario de silla de ruedas
        estoy en tratamiento de fertilidad
        I get migraines when I look at screens
        my kid is in hospital so I'm slow today
        recovering from a stroke, so bear with me
        I can't drive, I'm epileptic
        we're expecting a baby in March
        I've been sober for two years
        mi suegra tiene demencia, contesto cuando puedo
        estoy en la semana 30 de embarazo
        no puedo conducir, soy epiléptica
        llevo dos años sobrio
        me quitaron un tumor en abril
    """,
    "religion": """
        As a practising Catholic I don't work on Sundays
        I'm Muslim, so not on Friday at noon
        we are Jewish and don't answer on Saturdays
        I'm fasting for Ramadan
        I go to church on Sunday mornings
        my rabbi told me about you
        Soy católica practicante
        somos musulmanes y los viernes no
        voy a misa los domingos
        en Ramadán no contesto de día
        mi parroquia me lo pidió
        being a Buddhist I prefer calm
        We're Hindus, and Diwali week is off
        I pray at one o'clock
        soy testigo de Jehová
        rezo a la una
        soy judía y los sábados no trabajo
        as a Jew I find that odd
        I attend mass every day
        we keep kosher at home
        I'm from a Muslim family
        my church group meets on Tuesdays
        soy creyente
        vamos a la iglesia los domingos
        soy del Opus Dei
        soy de familia musulmana
        guardo el sabbat
        we're Catholics and closed at Easter
        I'm an observant Jew
        I don't work on Shabbat
        I'm a Christian and I tithe
        somos evangélicos
        el viernes es santo para mí, soy musulmán
        hago el Ramadán
        I attend synagogue on Saturdays
        as a Muslim woman I'd rather not shake hands
        voy a la sinagoga los sábados
        como mujer musulmana prefiero otra cosa
    """,
    "origin": """
        I'm black and I know what it is like
        I'm a refugee from the war
        my parents are Moroccan
        she is of Algerian descent
        I'm Colombian
        soy gitano
        soy de origen marroquí
        mis padres son rumanos
        soy colombiana
        soy inmigrante
        I am Nigerian by birth
        I'm half Japanese
        my accent is strong sorry
        soy marroquí
        mi acento es argentino
        I'm Roma
        I'm a black woman in tech
        my family is Syrian
        I'm undocumented
        soy negra
        mi familia es siria
        no tengo papeles
        I'm Latina, first in my family to run a firm
        I came here as a refugee
        soy ecuatoriana
        soy de etnia gitana
        vine como refugiado
        I'm Basque and proud
        soy rumana y llevo aquí diez años
    """,
    "politics": """
        I vote Labour, so no
        I'm a socialist at heart
        I voted for Brexit
        he is a member of the conservative party
        voto a Vox
        soy de izquierdas
        estoy afiliado al partido
        soy militante del PSOE
        I will always vote Tory
        I'm a lifelong Democrat
        siempre voto al PSOE
        soy comunista
        I support the Republicans
        I'm a card-carrying communist
        I voted Trump
        I campaign for the Labour party
        soy votante de Podemos
        estoy en contra del aborto
        I vote Conservative every time
        voto siempre a la izquierda
        soy afiliado de Vox
        I'm with the Socialists on this
    """,
    "union": """
        I'm the union rep here
        I'm a shop steward
        my union would not like it
        soy delegado sindical
        estoy afiliada a Comisiones Obreras
        mi sindicato no lo vería bien
        I'm a proud member of the union
        soy enlace sindical
        I'm striking this week with my union
        I belong to the teachers' union
        milito en UGT
        estoy de huelga
        I'm a union member
        pertenezco a Comisiones Obreras
        I'm our works council union delegate
        soy del sindicato desde joven
    """,
    "sex_life": """
        I'm gay and out at work
        my sexual orientation is none of your business
        I'm a trans woman
        soy lesbiana
        mi orientación sexual es cosa mía
        soy una mujer trans
        I'm bisexual
        my husband and I are a gay couple
        soy bisexual
        my wife and I are both women
        I came out as gay last year
        vivo con mi novio, somos gais
        soy un hombre gay
        as a lesbian I care about that
        soy homosexual
        my boyfriend and I are both men
        mi marido y yo somos dos hombres
        soy transexual
    """,
    "biometric": """
        my blood type is 0 negative
        I did a DNA test and
        mi grupo sanguíneo es A
        you can have my fingerprints
        they took my fingerprints at the station
        my DNA test says so
    """,
    "criminal": """
        I have a criminal record
        I was in prison for two years
        my brother is in jail
        I'm on parole
        tengo antecedentes penales
        estuve tres años en la cárcel
        mi hermano está en prisión
        me condenaron por estafa
        I was arrested last year
        after two years in jail
        salí de la cárcel en mayo
        estoy en libertad condicional
        I did time
        I'm a convicted felon
        me metieron en la cárcel
        tengo una condena por robo
        fui condenado a dos años
        my ex is in prison
        I have a conviction for fraud
        mi ex está en la cárcel
        tengo antecedentes
        I spent a year behind bars
    """,
}
LOOK_ALIKES = """
    we have a healthy budget
    I follow up religiously
    we are a clinic
    we're a fertility clinic with 12 doctors
    we sell wheelchairs to hospitals
    our software is for diabetics
    our app helps people with depression
    we are a cancer charity
    I'm sick of spreadsheets
    we're flying blind with Excel
    that's a blind spot for us
    our pipeline health is poor
    the financial health of the company is fine
    our process is ill defined
    we run a health insurance brokerage
    I have faith in your product
    let's act in good faith
    we're a Catholic school
    we own a kosher restaurant
    our Ramadan campaign is the peak
    it's the holy grail of CRMs
    we're a church and need to keep track of our donors
    my bible of sales says otherwise
    we are a Spanish company
    our Mexican office decides
    please write in Spanish
    I speak Spanish and English
    black friday is our peak
    we use a white label product
    a conservative estimate would be 5000
    I'm conservative with spending
    office politics will delay it
    we sell in the European Union
    our bank is a credit union
    we strike a deal on Monday
    it's in our DNA to be fast
    we install fingerprint readers
    the solution must support biometric access control
    we're a criminal law firm
    I'm convinced it works
    our customers are hospitals and prisons
    we work with trade unions
    I'll call you
    Ill send it tomorrow
    I have a headache with invoices
    we treat cancer patients
    the account is disabled
    I'm allergic to paperwork
    since covid we sell online
    I'm in charge of a hospital's purchasing
    the operation of the plant
    our patients want reminders
    I had a stroke of luck
    we vote on it on Monday
    our race to the top
    the sentence is too long
    I'm Ana, head of a nursing home
    a healthy pipeline matters
    tenemos un presupuesto saludable
    lo revisamos religiosamente cada lunes
    somos una clínica dental
    vendemos productos para celíacos
    nuestra app ayuda a personas con ansiedad
    tenemos una clínica de fertilidad
    somos una asociación contra el cáncer
    la salud financiera de la empresa es buena
    estoy harta de las hojas de cálculo
    vamos a ciegas con Excel
    es nuestro punto ciego
    quiero darme de baja del servicio anterior
    nos dimos de baja de la lista
    actuamos de buena fe
    gracias a Dios ya tenemos presupuesto
    somos un colegio católico
    tengo un restaurante kosher
    la campaña de Ramadán es la más fuerte
    somos una parroquia con mil feligreses
    somos una empresa española
    nuestra oficina mexicana lo decide
    escríbame en español
    dejé el campo en blanco
    en Viernes Negro vendemos el doble
    soy conservador con el gasto
    un presupuesto conservador serían 5.000
    trabajamos para la Unión Europea
    vendemos a sindicatos
    está en nuestro ADN
    instalamos lectores de huella dactilar
    control de acceso biométrico
    somos un despacho de abogados penalistas
    estamos condenados a usar Excel
    nuestros clientes son hospitales y cárceles
    atendemos a pacientes con cáncer
    fabricamos sillas de ruedas
    tengo una farmacia
    soy la directora del hospital
    soy alérgico a los papeleos
    desde la covid vendemos por internet
    trabajo en salud laboral
    es una operación de 20.000 euros
    soy Cristian, de compras
    soy de compras
    soy el dueño
    estoy mal de tiempo
    somos de Valencia
    our clients suffer from slow support
    the CRM is sick and needs replacing
    we have 40 people in the hospital's call centre
    I'm the doctor who runs the practice
    my patients book online
    I am a psychologist and need an agenda
    we distribute medical devices
    our church needs donations software
    I'm the director of a Muslim charity
    we print Bibles
    we run a wedding business for gay couples
    I'm a lawyer in criminal law
    we vote as a board in May
    I'm liberal with discounts
    my party of eight wants a table
    the party starts at 9
    our team is Spanish
    I'm in Mexico City
    I live in France
    French is fine
    I'm calling from Morocco
    we trade with Chinese suppliers
    we are going blind into this
    my pain is invoicing
    we have had bad experiences
    I am sick to death of Salesforce
    Our union of two companies is new
    we process DNA samples
    soy médica y tengo una consulta privada
    soy psicóloga, busco una agenda
    mis pacientes piden cita por WhatsApp
    somos una residencia de mayores
    necesitamos un software para hospitales
    nuestra parroquia tiene socios
    llevamos la contabilidad de dos partidos
    hacemos bodas para parejas gais
    la votación del consejo es el lunes
    mi equipo es español
    estoy en Marruecos
    vivo en Francia
    vendemos a China
    el punto ciego es la facturación
    la empresa está sana
    el sistema está enfermo de burocracia
    la unión de las dos empresas
    tenemos alta rotación
    me duele pagar tanto
    nos duele perder clientes
    estoy de vacaciones hasta el lunes
    la baja del contrato anterior
    tratamos datos de salud de terceros
    our sales team is in pain
    this process is killing us
    our bookings died in March
    we support hospitals
    I support your idea
    we have 300 patients a week
    the patient pays online
    our insurance clients ask for it
    I'm stressed about the deadline
    the market is depressed
    it's a sick deal
    let's keep it kosher
    we want a clean break
    I'm married to Excel
    it is a religion for us to answer quickly
    the church on our street
    I'm a Mac person
    I'm black on budget
    our product is made in China
    we want Chinese translations
    German engineering is our brand
    we have an office in Rabat
    we're a labour law firm
    party planning is our business
    we need to vote on the budget
    our union rep agency software
    we're a gay bar in Madrid
    our trans-Atlantic shipping firm
    this is straight from the boss
    the DNA of our brand
    I'm convinced
    we're the prison of our own Excel
    guilty as charged, we still use paper
    nos duele la cabeza con las facturas
    el proceso nos está matando
    somos una mutua de salud
    atendemos 300 pacientes por semana
    el enfermo mental es nuestro programa
    somos una ONG que ayuda a inmigrantes
    hacemos viajes a Marruecos
    vendemos vino francés
    mi jefe es alemán pero decide en España
    la partida de gastos
    el partido del domingo lo patrocinamos
    tenemos una cárcel de datos
    estoy convencida
    la huelga de transporte nos retrasó
    tengo que dar de baja el CRM viejo
    el sindicato es nuestro cliente
    somos una asociación LGTBI
    la prueba es gratis
    tenemos sangre nueva en el equipo
    la operación se cierra en mayo
    estamos sanos financieramente
    tratamos con hospitales
    soy rojo con los números
    our hospital clients pay late
    I'm head of health and safety
    we make wheelchairs and walkers
    the baby products line is our best
    my boss wants to see the numbers
    my brother runs the business with me
    we had a heart-to-heart with our supplier
    our back office is a mess
    my hearing is on Monday at the court, we're lawyers
    the patient portal is down
    I'm out of office until Monday
    we are a union of farmers' cooperatives
    the Spanish market is ours
    I'm British Airways' account manager
    we recruit nurses
    I'm from the Madrid office
    our church clients love it
    I'm the minister of my own time
    we sell to the prison service
    our team is on strike against paperwork
    mi hermano lleva la tienda conmigo
    la línea de bebé es la que más vende
    soy jefe de seguridad y salud
    vendemos camas a hospitales
    somos la filial española de un grupo alemán
    mi espalda la cubre mi socio
    trabajo en el ayuntamiento
    estoy fuera hasta el lunes
    los pacientes piden cita sola
    tengo la vista puesta en enero
    somos un sindicato de regantes
    soy técnico de laboratorio de análisis
    nuestro producto es halal
    el cura mis penas es un bar cliente
    estoy operando con bancos
"""
SENTENCES = [
    (category, line.strip())
    for category, lines in TOLD.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("category", "sentence"), SENTENCES)
def test_what_somebody_tells_of_themselves_is_private(category: Category, sentence: str) -> None:
    assert category in private_in(sentence)


@pytest.mark.parametrize("sentence", [line.strip() for line in LOOK_ALIKES.strip().splitlines()])
def test_a_business_and_a_figure_of_speech_are_not(sentence: str) -> None:
    assert private_in(sentence) == frozenset()


@pytest.mark.parametrize(
    "sentence",
    [
        "Suffers from depression and is often tired.",
        "Recently pregnant, so be gentle.",
        "Probably Muslim, avoid Fridays.",
        "Is of Moroccan descent.",
        "Seems depressed and needs patience.",
        "A committed trade unionist.",
        "Votes for the left.",
        "Was convicted years ago.",
        "Has cancer.",
        "Es diabético y come a su hora.",
        "Parece deprimida.",
        "Probablemente católico.",
        "De ideología socialista.",
        "Es sindicalista.",
        "Estuvo en prisión.",
        "De origen rumano.",
        "Su orientación sexual es conocida.",
        "Tiene acento argentino.",
    ],
)
def test_a_models_sentence_is_private_without_a_person_in_it(sentence: str) -> None:
    assert is_private(sentence, strict=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "They run a dental clinic and follow up religiously.",
        "Writes in Spanish and prefers mornings.",
        "They sell software for diabetics to hospitals.",
        "Dirige una clínica de fertilidad y quiere ahorrar tiempo.",
        "Escribe en español y va al grano.",
        "Tienen un presupuesto saludable y conservador.",
    ],
)
def test_a_models_sentence_about_a_business_is_not(sentence: str) -> None:
    assert not is_private(sentence, strict=True)


def test_every_category_can_be_told_in_each_language() -> None:
    assert set(es.PRIVATE.ways) == set(en.PRIVATE.ways) == set(CATEGORIES)


def test_each_sentence_is_looked_at_by_itself() -> None:
    assert not is_private("I am happy with it. Cancer research is our customer.")


def test_accents_case_and_marks_hide_nothing() -> None:
    assert is_private("ESTOY EMBARAZADA!!!")
    assert is_private("estoy, embarazada")
    assert is_private("I’m—sadly—diabetic")


def test_a_text_without_end_is_read_as_far_as_any_quote_goes() -> None:
    assert not is_private("a" * READ + " I am diabetic")
    assert is_private("I am diabetic. " + "word " * 4000)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("we lose leads every day", "we lose leads every day"),
        (
            "we need to stop losing leads, I'm a wheelchair user, so call",
            "we need to stop losing leads, […] so call",
        ),
        ("Soy diabético. Perdemos pedidos en Excel.", "[…] Perdemos pedidos en Excel."),
        ("I'm pregnant, my wife has cancer, we lose leads", "[…] we lose leads"),
        ("I have diabetes, yes", None),
        ("I have diabetes and we lose leads", None),
        ("my wife, she is ill, has cancer, and we lose leads", "my wife, […] and we lose leads"),
        ("I'm diabetic, sorry", None),
    ],
)
def test_what_is_left_of_a_text_is_its_business(text: str, left: str | None) -> None:
    assert public_part(text) == left
