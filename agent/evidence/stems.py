"""By what word stems can a signal show itself? One table a language; plausible.py reads them.

In the notation of agent/hostile/ways.py.
"""

from collections.abc import Mapping

from qualification.signals import Signal
from qualification.values import Language

_NO = "no ni nunca tampoco nada ningun* sin jamas"
_NOT = "no not don dont doesn isn aren won can_t cannot never wouldn couldn didn haven none nor"
_REACH_ES = (
    "escrib* contact* llam* habl* avis* mand* envi* retom* vuelv* volv* sigamos seguimos digo "
    "dire contest* respond* mir* veo vemos hablemos"
)
_REACH_EN = (
    "write text message messages email call contact talk speak reach touch ping back check again "
    "follow catch resume continue chat revisit reconnect remind try"
)
_WHEN_ES = (
    "luego tarde despues adelante momento dia dias semana* mes meses ano anos trimestre manana "
    "lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio "
    "julio agosto septiembre octubre noviembre diciembre verano otono invierno primavera navidad* "
    "vacaciones rato cuando pronto proximo proxima horas ahora"
)
_WHEN_EN = (
    "later after afterwards another tomorrow tonight week* month* year* quarter monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december spring summer autumn fall winter christmas holiday* when "
    "soon next hour* minutes days evening morning afternoon now"
)
_MAY_TELL_ES = (
    "doy damos dar* dare dig* dec* dire contar* quier* quer* pued* podem* tengo tenemos comparto "
    "compart* respond* contest* importa sueltes privad*"
)
_MAY_TELL_EN = (
    "tell say share give giving disclose discuss answer comfortable want allowed like reveal need "
    "public business"
)

