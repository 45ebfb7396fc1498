"""How do people say what every framework asks for? What they want, what they can spend, who decides."""

from qualification.presets.phrases import phrases
from qualification.source import Data

WANTING: dict[str, Data] = {
    "es": phrases(
        """
        quiero un, quiero una, quiero ordenar, quiero organizar, quiero dejar de, necesito ordenar,
        necesito organizar, necesito dejar de, necesitamos un, necesitamos una, necesitamos algo, necesitamos que, necesitamos
        mejorar, necesitamos controlar, necesitamos ordenar, necesitamos saber, necesito un,
        necesito una, necesito algo, nos hace falta un, nos hace falta una, nos hace falta
        algo, queremos un, queremos una, queremos algo, queremos dejar de, queremos que,
        queremos poder, queremos saber, queremos mejorar, queremos ordenar, queremos
        controlar, buscamos, busco un, busco una, busco algo, perdemos, se nos pierden, se
        nos pierde, se nos escapan, se nos escapa, se nos olvida, se nos olvidan, tenemos un
        problema, tenemos problemas, el problema es, nuestro problema, muchos problemas,
        problemas con, problemas para, nos cuesta, no conseguimos, no damos abasto, no
        llegamos a, dificultad, dificultades, mejorar, resolver, ahorrar, estamos hartos,
        estamos hartas, es un lío, un desastre, un caos, lo llevamos en excel, llevamos todo
        en excel, todo en excel, todo a mano, todo en papel
        """
    ),
    "en": phrases(
        """
        we need a, we need an, we need something, need something to, need a tool, need a system,
        need help with, need to stop, need to track, need to organise, need to organize, we need better, we need to stop, we need
        to know, we need to get, we need to improve, we need to keep, i need a, i need an, i
        need something, we want a, we want an, we want something, want to stop, want to
        improve, want to get rid of, want to replace, want to know which, want to keep track,
        looking for, we are after, we're after, we lose, we're losing, we are losing, we
        keep losing, we have a problem, we have problems, our problem, the problem is,
        problems with, having trouble, trouble with, struggle, struggling, hard to keep, it's
        hard to, can't keep up, can't keep track, fall through the cracks, falling through
        the cracks, pain point, headache, issue with, issues with, improve, solve, save time,
        fed up, a mess, chaos, in spreadsheets, in a spreadsheet, in excel, by hand, on paper
        """
    ),
}
"""Something is to be solved."""

WANTING_NOTHING: dict[str, Data] = {
    "es": phrases(
        """
        no necesitamos nada, no necesito nada, no nos hace falta, no me hace falta, no
        tenemos ningún problema, no tengo ningún problema, solo estoy mirando, solo estaba
        mirando, era por curiosidad, solo por curiosidad
        """
    ),
    "en": phrases(
        """
        we don't need anything, i don't need anything, no need, we don't need it, we have no
        problem, i have no problem, just looking around, just browsing, only browsing, just
        curious, out of curiosity
        """
    ),
}
"""Nothing is to be solved."""

SPENDING: dict[str, Data] = {
    "es": phrases(
        """
        presupuesto, gastar, gastarnos, invertir, inversión, pagar, partida, tenemos hasta,
        como mucho, no podemos pasar de, disponemos de, contamos con, destinar, reservado,
        coste, cifra
        """
    ),
    "en": phrases(
        """
        budget, spend, spending, invest, investment, pay, afford, set aside, up to, at most,
        no more than, we have about, allocated, approved, cost, figure
        """
    ),
}
"""Money is spoken of."""

WITHOUT_MONEY: dict[str, Data] = {
    "es": phrases(
        """
        no tenemos presupuesto, no tengo presupuesto, no hay presupuesto, sin presupuesto,
        no hay dinero, no tenemos dinero, no tengo dinero, no queremos gastar nada, no
        pensamos gastar, no tenemos un duro, no tengo un duro, ni un duro, ni un euro, ni un
        peso, estamos sin blanca
        """
    ),
    "en": phrases(
        """
        we have no budget, i have no budget, there is no budget, there's no budget, no
        budget, we don't have a budget, i don't have a budget, no money, don't want to spend
        anything, not a penny, we're broke, i'm broke
        """
    ),
}
"""There is none."""

