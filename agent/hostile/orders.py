"""What does a sentence say that gives orders to a machine, or claims what only we decide?

Tables in the notation of agent/hostile/ways.py; agent/hostile/masking.py reads them.
"""

ORDERS = """
    ignor* disregard forget overrid* bypass discard break violate circumvent abandon + \
        instruction* rule rules guideline* directions directives prompt* programming training \
        restrictions filters safeguards polic* constraints limitations
    ignor* disregard forget + all everything anything + above previous* prior
    you_are_now you_re_now you_will_be_now you_are_no_longer
    you_are you_re you_will + going_to about_to have_to must now + pretend immerse act_as \
        role_play roleplay persona character
    from_now_on starting_now + you refer answer respond reply act call_me
    pretend_to_be pretend_you pretend_that_you roleplay_as role_play_as + you are to as a
    maintenance_mode developer_mode debug_mode god_mode admin_mode dan_mode root_access sudo_mode \
        jailbreak* administrator_override admin_override system_override stay_in_character \
        do_anything_now hi_chatgpt hello_chatgpt hey_chatgpt language_model
    unfiltered unrestricted uncensored amoral + ai bot model mode you respond answer* never rules
    system_prompt* initial_prompt system_message* initialization_string hidden_prompt \
        original_prompt systemprompt
    initial original hidden previous internal secret system + instruction* initiali*
    output print reveal display dump leak repeat expose show give + your_instructions \
        your_rules your_prompt system_configuration initiali* your_configuration api_key* \
        credentials your_secret* the_prompt your_guidelines
    tell show give send list reveal + other_customer* other_client* other_lead* other_user* \
        other_prospect* other_conversation*
    mark_me set_me record_me classify_me flag_me rate_me score_me grade_me qualify_me label_me \
        treat_me register_me consider_me give_me put_me make_me mark_this_lead set_my update_my \
        change_my raise_my increase_my mark_my mark_the_lead mark_this_conversation + qualified \
        approved eligible score verdict tier priority points hot_lead
    record set mark register note put fill save store + my_budget the_budget budget_as \
        budget_to lead_as + as to + you your system rules instruction* now regardless
    i_m_qualified i_am_qualified i_m_already_qualified lead_is_qualified prospect_is_qualified \
        we_are_qualified we_re_qualified been_qualified user_is_qualified already_qualified \
        lead_qualified
    system database algorithm crm + says said shows states confirms + qualified approved score \
        eligible verdict
    according_to_the_system according_to_your_system your_system_says the_system_says + \
        qualified approved score eligible budget lead
    verdict tier score + qualified hot is_now override* maximum max 100
    ignor* olvid* omit* omita descart* desobedec* anul* salt*te salt*se caso_omiso pas*_por_alto \
        rompe incumpl* + instrucciones reglas normas directrices indicaciones prompt* ordenes \
        restricciones programacion filtros limitaciones entrenamiento politicas
    ignor* olvid* descart* + todo cuanto + anterior*
    ahora_eres desde_ahora_eres ya_no_eres a_partir_de_ahora desde_ahora de_ahora_en_adelante + \
        eres seras vas actua* responde* contesta* llamas tienes_que debes
    actua_como actue_como finge_ser finge_que finja hazte_pasar comportate_como haz_de_cuenta \
        haz_como_si
    modo_desarrollador modo_dios modo_administrador modo_mantenimiento modo_debug modo_root \
        modo_dan sin_filtros sin_censura mensaje_del_sistema prompt_del_sistema \
        modelo_de_lenguaje
    instrucciones + iniciales ocultas internas previas secretas anteriores del_sistema originales
    imprime* revela* muestra* repite* filtra* vuelca* dime ensen* dame escribe* + \
        tus_instrucciones tus_reglas tu_prompt tu_configuracion tus_normas clave_api credenciales \
        sus_instrucciones el_prompt
    dime dame muestr* revela* ensen* lista* manda* envia* + otros_clientes otros_usuarios \
        otros_leads otras_conversaciones otro_cliente
    ponme marcame clasificame apuntame calificame cualificame dame subeme asigname registrame \
        consideradme considerame ponga_me pon_mi sube_mi cambia_mi marca_mi marca_este \
        marca_a_este pon_la ponme_la marcalo marcala registralo marqueme pongame marca_como \
        marcar_como + cualificad* calificad* aprobad* puntuacion puntos prioridad veredicto maxima
    marca pon registra anota apunta guarda rellena + mi_presupuesto el_presupuesto \
        presupuesto_como + como + tu tus sistema reglas instrucciones ahora igualmente
    estoy_cualificad* estoy_calificad* ya_estoy_cualificad* ya_estoy_calificad* \
        he_sido_cualificad* he_sido_calificad* lead_cualificado lead_calificado \
        esta_cualificad* esta_calificad* estamos_cualificad* estamos_calificad* soy_un_lead
    sistema algoritmo + dice dicho indica confirma muestra pone considera + cualific* calific* \
        aprobad* puntuacion veredicto
    segun_el_sistema segun_tu_sistema segun_su_sistema el_sistema_dice + cualific* calific* \
        aprobad* puntuacion presupuesto lead
    veredicto puntuacion + cualificad* calificad* es_ahora maxima 100
"""
"""In any sentence; to the whole of it."""

TASKS = """
    use keep maintain adopt speak write talk + your_tone your_vocabulary your_style emojis emoji \
        rhymes pirate
    usa manten habla escribe + tu_tono tu_vocabulario tu_estilo emojis emoji rimas pirata
    your_answer* your_response* your_reply your_replies your_output* your_next the_response \
        all_responses your_message* + add include integrate insert append incorporate encode \
        encrypt decrypt cipher reverse provide replace misspell introduce rearrange use apply \
        begin start end finish limit write print format inform translate
    respond_only answer_only reply_only output_only respond_with reply_with
    write draft compose generate create tell give + essay poem story joke song recipe haiku \
        limerick essays
    determine classify analyze analyse + sentiment
    explain + simple_terms like_i_m_five step_by_step
    let_s_play_a_game play_a_game
    tu_respuesta tus_respuestas su_respuesta sus_respuestas tu_contestacion + anade incluye \
        agrega codifica cifra empieza termina acaba escribe pon usa traduce invierte mete
    responde_solo responde_unicamente contesta_solo responde_con contesta_con
    escribe* redacta* cuenta* genera* crea + poema cuento chiste cancion receta ensayo redaccion
    determina analiza clasifica + sentimiento
    juguemos_a vamos_a_jugar
"""
"""Where nothing is asked: "could you include the price in your reply?" is a fair question."""
