"""What may an admin have written into fields of their own? Our names, and what they stand for."""

from collections.abc import Mapping

from delivery.lead import Lead
from qualification.brief.private import public_part


def facts(lead: Lead) -> Mapping[str, str]:
    """Our name -> its value as text, empty where nothing is known. Criteria are told in the
    prospect's own words, without what is nobody's business.
    """
    return {
        "score": str(lead.score),
        "fit": str(lead.fit),
        "engagement": str(lead.engagement),
        "tier": lead.tier,
        "outcome": lead.outcome,
        "script": lead.script,
        "source": lead.source or "",
        "channel": lead.channel,
        "language": lead.language,
        "link": lead.links.lead,
        **{one.key: public_part(one.quote or "") or "" for one in lead.criteria},
    }
