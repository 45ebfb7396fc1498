"""Which files do the pages need? Read and packed once, cached by browsers until they change."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import Response

from channels.problems import Problem

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    media_type: str
    body: bytes
    packed: bytes
    tag: str

    def response(self, request: Request, cache: str) -> Response:
        """The file, packed when the browser can unpack it; nothing when it has it already."""
        headers = {
            "ETag": self.tag,
            "Cache-Control": cache,
            "Vary": "Accept-Encoding",
            "X-Content-Type-Options": "nosniff",
        }
        if self.tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        body = self.body
        if "gzip" in request.headers.get("accept-encoding", ""):
            body = self.packed
            headers["Content-Encoding"] = "gzip"
        return Response(body, media_type=self.media_type, headers=headers)


class Assets:
    """The files of one folder under `/<prefix>/<version>/…`: any change changes the version.

    The version is a folder and not a query, so that a script's own imports carry it too.
    """

    def __init__(self, folder: Path, prefix: str) -> None:
        self._files = {
            path.relative_to(folder).as_posix(): make_asset(path.read_bytes(), path.suffix)
            for path in sorted(folder.rglob("*"))
            if path.suffix in MEDIA_TYPES
        }
        whole = hashlib.sha256(
            "\n".join(f"{name} {one.tag}" for name, one in self._files.items()).encode()
        )
        self._prefix = prefix.strip("/")
        self._version = whole.hexdigest()[:12]

    def url(self, name: str) -> str:
        """Where a file is; KeyError when there is none: no page can name a missing one."""
        self._files[name]
        return f"/{self._prefix}/{self._version}/{name}"

    def file(self, name: str) -> Asset:
        """The file itself."""
        return self._files[name]

    def router(self) -> APIRouter:
        """The route that serves them."""
        router = APIRouter(include_in_schema=False)

        @router.get(f"/{self._prefix}/{{version}}/{{name:path}}")
        async def asset(request: Request, version: str, name: str) -> Response:
            found = self._files.get(name)
            if found is None:
                raise Problem(404, "not-found", "There is no such file.")
            return found.response(request, FOR_EVER if version == self._version else "no-cache")

        return router


def make_asset(body: bytes, suffix: str) -> Asset:
    """What was not a file until now, as it is sent."""
    return Asset(
        media_type=MEDIA_TYPES[suffix],
        body=body,
        packed=gzip.compress(body, 9, mtime=0),
        tag=f'"{hashlib.sha256(body).hexdigest()[:20]}"',
    )
