"""What does each figure of a report mean? Said once: the terminal, the API, the console and
docs/analytics.md take it from here.
"""

from collections.abc import Mapping

DEFINITIONS: Mapping[str, str] = {
    "leads": "Who wrote or spoke since then, or came by a form; a chat only opened is none.",
    "qualified": "Leads that our rules qualify, of all leads; the undecided count as not.",
    "undecided": "Leads of whom too little is known for a verdict.",
    "accepted": "Leads that sales accepted, of those on which sales said accepted or rejected.",
    "won": "Deals won, of those on which sales said won or lost; open ones are in neither.",
    "near_misses": "Leads that did not qualify and were left for people to look at (`holdout`).",
    "found": "Of the near misses on which people said, those worth a call: accepted or won.",
    "amounts": "What the won deals brought, by currency: currencies are never added up.",
    "interval": "Where the true share lies, with 95 % confidence (Wilson).",
    "enough": "20 cases at least, and an interval of 30 points at most.",
    "weeks": "Qualified, of the leads whose conversation began in the week of that Monday (UTC), "
    "by the version of the script that asked them.",
    "reached": "Leads that answered the question, asked or not, declined it or left at it.",
    "answered": "Of the reached, those who answered.",
    "declined": "Of the reached, those who would not or could not say, or were never understood.",
    "dropped": "Of the reached, those who said no more after it was put to them.",
    "reply": "From their first message to our first one after it.",
    "answer": "From their first message to their first answer that was understood.",
    "verdict": "From their first message to the first verdict.",
    "assigned": "From the hand-over to the first person or queue that the lead was given to.",
    "accepted_in": "From the hand-over to the first acceptance, by the clock on the wall.",
    "touched": "From the hand-over to the first word of a person, in the conversation or on the "
    "telephone (a call put through).",
    "in_time": "Accepted by the time it was due (in working time), of the places of which that is "
    "known; a lead that went on to somebody else counts at each of them.",
    "waiting": "Leads given to somebody or a queue, and not accepted yet.",
    "effect": "So much more often leads with a good answer end well (Newcombe's interval).",
    "information": "Bits of the end that the answer tells.",
    "q": "The share of false finds among this question and all with a smaller p (Benjamini and "
    "Hochberg); it separates at 10 % or less.",
    "skill": "Brier's score against always saying the base rate: 1 is perfect, 0 no better.",
    "area": "How often a lead that was won had been given more than one that was lost.",
    "reliability": "What was said of leads, and how often it came true, in five bins.",
    "lift": "Wins among the best, as many as can be called, against as many at random.",
    "expected": "Wins against the sum of the chances given by models that had not seen those "
    "leads, with what chance alone allows, by month, source, language and channel.",
    "drift": "Population stability index of each question, the newer half of the leads against "
    "the older one: over 0.25, and more than chance gives, they are other people.",
    "fairness": "How much more often leads with one language or channel qualify than all the "
    "others (Newcombe's interval): a question for people, no proof.",
}
