"""How do people introduce themselves? Lead-ins, job titles and the words that are never a name.

Lists of phrases are separated by commas, lists of single words by spaces.
"""

from qualification.values import Language

NAME_LEADS = """
    me llamo, me yamo, names, mi nombre es, mi nombre completo es, mi nombre, me llaman, my name is, my name's,
    my full name is, the name is, the name's, name is, call me, you can call me, people call me,
    nombre:, name:, puedes llamarme, llámame, my name, a nombre de, under the name,
    under the name of, en nombre de, hablas con, está hablando con, estás hablando con,
    you're talking to, you are talking to, you're speaking to, you're speaking with, i go by
"""
"""After these a name follows, in capitals or not."""

FIRST_NAMES = """
    adrian agustin aitor alba alberto alejandra alejandro alex alfonso alfredo alicia alvaro amelia
    amparo ana andrea andres andrew angel angela anna anne anthony antonia antonio arturo ashley
    barbara beatriz begoña belen ben benjamin blanca brenda brian bruno carla carlos carmen carolina
    catherine cecilia charles charlotte christian christina christopher clara claudia concepcion
    concha cristina cristobal dani daniel daniela dave david deborah diana diego dolores domingo
    donna dorothy edgar eduardo edward elena elisa elizabeth emily emilio emma encarna enrique
    ernesto esther eugenia eva fabian fatima federico felipe fernanda fernando francisca francisco
    gabriel gabriela gary george gerardo gonzalo greg guillermo gustavo hannah heather hector helen
    hugo ignacio ines inmaculada irene iris isabel ismael ivan jack jacob jaime james jane janet
    javier jeff jennifer jessica jesus joan joaquin joel john jonathan jordi jorge jose joseph
    josefa joshua juan juana julia julian julie julio karen kate katherine kathleen kelly kevin
    kimberly larry laura lauren leonor leticia linda lisa lola lorena lourdes lucas lucia luis luisa
    luz maite manolo manuel manuela marcos margaret margarita maria mariano marina mario marta
    martin martina mary matthew megan melissa mercedes michael michelle miguel mike miriam monica
    montse nancy natalia nathan nerea nicholas nicolas nicole noelia nuria olga olivia oscar pablo
    paco pamela patricia patrick paul paula pedro pepe peter pilar rachel rafael ramon raquel raul
    rebeca rebecca ricardo richard robert roberto rocio rodrigo rosa rosario ruben ruth ryan samuel
    sandra sara sarah scott sebastian sergio sharon silvia simon sofia sonia stephanie stephen
    steve steven susan susana tamara teresa thomas timothy tomas tony veronica vicente victor
    victoria william ximena yolanda zoe
"""
"""First names of many, by which two words are known as somebody's though nothing else says so."""

BEING_LEADS = """
    soy, soi, le habla, te habla, habla, aquí, i am, i'm, im, this is, it's, it is, here is,
    le escribe, te escribe, les escribe, le atiende, te atiende, les atiende
"""
"""After these a name may follow: only if it is written as one."""

COMPANY_LEADS = """
    trabajo en, trabajo para, trabajamos en, escribo de parte de, de parte de, mi empresa es,
    mi empresa se llama, nuestra empresa es, nuestra empresa se llama, la empresa es,
    la empresa se llama, somos de, represento a, empresa:, compañía:, company:, mi compañía es,
    mi compañía se llama, la compañía se llama, la compañía es, mi negocio se llama,
    el negocio se llama, i work at, i work for, i work with, we work at, working at,
    working for, our company is, my company is, the company is, company is,
    our company is called, my company is called, the company is called, the company's called,
    company name is, the company name is, our company name is, on behalf of, i represent,
    my business is called, my shop is called, our shop is called, my firm is called,
    our firm is called, my agency is called, our agency is called, our business is called, the business is called, calling from,
    writing from, i'm with, we're with, i am with, llamo de, le llamo de, te llamo de,
    escribo de, le escribo de, le escribo desde, te escribo desde, le llamo desde, llamo de parte de, le llamo de parte de, se llama, nos llamamos,
    it is called, it's called, we're called, the name of the company is, el nombre es
"""
"""After these a company follows."""

TITLE_LEADS = """
    soy, soy el, soy la, soy un, soy una, trabajo como, trabajo de, mi cargo es, mi puesto es,
    mi puesto es el de, mi rol es, cargo:, puesto:, i am, i'm, im, i am the, i'm the, im the,
    i am a, i'm a, i am an, i'm an, i'm our, i work as, i work as a, i work as an,
    i work as the, my role is, my job is, my position is, my title is, my job title is, title:,
    role:, position:, ejerzo de, ejerzo como, estoy de, ocupo el puesto de
"""
"""After these a job title may follow."""

