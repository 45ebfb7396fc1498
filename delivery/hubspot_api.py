"""How is HubSpot asked? Where its objects are in each version of the API, and its look-ups.

Sources: HubSpot's developer documentation; the paths are held against its own client in
tests/delivery/test_hubspot_oracle.py.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote

from delivery.calls import Call, Reply
from delivery.hubspot_answers import identity, results
from qualification.values import Json

Found: TypeAlias = Generator[Call, Reply, dict[str, Json] | None]

READ = (
    "email",
    "firstname",
    "lastname",
    "phone",
    "company",
    "jobtitle",
    "lifecyclestage",
    "hubspot_owner_id",
)
NEWEST = 100
"""So many of a contact's notes, the newest, are looked through; a batch holds no more."""
PAGES = 5


@dataclass(frozen=True, slots=True)
class Api:
    """A version of the API: `2026-03`, or `v3` for the one before the dated ones."""

    version: str

    @property
    def is_dated(self) -> bool:
        """Whether it is one of those that come twice a year and are kept for 18 months."""
        return self.version != "v3"

    def path(self, objects: str, rest: str = "") -> str:
        """Where objects of a kind are."""
        base = f"/crm/objects/{self.version}" if self.is_dated else "/crm/v3/objects"
        return f"{base}/{objects}{rest}"

    def linked(self, contact: str, rest: str) -> str:
        """Where the associations of a contact are; before the dated versions that was v4."""
        base = f"/crm/objects/{self.version}" if self.is_dated else "/crm/v4/objects"
        return f"{base}/contacts/{quote(contact, safe='')}/associations/{rest}"

    def owner(self, email: str) -> Call:
        """Who in HubSpot has this e-mail address."""
        url = f"/crm/owners/{self.version}" if self.is_dated else "/crm/v3/owners/"
        params = {"email": email.lower(), "limit": "1"}
        example: Json = {"results": [{"id": "<owner id>"}]}
        return Call("owner", "GET", url, params=params, changes=False, example=example)

    def owners(self, params: Mapping[str, str]) -> Call:
        """All of them, by pages."""
        url = f"/crm/owners/{self.version}" if self.is_dated else "/crm/v3/owners/"
        return Call("owners", "GET", url, params=params, changes=False)

    def owner_by_id(self, owner: str) -> Call:
        """Who an owner is; 404 for one who has left."""
        base = f"/crm/owners/{self.version}" if self.is_dated else "/crm/v3/owners"
        url = f"{base}/{quote(owner, safe='')}"
        return Call("owner", "GET", url, changes=False, also=frozenset({404}))

    def contact(self, by: str, value: str, more: Sequence[str] = ()) -> Call:
        """A contact by its e-mail or our key. Not a search: that lags behind, and is held short."""
        body: Json = {
            "idProperty": by,
            "inputs": [{"id": value}],
            "properties": [*READ, *more],
        }
        example: Json = {"status": "COMPLETE", "results": []}
        url = self.path("contacts", "/batch/read")
        return Call("find contact", "POST", url, body=body, changes=False, example=example)

    def search(
        self, objects: str, what: Mapping[str, str], shown: Sequence[str], most: int = 2
    ) -> Call:
        """Records that have one of these values."""
        groups: list[Json] = [
            {"filters": [{"propertyName": name, "operator": "EQ", "value": value}]}
            for name, value in what.items()
        ]
        body: Json = {"filterGroups": groups, "properties": [*shown], "limit": most}
        example: Json = {"total": 0, "results": []}
        url = self.path(objects, "/search")
        return Call(f"find {objects}", "POST", url, body=body, changes=False, example=example)

    def get(self, objects: str, known: str, shown: Sequence[str]) -> Found:
        """A record by its id; None where somebody has deleted it."""
        reply = yield Call(
            f"read {objects}",
            "GET",
            self.path(objects, f"/{quote(known, safe='')}"),
            params={"properties": ",".join(shown)},
            changes=False,
            also=frozenset({404}),
            example={"id": known, "properties": {}},
        )
        return reply.object() if reply.ok else None

    def beside(
        self, contact: str, objects: str, shown: Sequence[str]
    ) -> Generator[Call, Reply, list[dict[str, Json]]]:
        """The newest records of a kind that hang on a contact. This does not lag behind."""
        url, ids, after = self.linked(contact, objects), list[str](), ""
        for _ in range(PAGES):
            params = {"limit": "500"} | ({"after": after} if after else {})
            reply = yield Call(
                f"find {objects}", "GET", url, params=params, changes=False, example={"results": []}
            )
            ids += [identity(one) for one in results(reply)]
            after = following(reply)
            if not after:
                break
        newest = sorted({one for one in ids if one}, key=lambda one: (len(one), one))[-NEWEST:]
        if not newest:
            return []
        body: Json = {"inputs": [{"id": one} for one in newest], "properties": [*shown]}
        read = self.path(objects, "/batch/read")
        call = Call(f"read {objects}", "POST", read, body=body, changes=False, example={})
        return results((yield call))


def following(reply: Reply) -> str:
    """Where the next page begins; an empty text after the last one."""
    paging = reply.object().get("paging")
    following = paging.get("next") if isinstance(paging, dict) else None
    return str(following.get("after") or "") if isinstance(following, dict) else ""
