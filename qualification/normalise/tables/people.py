"""How do people introduce themselves? Lead-ins, job titles and the words that are never a name."""

NAME_LEADS = (
    "me llamo", "mi nombre es", "mi nombre completo es", "mi nombre", "me llaman", "my name is", "my name's", "my full name is", "the name is",
    "the name's", "name is", "call me", "you can call me", "people call me", "nombre:", "name:", "puedes llamarme", "llámame", "my name", "a nombre de",
    "under the name", "under the name of", "en nombre de",
)  # fmt: skip
"""After these a name follows, in capitals or not."""
BEING_LEADS = (
    "soy", "le habla", "te habla", "habla", "aquí", "i am", "i'm", "im", "this is", "it's", "it is", "here is", "le escribe", "te escribe", "les escribe", "mi esposo es",
)[:-1]  # fmt: skip
"""After these a name may follow: only if it is written as one."""
COMPANY_LEADS = (
    "trabajo en", "trabajo para", "trabajamos en", "escribo de parte de", "de parte de", "mi empresa es", "mi empresa se llama", "nuestra empresa es",
    "nuestra empresa se llama", "la empresa es", "la empresa se llama", "somos de", "represento a", "empresa:", "compañía:", "company:", "mi compañía es",
    "mi compañía se llama", "la compañía se llama", "la compañía es", "mi negocio se llama", "el negocio se llama",
    "i work at", "i work for", "i work with", "we work at", "working at", "working for", "our company is", "my company is", "the company is", "company is", "our company is called",
    "my company is called", "the company is called", "the company's called", "company name is", "the company name is", "our company name is", "on behalf of", "i represent", "i run",
    "my business is called", "our business is called", "the business is called", "calling from", "writing from", "i'm with", "we're with", "i am with", "llamo de", "le llamo de", "te llamo de", "escribo de", "le escribo de",
)  # fmt: skip
FROM = frozenset({"from", "at", "de", "en", "with", "of"})
"""Between a person and a company: "Dana from Acme"."""
TITLE_LEADS = (
    "soy", "soy el", "soy la", "soy un", "soy una", "trabajo como", "trabajo de", "mi cargo es", "mi puesto es", "mi puesto es el de", "mi rol es", "cargo:", "puesto:",
    "i am", "i'm", "im", "i am the", "i'm the", "im the", "i am a", "i'm a", "i am an", "i'm an", "i'm our", "i work as", "i work as a", "i work as an", "i work as the", "my role is", "my job is", "my position is",
    "my title is", "my job title is", "title:", "role:", "position:", "ejerzo de", "ejerzo como", "estoy de", "ocupo el puesto de",
)  # fmt: skip
TITLES = frozenset("""
    director directora gerente jefe jefa responsable encargado encargada dueño dueña propietario propietaria fundador fundadora cofundador cofundadora
    presidente presidenta vicepresidente vicepresidenta coordinador coordinadora administrador administradora consejero consejera socio socia autónomo autónoma
    ingeniero ingeniera consultor consultora analista comercial abogado abogada contable secretario secretaria asistente técnico técnica desarrollador desarrolladora
    arquitecto arquitecta comprador compradora controller supervisor supervisora programador programadora médico médica enfermero enfermera profesor profesora estudiante becario becaria
    empresario empresaria emprendedor emprendedora recepcionista dentista administrativo administrativa
    ceo cto cfo coo cmo cio cro chro ciso vp svp evp avp md president vice chairman chairwoman chair owner founder cofounder co-founder partner principal head chief lead manager
    director supervisor coordinator administrator engineer developer consultant analyst accountant lawyer attorney assistant secretary buyer architect specialist
    executive officer associate student intern rep representative superintendent controller treasurer planner strategist designer marketer freelancer entrepreneur teacher nurse doctor dentist
""".split())
TITLE_MODIFIERS = frozenset("""
    general comercial ejecutivo ejecutiva financiero financiera técnico técnica adjunto adjunta senior junior regional nacional ejecutivo operativo operativa creativo creativa
    managing executive general senior junior sr jr deputy assistant associate regional global national international vice chief office operations sales marketing product project it hr account finance financial
    procurement purchasing technical engineering customer success support business development operating technology information revenue people legal software data program programme store plant facilities
    human resources talent supply chain logistics warehouse growth digital brand content community key co the compras ventas
""".split())
TITLE_JOINS = frozenset({"de", "del", "of", "for", "y", "and", "la", "los", "las", "e", "&"})
NOT_NAMES = frozenset("""
    yo tú usted el la los las lo un una unos unas de del al y o en con por para sin sobre que qué como cómo muy más menos solo sólo ya
    interesado interesada nuevo nueva cliente autónomo empresa persona consciente mi tu su nuestro nuestra tan algo alguien nadie quien el del
    sí si no claro vale ok okay bueno gracias hola buenas buenos perdón adiós nada ninguno ahora luego después todavía aún tal quizás quizá mañana hoy
    quiero quiere prefiero puedo necesito tengo digo paso dime depende busco estoy soy es está hay fue voy va eso esto esta este esa ese a e u me te se le nos les
    i i'm im a an the my your our their his her its it is am are was were be been being not no yes yeah yep sure ok okay so just very really here there this that these those
    interested looking calling writing new sorry glad happy fine good great well busy trying going working using from at in on of for with to by about and or but if then what why who
    how when where which thanks thank please hello hi hey none nothing nobody prefer want need don't dont can't cannot won't do does did have has had will would could should can may might
    rather later never nope nah maybe perhaps afraid sure able only also still currently already currently actually ready curious available unable aware out off up down back
    me you he she we they them us him one two three dos tres skip pass next stop para gratis demo precio price presupuesto budget information información llamar call correo email
    anonymous anonimo importa mejor peor mismo misma humano humana persona robot bot real ai ia
""".split())  # fmt: skip
PARTICLES = frozenset("de del la las los da do dos das van von der den di du le san santa mac mc al bin ibn y i e".split())
"""Small words inside a name: Ana de la Torre."""
COMPANY_ENDINGS = frozenset("sl slu sa sau sas srl scp sc ltd limited inc llc llp gmbh corp corporation co plc bv ag spa sarl ltda eirl cv".split())
PHONE_CONTEXT = frozenset("""
    teléfono telefono tel tlf tfno móvil movil celular cel número numero llámame llamarme llámeme whatsapp wasap guasap phone mobile cell number call text reach ring fax contact contacto
""".split())
NOT_PHONES = frozenset("""
    ssn account cuenta tarjeta card visa mastercard amex invoice factura order pedido ticket referencia reference ref iban dni nif cif passport pasaporte expediente id código zip postal vat serial isbn credit debit social swift
""".split())
"""Before figures, these say that they are no telephone."""
AT_WORDS = frozenset({"arroba", "at"})
DOT_WORDS = frozenset({"punto", "dot"})
SPOKEN_MARKS = {
    "punto": ".", "dot": ".", "guion bajo": "_", "guión bajo": "_", "barra baja": "_", "underscore": "_", "guion": "-", "guión": "-", "guion medio": "-",
    "dash": "-", "hyphen": "-", "más": "+", "plus": "+", "minus": "-", "subguion": "_", "low dash": "_", "under score": "_", ".": ".", "_": "_", "-": "-",
}  # fmt: skip