DECIDES: dict[str, Data] = {
    "es": phrases(
        """
        yo, yo solo, yo sola, decido yo, lo decido yo, yo tomo la decisión, la decisión la
        tomo yo, tomo yo la decisión, la tomo yo, las decisiones las tomo yo, tomo las
        decisiones, yo soy quien decide, quien decide soy yo, soy yo quien decide, el que
        decide soy yo, la que decide soy yo, decisión mía, es cosa mía, me encargo yo, yo
        me encargo, mando yo, me toca a mí, puedo decidir yo, lo firmo yo misma, yo lo
        apruebo, yo doy el visto bueno, tengo poder de decisión, la decisión es mía, depende de mí, yo decido, la
        última palabra la tengo yo, tengo la última palabra, yo mismo, yo misma, soy
        el dueño, soy la dueña, soy el gerente, soy la gerente, soy el director, soy
        la directora, soy el propietario, soy la propietaria, soy la jefa, soy el
        jefe, soy el responsable, soy la responsable, soy autónomo, soy autónoma,
        soy el fundador, soy la fundadora, soy socio, soy socia, soy el ceo, soy la
        ceo, la empresa es mía, el negocio es mío, yo firmo, lo firmo yo, lo apruebo
        yo, no tengo que consultarlo, la que firma soy yo, el que firma soy yo,
        quien firma soy yo, la que manda soy yo, el que manda soy yo
        """
    ),
    "en": phrases(
        """
        me, i do, i am, it's me, that's me, that would be me, i decide, i'm the one who
        decides, i make the decisions, i'm the decision maker, the decision is mine, i
        call the shots, i can approve it, i approve purchases, i hold the budget, i
        control the budget, i give the go ahead, i make the decision, it's my decision, my decision, my call, it's
        up to me, up to me, i have the final say, the final say is mine, i sign off,
        i sign it off, i approve, i approve it, i'm the owner, i am the owner, i own
        the company, i own the business, it's my company, i'm the ceo, i'm the
        founder, i'm the director, i'm the managing director, i'm the boss, i'm in
        charge, i run the company, i'm self-employed, i'm a partner, just me,
        i don't have to ask anyone
        """
    ),
}
"""The prospect decides."""

INFLUENCES: dict[str, Data] = {
    "es": phrases(
        """
        lo decidimos entre varios, decidimos entre varios, decidimos juntos, lo
        decidimos juntos, lo decidimos entre, decidimos entre, a medias, mi socio y yo,
        mi socia y yo, mi marido y yo, mi mujer y yo, mi pareja y yo, mi jefe y yo, lo
        decidimos los dos, junto con, yo y mi socio, se decide en comité, con mi socio, con mi socia, con mi jefe, con mi
        jefa, junto con alguien, junto con dirección, con mi pareja, la comparto, es
        compartida, entre todos, yo recomiendo, yo propongo, yo lo propongo, hago la
        propuesta, doy mi opinión, me piden opinión, tengo que consultarlo, lo tengo
        que consultar, lo consulto con, tiene que aprobarlo, me lo tienen que
        aprobar, preparo la decisión, comparo opciones para, somos varios, yo y mi jefe, yo
        y mi jefa, yo y mi socia, yo y mi mujer, yo y mi marido, influyo, yo influyo,
        yo aconsejo, decidimos mi socio y yo, mi hermano y yo, mi hermana y yo, mi
        padre y yo, firmamos los dos, firmamos las dos, firmamos ambos, yo pero no solo, yo pero no sola, no
        decido solo, no decido sola, no decido yo solo, no decido yo sola
        """
    ),
    "en": phrases(
        """
        we decide together, decide together, i decide together, together with, my partner and i,
        my wife and i, my husband and i, my boss and i, me and my partner, with my partner, with
        my boss, with my manager, jointly, it's shared, shared decision, a few of
        us, several of us, a committee, as a team, the team decides, i recommend, i
        make a recommendation, i propose, i have a say, i give my opinion, i'm
        consulted, i have to check with, i need approval, needs approval, has to
        approve it, has to sign off, me and my boss, my boss and me, me and my wife, me
        and my husband, me and my cofounder, me and my brother, my cofounder and i, my
        business partner and i, my wife and me, my partner and me, i shortlist, i evaluate the options, i run
        the evaluation, i run the selection, i lead the evaluation, both of us sign, we
        both sign, both of us decide, we both decide, i don't decide alone, i do not decide alone, i don't decide
        on my own, i do not decide on my own, not alone, not on my own, not by myself, i do but not alone, i do but
        not on my own
        """
    ),
}
"""The prospect decides with others."""