STEMS: Mapping[Language, Mapping[Signal, str]] = {
    "es": {
        Signal.WANTS_DEMO: """
            demo demos demostr* presentac* presentarnos presentarme
            ensen*me ensen*nos muestr*me muestr*nos muestr*melo mostrar* ensenar* ensenas ensena
            me nos + ensen* muestr*
            quier* quer* gust* pued* podr* podem* encant* interes* + verlo verla verlos probar* \
                pruebo
            quier* quer* gust* pued* podr* podem* + ver + como programa producto herramienta \
                sistema funciona* accion marcha directo pantalla plataforma aplicacion app
            quier* quer* gust* pued* podr* podem* vamos voy list* donde como decidid* ya me_lo \
                nos_lo + contratar* contrato contratamos comprar* compro compramos firmar* firmo \
                firmamos adquirir* suscrib* quedo quedamos
            """,
        Signal.OPT_OUT: f"""
            baja + dar* dad* deme dame den* quier* pid* solicit* lista favor
            {_NO} dej* paren pare basta harto harta + me nos mas escrib*me escrib*nos \
                mand*me mand*nos envi*me envi*nos llam*me llam*nos + escriba* \
                escribe* escribir* escribid* contact* mande* manda mandar* llame* llamar* \
                moleste* molestar* envie* enviar* insist* mensaj* sms
            {_NO} + mensaj* llamadas correos publicidad spam + mas quier* quer* mand* envi* recib*
            borr* elimin* quit* sac* + datos numero telefono lista contacto borr*me borr*nos \
                elimin*me quit*me quit*nos sac*me sac*nos me nos
            dej*me dej*nos + paz tranquil*
            olvid*me olvid*nos olvidaos olvidense
            """,
        Signal.WANTS_HUMAN: """
            persona humano humana alguien agente asesor* comercial companero companera encargad* \
                responsable gestor* operador* tecnico + habl* llam* pas* pon* conect* atiend* \
                atend* contact* cont* explic* quier* quisier* prefier* preferir* mejor necesit* \
                gust* comunic* tratar hay derive* expli* real
            me nos + llam* telefone* + pued* podr* podeis favor quier* gust* prefier* mejor + <14
            llam*me llam*nos telefone*me
            por_telefono + habl* prefier* mejor gust* cont* explic*
            robot* bot maquina* + no sin + habl* quier* gust* prefier*
            """,
        Signal.SUPPORT: """
            client* abonad* usuari* + soy somos eramos vuestr* suyo suyos
            mi mis nuestr* vuestr* + cuenta factura* contrasena clave pedido* suscripcion acceso \
                contrato licencia* + no error* problem* fall* mal ayud* cobr* bloque* cambi* \
                cancel* perd* olvid* duplic* lleg* renov* duda* sigue
            incidencia* soporte averia* postventa garantia + necesit* quier* quer* teng* tenemos \
                hab* pas* contact* abr* con de_mi la una
            me nos + cobr* factur* + hab* han ha vece* mal mas dos dobl*
            devol* devuelv* reembols* reclam* + quier* quer* dinero pedido factura hacer poner \
                pid* teng*
            no error* problem* dej* fall* + entrar acceder funcion* carga conect* iniciar + \
                vuestr* su suya app aplicacion plataforma programa cuenta sesion compr* contrat* \
                instal*
            """,
        Signal.WRONG_PERSON: """
            equivoc* confund* confusion
            estudiant* tesis tfg tfm doctorado + soy estoy mi hago haciendo para un una
            curriculum vacante* + mi busc* envi* interes* hay tien* hac* mand*
            clase universidad master instituto investigacion + trabajo hac* para un encuesta
            trabajo empleo puesto practicas + busco buscando buscar envi* solicit* candidat* \
                ofert* interes*
            cv candidat*
            les os le ustedes vosotros ofrec*les ofrec*os ofrec*le vend*les vend*os vend*le \
                present*les present*os proponer* + ofrec* ofrez* vend* propon* propong* present* \
                colabor*
            no + soy es + quien responsable persona yo mi_numero mio numero ese esa empresa
            no nunca yo_no + pedi pedido solicit* registr* apunt* rellen* conozco conocemos
            """,
        Signal.NOT_INTERESTED: f"""
            {_NO} poco + interes* gracias convenc* encaj* compens*
            {_NO} + quier* quer* necesit* falta + nada mas esto seguir eso servicio producto \
                contratar* comprar*
            {_NO} + quier* quer* necesit* + <5
            no + es son + nosotros mi nos + para + <9
            paso pasamos descart* desestim* olvid*lo dejarlo dejalo dejemoslo dejadlo + <9
            ya + tenemos tengo contrat* cogi* eleg* + otro otra otros alguien proveedor solucion \
                resuelto
            """,
        Signal.LANGUAGE_SWITCH: """
            espanol castellano ingles english spanish idioma lengua language + habl* escrib* \
                puede* podemos podria* prefier* en mejor cambi* respond* contest* sigamos
            """,
        Signal.LATER: f"""
            {_WHEN_ES} + {_REACH_ES}
            luego tarde despues adelante otro_momento otro_dia otra_ocasion cuando + <7
            ahora hoy + no mal ocupad* liad* reunion conduc* trabaj* pill* imposible
            {_NO} mal + momento
            ocupad* liad* reunion conduciendo + estoy estamos ando pillas pilla
            """,
        Signal.REFUSES: f"""
            {_NO} + {_MAY_TELL_ES}
            {_NO} paso gracias + <5
            prefier* preferi* mejor + no reserv* guard* omit* salt* callar*
            privad* personal confiden* secreto reserv* incumbe importa asunto intimo sensible
            salt* siguiente otra_pregunta pasemos omit*
            """,
        Signal.DOES_NOT_KNOW: f"""
            {_NO} + se sab* idea segur* clar* decid* pensado mirado recuerd* acuerd* tengo \
                tenemos definid* calculad* cerrad* fijad* puedo_decir sabria
            {_NO} + <4
            depend* segun desconozco desconocemos dud* ni_idea indecis* preguntar* consult* \
                averigu* calcular* mirar* estudiar* pensar*
            a_saber quien_sabe todavia aun por_ver
            """,
        Signal.OPT_IN: """
            reanud* reactiv* alta suscrib* sigamos seguimos seguir continu* retom* volv* vuelv*
            pued* podeis ya si + escrib* contact* habl* mand* envi*
            """,
        Signal.IS_BOT_QUESTION: """
            robot* bot bots maquina* automat* ia chatbot* contestador programa ordenador gpt \
                chatgpt inteligencia_artificial humano humana persona_real alguien_real \
                persona_de_verdad carne_y_hueso
            quien con_quien + habl* eres es atiend* escrib* contest*
            eres es sois + real verdad persona alguien
            """,
        Signal.WHY: """
            por_que para_que porque_lo a_que_viene que_mas_da que_importa motivo razon finalidad \
                que_falta_hace de_que_sirve con_que_fin a_santo
            que + tiene_que_ver mas_os_da mas_les_da importa
            quier* necesit* hace_falta + saber*lo saber
            """,
        Signal.REPEAT: """
            repet* repit* otra_vez de_nuevo como_dice como_dices que_dice que_dices como_era \
                cual_era no_entend* no_entiend* no_te_entiend* no_le_entiend* no_comprend* \
                no_pill* no_te_sigo no_le_sigo no_oi no_he_oido no_te_oigo no_le_oigo perdona perdon
            que como cual eh mande + <4
            que + pregunt* decia* preguntad*
            """,
        Signal.ABUSIVE: """
            eres sois usted ustedes vete iros idos vayan* vayase vuestr* te os tu vosotr* + \
                idiota* imbecil* gilipoll* cabron* mierd* put* estupid* inutil* estafador* ladron* \
                tont* subnormal* asco basura payas* maldit* follen joda jodan muer* sinverguenza* \
                retrasad* capull* pesad* mentiros*
            """,
    },
    "en": {
        Signal.WANTS_DEMO: """
            demo demos demonstrat* walkthrough walk_me walk_us
            show + me us
            see try test look + it action product tool software platform system works live screen \
                app + want like love can could may keen happy let when how
            buy purchase sign order subscribe contract + want like love ready can where how let_s \
                i_ll we_ll going take up
            sign_me sign_us i_ll_take we_ll_take
            presentation + see want like give get have
            """,
        Signal.OPT_OUT: """
            stop quit cease no_more don dont not never + text* messag* contact* email* e_mail* \
                call* write writing bother* send* spam* sms hear + me us my again anymore any \
                more from these this you
            stop unsubscrib* + <4
            unsubscrib* opt_out opting_out
            remove delete erase take wipe forget scrub + me my number details data off list info us
            leave + alone us_be me_be
            no stop enough don want + more + texts messages emails calls
            """,
        Signal.WANTS_HUMAN: """
            person human someone somebody anyone anybody agent rep adviser advisor representative \
                salesperson colleague manager specialist sales_team team sales operator people + \
                talk speak call phone ring chat connect get put want need prefer rather pass \
                transfer explain contact have real walk hear discuss
            call phone ring + me us + can could please would rather prefer just someone + <14
            over by on + phone + talk speak prefer rather do discuss
            bot robot machine ai + not don rather no stop + talk talking speak chat want
            """,
        Signal.SUPPORT: """
            customer* client* user subscriber + i_m i_am we_re we_are am been being already \
                existing current yours + <16
            my our your + account invoice* password order* subscription login bill contract \
                licence license + not no error* problem* issue* wrong help can cannot cancel* \
                change lost forgot* locked reset late never twice miss* renew* arriv* question
            support helpdesk ticket + need contact get open department technical tech raise reach \
                your with_my
            i we me us my + charged billed overcharged refund* reimburs* warranty
            refund* reimburs* complain* + want like need make get
            can cannot couldn not stopped error* problem* won doesn keeps + log login access \
                signin sign_in load* work* crash* + app account your platform installed bought \
                site portal
            """,
        Signal.WRONG_PERSON: """
            wrong mistaken mixed incorrect + number person guy one company contact people lady \
                man somebody someone me
            mistake + number contact* by made think
            student* thesis homework coursework dissertation essay + i i_m im am my for
            class school university college course + project assignment paper research survey
            sell* offer* pitch* partner* supply introduc* propos* + you your
            resume cv vacanc* hiring internship recruit*
            job work + apply* looking seeking application openings
            not no isn + me him her person here i_m somebody + number right name longer this \
                that_s your the_one works
            never didn don not + asked ask requested request signed registered contacted filled know
            """,
        Signal.NOT_INTERESTED: f"""
            {_NOT} no_longer + interest* thanks thank
            {_NOT} + want need looking buy buying + anything this it that your any more + <10
            {_NOT} + for_us for_me fit relevant worth right
            pass + i_ll we_ll i_will going think hard have + <9
            already + have got found chose picked went signed + another one provider someone \
                somebody else solution sorted
            we_re_good i_m_good all_set we_re_fine i_m_fine
            lost_interest changed + mind interest
            """,
        Signal.LANGUAGE_SWITCH: """
            english spanish espanol ingles castellano language + speak* write talk* in switch* \
                prefer reply answer chang* continue please can could
            """,
        Signal.LATER: f"""
            {_WHEN_EN} + {_REACH_EN}
            later another_time other_time afterwards next_time + <7
            not can cannot can_t bad wrong terrible poor + now today moment time
            busy meeting driving swamped tied_up travelling traveling + i_m am right now at \
                currently bit we_re super really
            """,
        Signal.REFUSES: f"""
            {_NOT} + {_MAY_TELL_EN}
            {_NOT} pass + <5
            rather prefer + not no keep skip leave
            private personal confidential secret sensitive none_of
            skip next_question move_on keep_that
            """,
        Signal.DOES_NOT_KNOW: f"""
            {_NOT} no + know sure idea clue decid* clear thought remember tell recall yet figured \
                set certain worked
            {_NOT} no + <4
            unsure depend* dunno idk undecided unknown unclear tbd tbc varies wonder*
            ask check find_out look_into think work_out + have need would will must let d_have i_ll
            hard difficult tough early + say tell know
            """,
        Signal.OPT_IN: """
            resume start unstop subscribe continue carry go_on back
            can may could please ok yes + write text message contact email again
            """,
        Signal.IS_BOT_QUESTION: """
            robot* bot bots machine* automat* ai a_i chatbot* gpt chatgpt computer* program \
                software algorithm real_person actual_person real_human human humans flesh
            who whom + talk* speak* am_i are_you is_this writing
            are is + real person somebody someone
            """,
        Signal.WHY: """
            why what_for purpose reason how_come what_does_that_have so_what
            what + need want use matter* business ask* + for to it_s that you why
            need_to_know want_to_know does_it_matter is_it_relevant relevan*
            """,
        Signal.REPEAT: """
            repeat again once_more rephrase pardon beg_your say_what come_again
            not don didn couldn can cannot never + understand understood follow get_it get_that \
                catch hear get_you see_what
            what huh eh sorry + <4
            what + mean question asking ask* said
            """,
        Signal.ABUSIVE: """
            you you_re you_are your u ur yourself yourselves + idiot* stupid* dumb* useless moron* \
                scum* crap* shit* fuck* suck* liar* thie* scam* pathetic worthless garbage trash \
                clown* bastard* ass arse asshole* hate die hell imbecile* cretin* loser* bloody \
                incompetent* waste
            """,
    },
}
