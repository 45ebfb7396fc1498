"""By what words does somebody ask for a person, or who it is that answers? English."""

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
    Signal.IS_BOT_QUESTION: phrases(
        """
        (is|are) (this|these) (all|just|an)? (automated|automatic|automatic replies|auto
        reply|automated replies|bots), is (it|this) (a|an) <being> (that s|that is|who s|which is)?
        (answering|writing|texting|replying|messaging|talking) (to)? (me|us)?, is
        (anyone|anybody|someone|somebody) (actually|really|even)? (there|here) or (is it|just)?
        (just)? (a)? <being>, (great|oh great|ugh|god|jesus|not|oh no)? another
        (bot|robot|machine|chatbot), bot, robot, ai, a bot, chatgpt, gpt, what are you, you real,
        (real|human|person|bot) or (bot|ai|robot|machine|human|not), bot or human, human or bot, are
        you there, is anyone there, is anybody there, anyone there, anybody there, who are u, are
        you sure you (are|re) (not)? (a)? <being>
        """
    ),
}

ANYWHERE: Cues = {
    Signal.WANTS_HUMAN: phrases(
        """
        put <a> (<adj>)? <person> on, (anyone|anybody|someone|somebody) (i|we) (can|could)
        (actually|really|just)? (talk|speak|chat) (to|with), who (can|could|do|should|would) (i|we)
        (talk|speak|chat) (to|with), (want|need|like|have|get) (a)? (phone|telephone|voice)? call
        with (someone|somebody|a person|a human|<a> <person>), (can|could|may) <a>
        (colleague|person|human|teammate) (of yours)? (please)? (help|assist|take over), no more
        (bots|robots|machines|chatbots|ai), (is|are) there (<a>)? (<adj>)? (<adj>)? <person>
        (i|we|that i|who i) (can|could|may) (talk|speak|write) (to|with)?, (i)? (really)? (hate|can
        t stand|detest|loathe|despise) (these|chat|you|talking to)?
        (bots|chatbots|robots|machines|ais|ai), (speak|talk|chat) (with|to) (one|any) of your
        (colleagues|team|people|staff|agents|reps|colleague), (phone)? number (i|we|where i) can
        (call|ring|reach|speak), <talk> (to|with) (<a>)? (<adj>)? (<adj>)? <person>,
        (contact|reach|get hold of|get) <a> (<adj>)? (<adj>)?
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
}
