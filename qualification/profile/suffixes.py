"""Where does the name in a domain begin? Endings that are no name yet, and countries' endings."""

from collections.abc import Mapping

from qualification.normalise.text import word_set

SECOND_LEVEL = word_set("com co org net gov gob gub gouv govt edu ac ltd plc nom ind")
"""Under the ending of a country, these are no name yet: acme.com.mx, acme.co.uk. The ones that
countries have in common in the ICANN part of the Public Suffix List (publicsuffix.org).
"""
SECOND_LEVEL_OF: Mapping[str, str] = {
    "uk": "me sch nhs police",
    "jp": "or ne go gr lg ad ed",
    "kr": "or ne go re pe",
    "th": "in or go mi",
    "id": "or go web sch biz my",
    "ke": "or ne go sc",
    "at": "or gv",
    "br": "adv eng med ind art blog srv eco inf tur",
    "au": "id asn",
    "nz": "geek gen kiwi maori school iwi",
    "za": "web law nis",
    "in": "firm gen nic res",
    "il": "muni k12",
    "pl": "biz info waw",
}
"""And those of one country alone."""
SOLD_TO_ALL = word_set(
    "io ai co me tv cc ly gg sh fm to ws vc so la gl im st nu tk ml ga cf eu su ac"
)
"""Two letters that are sold to everybody say nothing of where a company is; with a second level
before them they do (acme.com.co).
"""
EDUCATION = word_set("edu ac sch k12 school")
TENANTS = word_set("onmicrosoft.com")
"""What stands before these is the name of who rents there."""
HOSTED = word_set("""
    wixsite.com wordpress.com blogspot.com myshopify.com github.io gitlab.io netlify.app vercel.app
    web.app firebaseapp.com herokuapp.com weebly.com squarespace.com webnode.es jimdosite.com
    """)
"""Sites of anybody: what stands before these is a name, but no domain of a company's own."""
COUNTRY_OF: Mapping[str, str] = {"uk": "GB"}
"""Endings that differ from ISO 3166-1."""
