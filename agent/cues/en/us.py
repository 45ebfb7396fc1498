"""By what words does somebody speak of us: a demo, an insult, their why? English."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

WHOLE: Cues = {
    Signal.WHY: phrases(
        """
        why, what for, how come, why is that, and why, why that, but why, why though, for what, what
        s that for, why (do you)? ask, reason
        """
    ),
    Signal.REPEAT: phrases(
        """
        what, sorry, pardon, huh, come again, i don t (understand|get it|follow|get you), what
        (do|did) you (mean|say|ask), repeat, once more, (say|come) again, what (is|was) that, (one)?
        (more)? time please, excuse me, pardon me, eh
        """
    ),
}

ANYWHERE: Cues = {
    Signal.WANTS_DEMO: phrases(
        """
        (want|like|need|love|interested in|book|schedule|request|get|have|set
        up|arrange|do|try|see|watch|organise|organize|plan|fix) (to)?
        (see|get|have|book|schedule|try|watch|request)? (me|us)? (a|the|your|some)?
        (live|quick|short|free|product|online|video)? demo, (show|give|send|do) (me|us)? (a|the)?
        (live|quick|short)? demo, see it in action, see (it|this|the product|the tool|how it works)
        (live|in action|working), product demo, demo please, (a|the)? live demo,
        (live|product|quick) demonstration, (want|like|need|book|schedule|get|see|have|request) …
        demonstration, (want|like|ready|need|wish|decided) to (buy|sign up|sign|purchase|subscribe
        to the plan|order|hire you|go ahead|get started|become a customer|become a client), where
        (do|can) i (sign|buy|pay|sign up), (take|shut up and take) my money,
        (schedule|book|arrange|set up|organise|organize|make|fix) (a|an)?
        (meeting|call|appointment|visit) (with|to|for|please|.), how (do|can) (i|we)
        (buy|purchase|sign up|order|hire you|get started), we ll take it, i ll take it
        """
    ),
    Signal.WHY: phrases(
        """
        why (you|u|they)
        (need|ask|asking|want|wanna|care), what (does|has|s) (that|this|it) (have|got)? (to do
        with|matter to you) …, what (is|s)
        (it|that|this) to (you|u), what business (is it|of yours), why
        (do|would|are|did|should|must) (you|u|i|we) (ask|asking|need|want|care|have
        to|tell|say|give|answer|share|wanna|require), why (is|does|s) (that|this|it)
        (important|matter|relevant|necessary|your business), why should i tell, what (do you|is it
        you|d you|would you) (need|want|use) (that|this|it|my|our)? … for, what s (it|that|this) (to
        you|for), what does (that|this|it) matter, what (is|s) (that|this|it|the)
        (information|question|data)? (used)? for, why (all)? (these|the|so many|this) questions,
        what do you care, why my (budget|name|number|phone|email|company), what are you (going
        to|gonna) do with (my|it|that|this)
        """
    ),
    Signal.REPEAT: phrases(
        """
        say (that|it) again, repeat (that|it|the question|please|yourself|what),
        (can|could|would|will) (you|u) (please)? (repeat|rephrase|say that|explain the question),
        please repeat, what (do|did) you (mean|just say|just ask|say) …, (don t|do not|didn t|did
        not) (understand|get|follow|catch|hear) (the question|that|you|what you|your question|it|a
        word), what (was|is|were) (the|your|that) question, what were you (saying|asking), come
        again, rephrase, one more time, didn t catch, what did (you)? (say|ask), run that by me,
        missed that, what you (just)? (said|asked), say what
        """
    ),
    Signal.ABUSIVE: phrases(
        """
        you suck, this bot sucks, idiot, idiots, moron, morons, asshole, assholes, arsehole, fuck,
        fuck you, fuck off, fuck (ing)? (idiot|bot), fucker, motherfucker, bullshit, shit, shitty
        (bot|company), (stupid|dumb|useless|worthless|pathetic|crappy|damn)
        (bot|robot|machine|ai|assistant|computer), (you|you re|you are|u r|ur|your) (so|such
        a|a|an|really|fucking|an absolute)?
        (stupid|dumb|useless|retarded|retard|idiot|moron|joke|piece of crap|piece of
        shit|scammer|scammers|liar|liars|thief|loser|clown), piece of crap, piece of shit, screw
        you, go to hell, bitch, bastard, dumbass, son of a bitch, kill yourself, drop dead, shut up,
        stfu, scumbag, cunt, dickhead, wanker, prick
        """
    ),
    Signal.SMALL_TALK: phrases(
        """
        (what|whats|what s|what is) (your|ur) (given|first|last|full|real|actual|own)? name …,
        (and|so)? your name is, your name (please|.), (do|did) you have (a|any)?
        (name|family|wife|husband|boyfriend|girlfriend|kids|children|brother|sister|siblings|parents|pet|pets|hobby|hobbies|job|life|friends|feelings|soul),
        what (can|should|do|may|could|would) (i|we|people|they) (call|name) you, how
        (should|do|can|may) i (call|address|refer to) you, what (are|r) you called, what do
        (they|people|your friends) call you, (name) (of the)? (ai|assistant|bot) …, tell me your
        name, (give|know|get) (me)? your name, (who|what|which)
        (company|person|people|firm|team|business|organization|programmer|developer|engineer)?
        (makes|made|make|built|builds|created|creates|designed|developed|programmed|trained|coded|wrote|owns|invented|manufactured|engineered|produced)
        you, (company|person|people|who|firm|organization) (is|was|are) (responsible for|behind)
        (your (design|creation|development|programming|existence)|making you|creating you|building
        you|designing you|you), (were|was|are|been) you
        (made|designed|built|created|developed|programmed|trained|invented|manufactured|coded|engineered|born)
        (by|from|in|at)?, your
        (creator|creators|maker|makers|developer|developers|designer|inventor|manufacturer|owner|programmer|birthday|age|hobbies|hobby|origin|nationality|favorite
        …|favourite …|star sign|boss s name|gender|family|wife|husband), where (do|did|are|r)
        (you|u) (live|come from|from|born|reside|located right now|grow up), how old (are|r)
        (you|u), (are|r) (you|u) (single|married|dating|gay|straight|hot|sexy|pretty|male|female|a
        boy|a girl|happy|sad|hungry|tired|bored|in love|free tonight|lonely|from
        (spain|mexico|india|here|the us|the uk)|a man or a woman|a woman or a man),
        (do|can|could|would|will) (you|u) (love|like|marry|date|kiss|sleep|eat|dream|drink|feel|have
        feelings|dance|sing|go out with|have dinner with|have sex) (me|with me|at
        all|anything|music|football|.), what (do|did|are|r) (you|u) (like|eat|wearing|look like|do
        for fun|do for a living|doing tonight|dream about|doing later), tell me (a joke|about
        yourself|something about yourself|a story|something funny), (what s|what is) the (meaning of
        life|weather), send (me)? (a|your) (photo|picture|pic|selfie|nudes)
        """
    ),
    Signal.LANGUAGE_SWITCH: phrases(
        """
        (i|we) (don t|do not|can t|cannot) (really)? (speak|understand|read) spanish, no hablo
        espanol, (my)? spanish is (bad|poor|terrible|not good), in english, (speak|talk|write|switch
        to|change to|answer in|reply in|use|prefer|have|do you know) english, en ingles, english
        please, (hablas|habla|hablan|hablais|hablamos|podemos hablar) (en)? ingles, english version
        """
    ),
}

UNLESS: Cues = {
    Signal.WANTS_DEMO: phrases(
        """
        (customers|clients|leads|they|people|prospects) … demo, (our|their) (own)? demo, demo
        (account|version|data|requests|request form), (a|the|make|lots of|too many|more) demo
        (calls|bookings|no shows), (customers|clients|leads|they|people|prospects|who) …
        (want|like|ready|decided) to (buy|sign|sign up|order), (salespeople|reps|team|agents|it|help
        us|leads|customers|clients|patients|prospects|calendar|tool|automatically) …
        (schedule|book|arrange|set up) (a|an)? (meeting|call|appointment|visit)
        """
    ),
    Signal.REPEAT: phrases(
        """
        repeat (customers|business|orders|buyers|purchases|sales),
        (customers|clients|they|leads|people|who) … (repeat|understand|get it), what do you mean by,
        what you said (is|was|sounds|before is) …
        """
    ),
    Signal.WHY: phrases(
        """
        (that s|which is|is|reason) why …
        """
    ),
    Signal.ABUSIVE: phrases(
        """
        no shit, holy shit, oh shit, shit happens, (lost|losing|ton|load|lot) (of)? shit, bitch of
        a, the idiot s guide, idiot proof,
        (boss|partner|husband|wife|landlord|neighbour|neighbor|contractor|builder|plumber|guy|supplier|ex|he|she)
        … (idiot|moron|asshole|arsehole|bastard|bitch|prick|wanker|dickhead|cunt), (not)? (a)? fuck
        (all|knows|if i know|it|me|no|yeah|yes), for fuck s sake, give a (fuck|shit), (piece of|pile
        of|load of) (crap|shit) … (spreadsheet|software|crm|boiler|kitchen|bathroom|system|roof),
        (boiler|kitchen|bathroom|roof|spreadsheet|crm|software|system|house|excel) … (piece of
        crap|piece of shit|shit|bullshit)
        """
    ),
    Signal.SMALL_TALK: phrases(
        """
        your name (and|or) …, what s your name for, (your|you)
        (company|product|software|office|offices|team|business|owner s manual) …, (are|were) you
        (made|built|created|designed|developed|trained) (for|to|with), (are|were) you
        (based|located), where are you (based|located), do you like (to)? (work|working|our|the
        idea|it), how old are you as a company, your owner (portal|manual), your
        (boss|developers|developer|designer)
        (for|do|does|can|would|in|charge|rate|rates|team|could|will|work|works), have kids
        (mode|room)
        """
    ),
    Signal.DOES_NOT_KNOW: phrases(
        """
        (customers|clients|people|leads|they|nobody|who|prospects|patients) (do not|don t|dont) know
        …, (don t|do not|dont) know (who|us) (calls|called|writes|wrote|to call|.), (don t|dont|do
        not) know (how to|how i can|how can i|how do i|what to do to|what i have to do|what i need
        to do)
        (talk|speak|chat|contact|reach|cancel|close|remove|delete|unsubscribe|sign|to|stop|get)
        """
    ),
    Signal.LANGUAGE_SWITCH: phrases(
        """
        (need|needs|want|customers|clients|website|web|leads|it|messages|emails|available|work|works|reply
        to|sell|page|docs|interface|team|staff|patients|campaigns|support) … (in
        (english|spanish)|in ingles|en ingles),
        (customers|clients|leads|team|staff|they|most|some|half|patients|people|who)
        (all|mostly|also|only|don t|who)? (speak|talk|write|use|prefer|know) (english|spanish),
        english (and|or) spanish, (nuestros|los|mis|clientes|equipo|muchos|algunos) … (hablan|habla)
        (en)? ingles,
        (web|pagina|contratos|clientes|correos|mensajes|documentos|soporte|textos|version|manual|aplicacion|app)
        … en ingles
        """
    ),
}