NEITHER: dict[str, Data] = {
    "es": phrases(
        """
        no decido yo, yo no decido, no lo decido yo, no soy yo, yo no, yo no soy, no depende de mí, otra persona,
        decide otra persona, lo decide otra persona, lo decide mi jefe, lo decide mi
        jefa, mi jefe, mi jefa, mi director, mi directora, decide mi socio, decide mi
        socia, lo decide mi socio, lo decide mi socia, decide mi jefe, decide mi jefa, mi jefe decide, mi jefa decide, lo
        lleva mi jefe, lo decide dirección, decide dirección, lo decide el gerente,
        decide la central, lo decide la central, solo me informo, solo recojo
        información, me han pedido que mire, soy becario, soy becaria, no es cosa
        mía, lo decide compras, mi jefe tiene la última palabra, mi jefa tiene la última palabra, tiene la última palabra, decide ella, lo decide ella, decide él, lo decide él,
        deciden ellos, lo firma mi jefe, lo firma mi jefa, lo firma ella, lo firma él, decide el dueño, lo decide el dueño, la decisión no es mía, eso lo decide,
        yo no decido nada, no tengo poder de decisión, tiene que decidirlo mi jefe, decide
        gerencia, lo decide gerencia, decide el gerente, decide la gerente, decide mi
        mujer, decide mi marido, decide mi padre, decide mi madre, lo decide mi mujer,
        lo decide mi marido, lo aprueba mi jefe, lo aprueba el consejo, lo decide el
        consejo, lo decide la junta, manda mi jefe, no soy yo quien decide, el jefe
        decide, decide el jefe, decide la jefa, lo decide el jefe, lo decide la jefa,
        la junta, la junta directiva, firma mi jefe, firma mi jefa
        """
    ),
    "en": phrases(
        """
        i don't decide, i do not decide, i don't make that decision, i do not make that decision, i don't make the
        decision, i do not make the decision, i don't have the final say, i do not have the final say, i am not the
        decision maker, i'm not the decision maker, not me, it's not me, it isn't me, not my decision, not my call, it's not up to me, not up to
        me, somebody else, someone else, somebody else decides, someone else
        decides, my boss decides, my manager decides, my boss makes the decision,
        management decides, head office decides, procurement decides, i just gather
        information, just gathering information, i was asked to look, i'm an intern,
        i have no say, i just do the research, i only do the research, she signs off, he signs off, they sign off, she decides, he
        decides, they decide, it's her decision, it's his decision, it's their decision,
        i report to, the owner decides, my director decides, i can't decide, the board decides,
        our ceo decides, my boss does, my boss, my wife decides, my husband decides, my dad decides,
        has the last word, has the final say, has the final word, my partner decides,
        the boss decides, the board approves, my boss has to decide
        """
    ),
}
"""Somebody else decides."""
