"""By what words does a person say how they want to be dealt with? Rows in the notation of rows.py,
in both languages: people mix them. PURE.

A wish is put to us: "give me numbers" is one, "our customers want numbers" is none.
"""

from collections.abc import Mapping
from typing import Literal, get_args

Wish = Literal[
    "wants_formal",
    "wants_informal",
    "no_calls",
    "point",
    "numbers",
    "explain",
    "technical",
    "no_pitch",
    "wants_spanish",
    "wants_english",
]
WISHES: tuple[Wish, ...] = get_args(Wish)

CLASSES = {
    "ask_en": """
        please, can you, could you, can we, could we, let s, i d rather, i prefer, i d prefer,
        i would prefer, i want you to, i need you to, would you, just, better
    """,
    "give_en": "give me, give us, show me, show us, send me, send us, tell me, tell us, bring me",
    "give_es": """
        deme, dame, denme, dadme, denos, danos, paseme, pasame, mandeme, mandame, enseneme,
        ensename, digame, dime, diganos, dinos, muestreme, muestrame, presenteme, quiero, queremos,
        prefiero, preferimos, necesito, necesitamos
    """,
    "explain_es": """
        expliqueme, explicame, expliquenme, explicadme, explique, explica, explicamelo,
        expliquemelo, expliquenos, explicanos, me lo explica, me lo explicas, me lo explique,
        me lo expliques, me lo expliquen, me lo puede explicar, me lo puedes explicar, explicarmelo
    """,
    "speak_es": """
        hableme, hablame, hablenme, habladme, hable, hables, habla, hablen, trateme, tratame,
        tratenme, tratadme, trate, trates, traten, llameme, llamame, diga, hablemos, tratemonos,
        hablarme, tratarme, hablen, hablenos, hablanos
    """,
    "short_en": "brief, quick, concise, short, succinct, snappy",
    "short_es": """
        breve, breves, conciso, concisa, concreto, concreta, rapido, rapida, escueto, escueta,
        corto, corta
    """,
    "small_talk_en": """
        fluff, waffle, waffling, small talk, chit chat, essays, essay, novels, long stories,
        long texts, long emails, preamble, rambling, beating around the bush, blah blah
    """,
    "pitch_en": """
        sales pitch, pitch, sales talk, sales speak, hard sell, spiel, marketing talk, hype, fluff,
        bull, bs, bullshit, nonsense, sugar coating, pushy sales, pressure
    """,
    "pitch_es": """
        rollo comercial, rollos comerciales, discurso, discursos, discurso comercial, palabreria,
        presion, presiones, presionar, milongas, cuentos, adornos, humo
    """,
    "not_me_es": "no me, no nos, que no me, que no nos, mejor no me, prefiero que no me",
    "not_en": """
        don t, do not, never, please don t, no need to, rather not, prefer not to, rather you didn t
    """,
    "ending_es": """
        $, por favor, por telefono, al movil, al trabajo, al, nunca, mas, mejor, escribame,
        escribeme, escriba, escribanme, un correo, un mensaje, mandeme, mandame, prefiero, solo,
        que, porque, si, estoy, y
    """,
    "phone_es": "telefono, llamadas, llamada, llamadas de telefono",
}
REFUSED: Mapping[Wish, str] = {
    "wants_informal": """
        no|nada ~2 de usted
        no hace|es falta|necesario|necesaria ~4 usted
        deja|deje|dejemos|sin|nada_de|quita|quitemos|fuera ~2 usted|ustedes|formalismos
        {not_en} ~2 sir|madam|mr|mrs|ma_am|mister|miss
        no need for|to_be|to ~3 formal|formality|formalities|sir|madam|surnames|titles
    """,
    "wants_formal": """
        {not_me_es} ~1 tutee|tutees|tuteen|tuteis|tutear|tuteo
        {not_me_es} {speak_es} de tu
        no tutear|tuteemos|tuteo
        {not_en} ~1 use ~2 first_name
    """,
    "no_calls": """
        prefer|rather|like|want not to_be called|phoned|rung
        text|texts|email|emails|mail|messages|chat|whatsapp only|instead $|please|thanks|and
        only|just text|texts|email|emails|by_email|by_text|messages|whatsapp please|$|thanks|me
        phone doesn_t|does_not|never work|suit
        i can_t|cannot|can_not take|answer|pick_up|receive|talk_on ~1 calls|call|phone|the_phone
        no puedo|podemos|suelo|quiero ~1 coger|atender|contestar|responder|recibir ~2 {phone_es}
        sin llamar|llamadas|telefonear
        {not_me_es} ~1 llame|llames|llamen|llameis|llamar|telefonee|telefonees {ending_es}
        no llame|llames|llamen $|por_telefono|por_favor|al|mejor|escriba|escribe|nunca
        nada|sin|evite|evita|eviten|evitad ~1 {phone_es}|llamar
        no|nunca contesto|cojo|atiendo|descuelgo|respondo ~2 {phone_es}
        odio|detesto|no_me_gusta|no_me_gustan|no_soporto|llevo_mal ~3 {phone_es}
        {not_en} ~1 call|ring|phone|telephone me|us? $|please|at_work|at_the|by|while|again|ever
        {not_en} ~1 call|ring|phone|telephone me|us? just|email|text|write|send|i_m|i_am|i_prefer
        no|avoid|hate|dislike phone_calls|calls|calling please|$|at|before|after|just|only
        i|we ~1 hate|dislike|can_t_stand|don_t_do|don_t_take ~2 calls|phone_calls
        i|we ~1 hate|dislike|can_t_stand|never_answer|don_t_answer ~2 phone|telephone
    """,
}
"""Said by way of a "no", which would else be read as its contrary: looked for first."""
ROWS: Mapping[Wish, str] = {
    "wants_formal": """
        {speak_es} ~1 de usted
        prefiero|preferiria|preferimos|gusta ~4 usted
        mantengamos|mantenga|manten ~2 usted
        address me ~2 as|by|formally|mr|mrs|ms|dr|professor
        call me mr|mrs|ms|dr|doctor|professor|sir|madam
        keep it|this|things formal
        {ask_en} ~2 surname|last_name|formal
    """,
    "wants_informal": """
        ^|mejor|y de tu por_favor|mejor|$
        call me by my first_name|name
        you can|may use|call ~2 first_name
        tutea|tutee|tuteame|tuteeme|tutearme|tutearnos|tuteemonos|tuteadme|tuteenme|tutear
        {speak_es} ~1 de tu
        de tu a tu
        first name basis|terms|please
        my first name is_fine|will_do|please
    """,
    "no_calls": """
        prefiero|preferimos|mejor|preferiria ~2 por_escrito|escrito|texto|escribir
        solo|unicamente|siempre por_escrito|por_correo|por_whatsapp|por_email|por_mail|por_mensaje
        todo por escrito
        {ask_en} ~3 in_writing|written
        in writing please|only|$
        rather|prefer ~1 text|write|chat|email|be_texted|be_emailed than
    """,
    "point": """
        short and sweet|simple|to_the_point
        don_t|haven_t|no have|got? all day|all_week|much_time|time_for
        {ask_en}|^ ~1 summarise|summarize|sum_up|boil ~2
        {ask_en}|^ ~1 make|keep it snappy|short|quick|brief
        i|we ~1 hate|dislike|can_t_stand|don_t_read ~1 long emails|texts|messages|answers|calls
        just tell me what|the_main|the_essentials|if
        digame|dime|solo|deme|dame|quiero ~1 lo importante|esencial|principal|basico|justo
        no me cuente|cuentes|cuenten ~1 vida|historias|cuentos|batallas
        hazme|hagame|haganme|dame|deme|paseme|pasame ~1 resumen ~1 corto|breve|rapido|$|por_favor
        resumen ~1 en dos|tres|pocas lineas|palabras|frases
        odio|no_leo|no_me_gustan ~1 correos|mensajes|textos|mails|parrafadas ~1 largos|largas
        ^|solo|algo ~1 rapidito|cortito $|por_favor
        al grano
        no|sin ~2 enrolle|enrolles|enrollen|enrollarse|enrollarte|rodeos|rollos|paja
        sin|nada_de|menos|ahorrate|ahorrese|ahorreme|ahorrame ~1 rollo|rollos|rodeos|paja|historias
        sin|menos ~1 preambulos|introducciones|literatura|vueltas|parrafadas
        sea|se|sed|sean ~1 {short_es}
        directo|directa|directos|directamente al asunto|tema|punto
        resumamelo|resumemelo|resumame|resumeme|resumanoslo|abrevie|abrevia|sintetice
        digamelo|dimelo|en ~1 dos|tres|pocas|cuatro palabras|lineas|frases
        mensajes|textos|respuestas|correos cortos|cortas|breves|cortitos|concisos
        tengo|tenemos ~1 dos|cinco|tres|diez|#|un|pocos minutos|minuto|minutitos
        no tengo tiempo para|de ~2 leer|rollos|historias|textos|charlas|parrafadas
        lo breve|corto $|por_favor|dos_veces
        get|go|come|cut|skip|straight|right ~2 to_the|the point|chase
        ^|please|just|so be {short_en}|direct
        keep it|this|things|them {short_en}
        {short_en} answers|version|messages|texts|emails|replies
        no|skip|without|spare|cut|less ~2 {small_talk_en}
        {not_en} waffle|ramble|beat_around
        spare me the ~1 details|intro|story|speech
        bottom line $|please|up_front|first|is
        tl dr
        tldr
        in a? nutshell|two_words|one_line|one_sentence|few_words $|please|what|how|who
        bullet points please|$|only|work|are
        i|we|ve ~2 two|five|three|ten|#|few|couple|one minutes|minute|mins|min $|so|before|now|only
    """,
    "numbers": """
        i|we ~1 care about numbers|figures|data
        i|we ~1 only|just ~1 care ~1 about ~1 numbers|figures|results|price
        numbers|figures person
        me|nos gustan|gusta|interesan|convencen ~1 numeros|cifras
        con|los|las|solo numeros|cifras ~2 me_convencen|me_convence|hablan|cantan
        {give_es} ~2 numeros $|y|concretos|claros|no|por_favor|reales
        {give_es} ~2 cifras|datos_concretos $|y|concretas|claras|no|por_favor|reales
        hableme|hablame|hable|habla con|de|en numeros|cifras
        con numeros|cifras delante|en_la_mano|claras|claros
        numeros claros|concretos
        {give_en} ~2 numbers|figures|hard_data|hard_facts|facts $|and|not|please|only|first|no
        i|we ~1 want|need|prefer|like|love ~2 numbers|figures|hard_facts $|and|not|only|please|first
        just|only|stick_to ~1 numbers|figures|facts $|and|please
        talk numbers|figures
    """,
    "explain": """
        in normal|ordinary|human words|terms|language|english
        words that i|a_normal
        sin ~1 palabras|terminos|lenguaje|vocabulario tecnicas|tecnicos|tecnico|raro|raras
        not ~2 good|great with computers|technology|tech|gadgets
        torpe|negado|negada|peleado|peleada|mal con|para ~2 tecnologia|ordenadores|informatica
        as if|though i ~3 child|five|stupid|beginner|new
        could|can you ~2 repeat|explain ~3 simply|slower|slowly|again
        {explain_es} ~3 despacio|calma|sencillo|facil|claro|clarito|poco_a_poco|paso_a_paso|detalle
        {explain_es} ~3 palabras|tonto|tonta|nino|cero|partes|bien|despacito|tranquilamente
        mas despacio
        despacio|despacito por_favor|que_soy|porque_soy|que_no|que_me
        vaya|ve|vayamos|hableme|hablame|vamos despacio|por_partes|paso_a_paso|poco_a_poco
        nuevo|nueva|nuevos|verde|pez en esto|este_tema|estas_cosas|este_mundo|estos_temas|el_tema
        soy|somos ~1 novato|novata|novatos|principiante|principiantes|inexperto|inexperta
        no entiendo|entendemos|se|sabemos|controlo ~3 informatica|ordenadores|tecnologia|esto|tema
        no tengo ni_idea|idea|mucha_idea $|de|y|asi|porque
        no soy|somos ~1 tecnico|tecnica|tecnicos|experto|experta|expertos|informatico|informatica
        no soy|somos ~1 entendido|entendida|ducho|ducha
        sin|menos|evite|evita ~1 tecnicismos|jerga|palabras_raras|palabrejas|siglas|anglicismos
        en cristiano
        palabras|lenguaje|terminos sencillas|sencillos|sencillo|llano|llanas|faciles|normales
        es|esta mi primera vez
        me pierdo $|con|si|y|enseguida
        una|pregunta|cosa ~1 cada|por vez
        de una|uno en una|uno
        explain|walk|talk|guide ~1 me|us ~2 through|slowly|simply|step_by_step|basics
        {ask_en} explain
        explain it|this|that|things|everything slowly|simply|to_me|in|step_by_step|like
        new to this|all_this|all_of_this|crm|crms|these_things|this_stuff|the_topic|it_all
        i|we ~3 beginner|newbie|novice|rookie|layman|noob
        i|we ~1 not|no ~2 expert|technical|techie|tech_savvy|tech_person|computer_person|it_person
        no|without|skip|drop ~1 jargon|tech_talk|acronyms|technobabble
        plain|simple|everyday english|words|language|terms
        slow down|it_down
        slowly please
        go|take_it slow|slowly
        keep it|things|this simple
        one question|thing|step at a_time
        ^|please one at a_time
        my|our first time $|with|doing|buying|so|and
        like i m|am five|5|a_child|an_idiot|stupid|a_beginner
        bear with me
        i|we don_t|do_not know|understand|get ~3 tech|technology|computers|this_stuff|the_jargon
    """,
    "technical": """
        {speak_es}|hablarme|hablarnos ~3 terminos|lenguaje|plan|detalle tecnicos|tecnico
        you|we|me can|could|may ~1 get|be|go|talk technical|technically
        i m|am an engineer|a_developer|a_programmer ~1 you|so|no|skip
        saltese|saltate|ahorrese|ahorrate|ahorreme|ahorrame|sin|no_hace_falta ~3 basico|obvio
        hableme|hablame|hable|habla ~3 tecnicos|tecnico|tecnicamente
        {give_es} ~3 detalle_tecnico|detalles_tecnicos|ficha_tecnica|documentacion_tecnica
        entre|entra|entremos en|al ~1 detalle
        skip|spare|without|no_need_for ~3 basics|basic_stuff|hand_holding|abc|obvious
        {give_en} ~3 technical|specs|spec_sheet|docs
        you|feel_free ~2 get|be|go technical
    """,
    "no_pitch": """
        i|we ~1 don_t|do_not|not want|need|like ~2 {pitch_en}|sales_call|salesman
        no intente|intentes|intenten|trate|trates|quiera ~2 venderme|vendernos|venderle ~2
        que no me vendan|venda|quieran_vender
        no quiero|queremos que me|nos vendan|venda|vendas
        {not_me_es} ~1 venda|vendas|vendan|vender ~2 moto|motos|humo|nada|burra
        sin|nada_de|menos|no_quiero|ahorrese|ahorrate|ahorreme|ahorrame ~2 {pitch_es}
        {not_me_es} presione|presiones|presionen|agobie|agobies|agobien
        sea|se|sed|sean|hableme|hablame|dime|digame ~1 sincero|sincera|franco|franca|honesto|honesta
        hableme|hablame|digamelo|dimelo|hable|habla claro|clarito|sin_rodeos|con_franqueza
        no|without|skip|spare|cut|drop ~3 {pitch_en}
        {not_en} ~2 sell|upsell|push|pressure|oversell me|us|it|$
        ^|please|just be honest|straight|frank|upfront|blunt|candid
        tell|give it|me|us ~2 straight|honestly|like_it_is|the_truth
        straight|honest answer|answers|talk please|$|only|and
    """,
    "wants_spanish": """
        {ask_en}|^ ~3 spanish please|$
        que me ~1 escriban|escriba|hablen|hable|contesten ~1 en espanol|castellano
        {ask_en} ~4 in spanish
        in spanish please
        habla|hable|hablen|escriba|escribe|conteste|contesta|sigamos|seguimos|podemos ~2 en espanol
        {speak_es}|prefiero|mejor|escribame|escribeme|contesteme|contestame ~2 en espanol|castellano
        en espanol|castellano por_favor|mejor|please
    """,
    "wants_english": """
        {ask_en}|^ ~3 english please|$
        que me ~1 escriban|escriba|hablen|hable|contesten ~1 en ingles
        {ask_en} ~4 in english
        in english please
        {speak_es}|prefiero|mejor|escribame|escribeme|contesteme|contestame|podemos ~2 en ingles
        en ingles por_favor|mejor|please
    """,
}