BEING_COMPANY_LEADS = "somos, we are, we're"
"""After these a company follows if it is written as one: "somos Talleres Paco"."""

OPENINGS = """
    hola hi hello hey buenas buenos claro si vale ok okay yes yeah sure soy es it is its i im
    me pues well se llama called bueno ah . , ! ¡ : - ' m s
"""
"""Before a bare answer."""

PRESENT = "here speaking aquí"
"""After a name or a title: "Jane here"."""

HONORIFICS = "mr mrs ms miss dr dra prof sr sra srta don doña sir señor señora"
"""Before a name, and no part of it."""

ALSO_NAMES = "april august june may mark will dan rose"
"""Common words that are names too, where they have a capital."""

FROM = "at de en from of with"
"""Between a person and a company: "Dana from Acme"."""

ALSO_SURNAMES = "bueno claro good price real able"
"""Common words that are surnames where they have a capital, right after a first name."""

TITLES = """
    abogada abogado accountant administrador administradora administrativa administrativo
    administrator analista analyst architect arquitecta arquitecto asistente assistant associate
    attorney autónoma autónomo avp becaria becario buyer ceo cfo chair chairman chairwoman chief
    chro cio ciso cmo co-founder cofounder cofundador cofundadora comercial comprador compradora
    consejera consejero consultant consultor consultora contable controller coo coordinador
    coordinadora coordinator cro cto dentist dentista desarrollador desarrolladora designer
    developer director directora doctor dueña dueño emprendedor emprendedora empresaria
    empresario encargada encargado enfermera enfermero engineer entrepreneur estudiante evp
    executive founder freelancer fundador fundadora gerente head ingeniera ingeniero intern jefa
    jefe lawyer lead manager marketer md médica médico nurse officer owner partner planner
    president presidenta presidente principal profesor profesora programador programadora
    propietaria propietario recepcionista rep representative responsable secretaria secretario
    secretary socia socio specialist strategist student superintendent supervisor supervisora
    svp teacher treasurer técnica técnico vice vicepresidenta vicepresidente vp
"""
"""Words that make a phrase a job title."""

TITLE_MODIFIERS = """
    account adjunta adjunto assistant associate brand business chain chief co comercial
    community compras content creativa creativo customer data deputy development digital
    ejecutiva ejecutivo engineering executive facilities finance financial financiera financiero
    general global growth hr human information international it jr junior key legal logistics
    managing marketing nacional national office operating operations operativa operativo people
    plant procurement product program programme project purchasing regional resources revenue
    sales senior software sr store success supply support talent technical technology the
    técnica técnico ventas vice warehouse it ti rrhh hr rr hh pr seo ux ops sistemas administración
    logística producción calidad informática operaciones finanzas recursos humanos
"""
"""Words that belong to a title beside one of those."""

TITLE_JOINS = "& and de del e for la las los of y"
"""Words inside a title: "head of sales"."""

NOT_NAMES = """
    again btw um uh erm ehm
    whatever whoever nobody anybody anyone someone lol meh nevermind none nadie ninguno
    a able about actually adiós afraid ahora ai al algo alguien already also am an and anonimo
    anonymous are at autónomo available aware aún back be been being bot budget buenas bueno
    buenos busco busy but by call calling can can't cannot claro cliente como con consciente
    correo could curious currently cómo de del demo depende después did digo dime do does don't
    dont dos down e el email empresa en es esa ese eso esta este esto estoy está fine for from
    fue glad going good gracias gratis great had happy has have hay he hello her here hey hi him
    his hola how hoy humana humano i i'm ia if im importa in información information interesada
    interesado interested is it its just la las later le les llamar lo looking los luego may
    maybe mañana me mejor menos mi might misma mismo muy my más nada nadie nah necesito need
    never new next ninguno no nobody none nope nos not nothing nuestra nuestro nueva nuevo o of
    before after until till between anytime tomorrow tonight today antes después hasta hoy
    off ok okay on one only or our out para paso pass peor perdón perhaps persona please por
    precio prefer prefiero presupuesto price puedo que quien quiere quiero quizá quizás qué
    rather re ready real really robot se she should si sin skip so sobre solo sorry soy still stop
    su sure sí sólo tal tan te tengo thank thanks that the their them then there these they this
    those three to todavía tres trying tu two tú u un una unable unas unos up us using usted va
    vale very voy want was we well were what when where which who why will with won't working
    would writing y ya yeah yep yes yo you your
"""
"""Words that no name holds."""

