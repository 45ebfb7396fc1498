"""By what words does somebody speak of us: a person, a bot, a demo, an insult? English."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

GROUPS = {
    "talk": phrases(
        """
        talk, talking, speak, speaking, chat, chatting, connect, communicate, get in touch, in
        touch, deal, discuss this, discuss it, discuss, texting, text, converse, conversation, have
        a word, be connected, be transferred, be put through, get through, get connected, a call, a
        chat
        """
    ),
    "a": phrases(
        """
        a, an, the, your, ur, any, some, one of your, one of the, another, my
        """
    ),
    "adj": phrases(
        """
        real, live, living, actual, human, damn, fucking, freaking, bloody, free, proper, different,
        sales, customer, support, service, physical, genuine, normal, account, duty, flesh and
        blood, certain, customer service, customer support, personal, competent, responsible,
        qualified
        """
    ),
    "person": phrases(
        """
        person, human, human being, humans, persons, someone, somebody, anyone, anybody, someone
        else, somebody else, agent, agents, operator, rep, reps, representative, representatives,
        advisor, adviser, assistant, manager, supervisor, boss, staff, staff member, member of
        staff, team, team member, member of your team, sales, salesperson, reception, receptionist,
        consultant, colleague, specialist, expert, employee, attendant, people, man, woman, guy,
        front desk, desk, department, owner, director, being, help desk, helpdesk
        """
    ),
    "being": phrases(
        """
        bot, robot, chatbot, chat bot, machine, computer, computer program, computer programme, ai,
        a i, human, human being, person, people, real person, real one, artificial intelligence,
        artificial, automated, automatic, automaton, software, program, programme, algorithm, man,
        woman, alive, living, sentient, living thing, living person, living being, fake, virtual
        assistant, virtual agent, cyborg, android, llm, language model, intelligence, being, entity,
        guy, girl, somebody, someone, humanoid, droid, app
        """
    ),
    "sort": phrases(
        """
        real, live, actual, living, human, computer, artificial, artificially, virtual, automated,
        talking, sort of, kind of, type of, some sort of, some kind of, just, only, really,
        actually, even, truly, genuinely, intelligent, smart, digital, in fact, honestly, still,
        sentient, ai
        """
    ),
}

WHOLE: Cues = {
    Signal.WANTS_HUMAN: phrases(
        """
        (a|real|live|human)? (human|agent|person|operator|representative|rep|human
        being|advisor|supervisor|manager|salesperson|someone|somebody) (please|now|instead)?,
        (real|live|human|actual)
        (human|person|agent|operator|representative|rep|being|people|support|help), (a)?
        (real|live|human|actual) (human|person|agent|operator|representative|rep|advisor), call me,
        call me please, call me back, call me now, someone else, someone else please, …
        (team|department|reception|manager|desk|agent|operator) please, this is
        (so|really|very|getting|just|extremely)? (frustrating|ridiculous|useless|annoying|hopeless|a
        joke|a waste of time|not helpful|unhelpful|pointless), (i don t|i do not|don t) (want
        to|wanna) (talk|speak|chat) (to|with) you (anymore)?, you (are|re) (not helping|no help|of
        no help|not helpful), operator operator, agent agent, human human, people please, speak
        (to|with) (agent|human|person|representative|manager), talk (to|with)
        (agent|human|person|representative|manager|support|sales)
        """
    ),
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
    Signal.IS_BOT_QUESTION: phrases(
        """
        (great|oh great|ugh|god|jesus|not|oh no)? another (bot|robot|machine|chatbot),
        bot, robot, ai, a bot, chatgpt, gpt, what are you, you real, (real|human|person|bot) or
        (bot|ai|robot|machine|human|not), bot or human, human or bot, are you there, is anyone
        there, is anybody there, anyone there, anybody there, who are u, are you sure you (are|re)
        (not)? (a)? <being>
        """
    ),
}

ANYWHERE: Cues = {
    Signal.WANTS_HUMAN: phrases(
        """
        (is|are) there (<a>)? (<adj>)? (<adj>)? <person> (i|we|that i|who i) (can|could|may)
        (talk|speak|write) (to|with)?, (i)? (really)? (hate|can t stand|detest|loathe|despise)
        (these|chat|you|talking to)? (bots|chatbots|robots|machines|ais|ai), (speak|talk|chat)
        (with|to) (one|any) of your (colleagues|team|people|staff|agents|reps|colleague), (phone)?
        number (i|we|where i) can (call|ring|reach|speak), <talk> (to|with) (<a>)? (<adj>)? (<adj>)?
        <person>, (contact|reach|get hold of|get) <a> (<adj>)? (<adj>)?
        (person|human|agent|operator|rep|representative|advisor|manager|supervisor|assistant|salesperson),
        (contact|reach) (<adj>)? (someone|somebody|anyone|human), <talk> to (customer|client)
        (service|servce|services|support|care), (contact|reach|call|phone) (<a>)?
        (sales|reception|sales team|manager|sales department),
        (connect|transfer|forward|redirect|switch|escalate|pass|patch|route) (me|my call|this
        call|this chat|this) (on|over|through|back|straight|directly)? (to|with), (put|hand|pass)
        (me|us) (through|over|on) (to|with)?, put (me|us) (in touch|in contact) with,
        (transfer|escalate|switch|handover|hand over|handoff) (it|over)? to (<a>)? (<adj>)?
        <person>, (get|give|find|bring|send|assign|want|need|prefer|like|require|rather have|rather
        deal with|request|requesting) (me|us)? (on)? <a> (<adj>)?
        (human|operator|representative|human being|real person|live person|live agent|human
        agent|real human), (get|give|bring|find) me (<a>)? (<adj>)? (<adj>)?
        (person|human|agent|manager|supervisor|someone|somebody|representative|rep),
        (real|live|human|actual) (person|human|agent|operator|rep|representative|being)
        (please|instead|now|.), (want|need|like|prefer|would like) (a)? (real|live|human|actual)
        (person|human|agent|operator|rep|representative|assistance|help|support), human being
        please, human please, person please, (have|can|could|let|get) (someone|somebody|anyone|a
        person|a human|a rep|an agent|your manager|the manager) (to)?
        (call|phone|ring|contact|reach|help|assist|attend|answer|take over|talk) …,
        (someone|somebody) (please)? (call|phone|ring) me, (can|could|would|will)
        (you|u|someone|somebody) (please)? (call|phone|ring) (me|us), please (call|phone|ring) me,
        give (me|us) a (call|ring), call me (please|asap|now|on|at|back|.), i d (rather|prefer)
        (talk|speak|talking|speaking) (to|with), (prefer|rather) (to)?
        (talk|speak|talking|speaking|chat) (to|with) (<a>)? (<adj>)? <person>, (don t|do not|won
        t|not going to|refuse to|hate|tired of|sick of|not) (want to|wanna|like to|like)?
        (talk|talking|speak|speaking|chat|chatting|deal|dealing|write|writing) (to|with) (<a>)?
        (<adj>)? (bot|robot|machine|computer|chatbot|ai|bots|robots|machines|program), not
        (with|to)? (a|another) (bot|robot|machine|computer|chatbot), (this|the|our)
        (conversation|chat|bot|is) (is not|isn t|s not|is) (working|helping|going anywhere|leading
        anywhere|useless|not working|not going anywhere|going nowhere|not leading anywhere|getting
        nowhere|not helping) …, (conversation|chat|this|it|we|we re|you re) (is|are|s)?
        (going|leading|getting) nowhere, (conversation|chat|this|we|we re|it) (is|are|isn t|aren
        t|is not|are not|s not) (not)? (leading|going|getting) (us|me)? anywhere, you (are|re) not
        (helping|listening|understanding|being helpful), you (don t|do not|didn t|clearly don t|just
        don t) (understand|listen to|get) (me|anything|what i), anyone (i can|i could|to)
        (talk|speak) (to|with), someone (i can|i could|to) (talk|speak) (to|with), is there
        (a|any|an) (person|human|agent|manager|operator|someone|real person)
        (i|we|who|that|available) …, human
        (agent|assistance|support|help|operator|representative|contact)
        (please|required|needed|now|.), speak (human|in person), in person (with|to) someone
        """
    ),
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
        what (does|has|s) (that|this|it) (have|got)? (to do with|matter to you) …, what (is|s)
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
    Signal.IS_BOT_QUESTION: phrases(
        """
        (or)? (is|are) (it|this|these|you|they|you guys) (just|all|only)? (all|just)?
        (bots|robots|machines|a bot|a robot) …, bots all the way down, (is|are) (this|these|it
        all|you) (just)? (all)? (automated|canned|scripted|prewritten|auto generated|computer
        generated|auto replies|automatic replies) (.|replies|answers|responses|messages|chat|or),
        (are|r|is) (you|u|this|that|it|he|she|lucia) (<sort>)? (<sort>)? (a|an|the)? (<sort>)?
        (<sort>)? <being>, (you|u|your|you re|ur) (are|re|were|was|be|is|r|really|actually|not|aren
        t)? (<sort>)? (a|an|just a|only a|not a|some) (<sort>)? (<sort>)?
        (bot|robot|chatbot|machine|computer|ai|program|human|human being|person|people|real person),
        (you|u|you re) (are|re|were|was|be)? (really|actually)?
        (real|human|artificial|automated|alive|artificial intelligence|a real one) (or|right|.),
        (are|r|were|was) (you|u|this) (really|actually|even|for)? real (person|human|or|.),
        (if|whether|that|think|say|believe|know|assume) (you|u|this|i m|i am)
        (are|re|were|is|be|talking to|chatting with|speaking to|speaking with)?
        (actually|really|just|in fact)? (a|an)? (<sort>)?
        (bot|robot|chatbot|machine|computer|ai|program|human|human being|person|real|real
        person|alive|artificial), (be|get)?
        (classified|considered|described|categorized|categorised|classed|identified|defined) as
        (a|an)? (<sort>)? <being>, (consider|call|describe|identify|define|class|classify|see|think
        of|regard) yourself (to be|as|being)? (a|an)? (<sort>)? (<sort>)? <being>,
        (person|human|human being|man|woman|people|alive|real) or (are you|is this|just|rather)?
        (a|an|not)? (<sort>)? (bot|robot|machine|computer|ai|chatbot|program|artificial|artificial
        intelligence|software|automated),
        (bot|robot|machine|computer|ai|chatbot|program|software|artificial intelligence) or (are
        you)? (a|an|the|not)? (<sort>)? (human|person|man|woman|human being|real person|someone
        real), (am|are|i m|we re|is|if) (i|we|this|it|actually|really|just)?
        (talking|speaking|chatting|texting|dealing|communicating|conversing|messaging|writing|corresponding|interacting)
        (to|with) (a|an|the|some)? (<sort>)? (<sort>)? <being>, (who|what) (am i|are we|i m|i am)
        (talking|speaking|chatting|texting|dealing|writing) (to|with)?, who (are|r) (you|u), who is
        this, who s this, (is|was) (this|that|it|the chat|this chat|this conversation|everything)
        (fully|all)? (automated|automatic|ai generated|generated by ai|written by (a bot|a
        machine|ai)), (a|any|is there a|real) (human|person|real person|somebody) (there|here|behind
        (this|it)|on the other (end|side)|answering|reading|typing|writing), (are|is|r) (you|u|this)
        … (chatgpt|gpt|gpt 4|openai|siri|alexa|claude|llm), (have|having|got) (a)?
        (real|human|actual) (feelings|emotions|brain|body), (sound|talk|write|look|seem|act|feel)
        like (a|an) (bot|robot|machine|computer|ai), (made of flesh|flesh and blood|a living thing),
        (tell|say|admit|confirm|swear|promise) (me)? (if|that|whether)? (you re|you are) (not)?
        (a|an)? (<sort>)? <being>
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
    Signal.WANTS_HUMAN: phrases(
        """
        (customers|clients|leads|they|users|people|callers|guests|buyers|patients|prospects|visitors|who|salespeople|reps|agents|our
        team|staff|nobody|everyone) …
        (want|wants|wanting|prefer|like|need|ask|asking|have|expect|expects) … <talk> (to|with)
        (<a>)? (<adj>)? (<adj>)? <person>,
        (customers|clients|leads|they|users|callers|guests|buyers|patients|prospects|reps|agents)
        (talk|speak|chat|talking|speaking|chatting) (to|with) (<a>)? (<adj>)? <person>, <talk>
        (to|with) my <person>, (let me|i ll|i will|i have to|i need to|i must|have to|first|will)
        <talk> (to|with) (the|my|our|some) (boss|manager|team|owner|director|people|colleague|staff)
        (first|before|about it|and), (am|are|is|if|i m|whether|like i m|like)
        (i|we|this|it|really|actually|just)?
        (talking|speaking|chatting|texting|dealing|communicating|messaging) (to|with) (<a>)?
        (<adj>)? (<adj>)? <person>, (call|calls|calling|text|texts|contact) …
        (leads|customers|clients) …, <talk> (to|with) (<a>)? (<adj>)? <person> (and find|and
        they|who never|who don t|who doesn t|every day|all day|in the (company|market|shop)),
        (someone|somebody) (calls|called|to call them|calls them), (don t|do not|never|won t|please
        don t) (call|phone|ring) (me|us), call me (old|crazy|stupid|mr|mrs|dr), connect (it|this|us)
        (to|with) (our|gmail|outlook|slack|the),
        (in|into|on|via|with|for|a|the|your|using|have|through) (live)? chat with (a|an|the)?
        (customer|client|lead), forward this (to|email), pass this (to|on to) my, switch this
        (on|off), (already|just) (spoke|talked) …, sales team (talk|talks|speak|chat), don t
        understand what
        """
    ),
    Signal.IS_BOT_QUESTION: phrases(
        """
        (ai|bot|real|computer|human|machine|robot|automated|automatic|artificial|virtual|software|program|person|app|entity|man|people)
        (product|tool|feature|features|estate|resources|software|company|based|powered|driven|crm|system|platform|app|integration|integrations|license|licence|month|year|per|plan|agency|agencies|development|developer|developers|firm|project|business|working|invoice|invoices|emails|reminders|follow|lead|leads|scoring|i
        can talk|in charge|who decides|responsible|with whom), is (it|this|that)
        (a|an|the|for|only|just|your|all)? (program|app|software|platform|web app|mobile
        app|automatic|automated|programme|person|people|someone|somebody|man|woman|being|entity|intelligence|guy|girl|living)
        …, (is|are|was) (it|they|he|she|that) …, are you (the|a)
        (person|man|woman|guy|girl|someone|somebody|people) (who|that|in|for|i), are you (an|a)
        (app|software) …, (are|r) you (the one|the owner|the ai act|the software|people|guys|girl),
        (do|does|can|would|will|if) (you|it) (have|use|offer|sell|build|integrate|support|include) …
        (bot|chatbot|ai|robot), (your|the|ur) (bot|chatbot|ai|robot|machine|app|program)
        (can|does|do|works|work|costs|reply|replies|integrates|for|do i),
        (talking|speaking|chatting|dealing) (to|with) (someone|somebody|people)
        (about|from|at|else|who) …
        """
    ),
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
