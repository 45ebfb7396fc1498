"""What may an admin have written into fields of their own? Our names, and what they stand for."""

from collections.abc import Mapping

from delivery.lead import Lead


def facts(lead: Lead) -> Mapping[str, str]:
    """Our name -> its value as text, empty where nothing is known. Criteria are told in the
    prospect's own words.
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
        **{one.key: one.quote or "" for one in lead.criteria},
    }