DEPARTMENTS = """
    finance accounting accounts sales marketing purchasing procurement hr it legal support
    operations logistics engineering reception admin administration payroll warehouse production
    head office upstairs downstairs home work here team department dept human resources
    finanzas contabilidad ventas comercial compras rrhh recursos humanos informática sistemas
    soporte operaciones logística ingeniería recepción administración nóminas almacén producción
    dirección gerencia oficina central casa aquí equipo departamento the la el los las de of
"""
"""After "from" these are a part of the company, not its name: "Karen from finance"."""

DENIALS = "no not tampoco nunca never"
"""Right before "soy" or "I'm", nobody introduces themselves."""

ONESELF = "yo me"
"""Between the lead and the name: "soy yo, Ana", "it's me, Karen"."""

PARTICLES = """
    al bin da das de del den der di do dos du e i ibn la las le los mac mc san santa van von y
"""
"""Small words inside a name: Ana de la Torre."""

COMPANY_ENDINGS = """
    ag bv co corp corporation cv eirl gmbh inc limited llc llp ltd ltda plc sa sarl sas sau sc
    scp sl slu spa srl
"""
"""Legal forms."""

PHONE_CONTEXT = """
    call cel cell celular contact contacto fax guasap llamarme llámame llámeme mobile movil
    móvil number numero número phone reach ring tel telefono teléfono text tfno tlf wasap
    whatsapp
"""
"""Before figures, these say that they are a telephone."""

NOT_PHONES = """
    account amex card cif credit cuenta código debit dni expediente factura iban id invoice isbn
    mastercard nif order pasaporte passport pedido postal ref reference referencia serial social
    ssn swift tarjeta ticket vat visa zip
"""
"""Before figures, these say that they are none."""

REGIONS: dict[Language, tuple[str, ...]] = {"es": (), "en": ("US", "GB")}
"""Where else a number may be from, by the language of who writes it, if it is valid there."""

SPOKEN_ZEROS: dict[Language, str] = {"es": "", "en": "o oh nought"}
"""What else nought is called in a telephone number."""

SPOKEN_TIMES = {2: "doble, double", 3: "triple, treble"}
"""Before a figure: so many of them."""

SPOKEN_PAUSES = ", . ; y e luego después and then guion guión dash espacio space"
"""What may stand between the figures."""

AT_WORDS = "arroba at"
"""How the @ is said."""

ALL_ONE_WORD = """
    todo junto, todo seguido, junto, todo en minúsculas, en minúsculas, all one word, one word,
    all together, no spaces, all lowercase, lowercase, all in lowercase
"""
"""After the words before the @: they are written together."""

NOT_ADDRESSES = """
    arrive available based call come drop find here home join look me meet meeting reach see shop
    site start stay talk us visit web website work worked working works you
"""
"""Words that no address ends with before "at": "I work at acme.com"."""

LETTER_EXAMPLES = "de, as in, for, like, como, como en, of"
"""Between a letter and a word that begins with it: "b as in Boston"."""

LETTER_NAMES = {
    "a": "a",
    "b": "be, bee, be alta, be larga",
    "c": "ce, cee",
    "d": "de, dee",
    "e": "e",
    "f": "efe, ef",
    "g": "ge, gee",
    "h": "hache, aitch",
    "i": "i, i latina",
    "j": "jota, jay",
    "k": "ka, kay",
    "l": "ele, ell",
    "m": "eme, em",
    "n": "ene",
    "o": "o",
    "p": "pe, pee",
    "q": "cu, cue",
    "r": "erre, ere, ar",
    "s": "ese, ess",
    "t": "te, tee",
    "u": "u",
    "v": "uve, ve, vee, ve corta",
    "w": "uve doble, doble ve, doble u, double u",
    "x": "equis, ex",
    "y": "i griega, ye, why",
    "z": "zeta, zee, zed",
}
"""What letters are called where somebody spells."""

SPOKEN_MARKS = {
    ".": "punto, dot, .",
    "_": "guion bajo, guión bajo, barra baja, underscore, subguion, low dash, under score, _",
    "-": "guion, guión, guion medio, dash, hyphen, minus, -",
    "+": "más, plus",
}
"""How the marks of an address are said."""
