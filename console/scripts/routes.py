"""Which pages are there about scripts? All of them, for console/pages.py."""

from fastapi import APIRouter

from console.office import Office
from console.rendering import Pages
from console.scripts.bench import Bench
from console.scripts.editing import editing_router, typing_router
from console.scripts.histories import histories_router
from console.scripts.previews import previews_router
from console.scripts.publishing import publishing_router, restoring_router
from console.scripts.shelf import shelf_router
from console.scripts.testing import playing_router, recording_router, testing_router
from console.scripts.texts_form import texts_router
from console.scripts.what_ifs import what_ifs_router


def scripts_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/scripts…`"""
    bench = Bench(office, pages)
    router = APIRouter()
    for part in (
        shelf_router(bench),
        typing_router(bench),
        editing_router(bench),
        previews_router(bench),
        texts_router(bench),
        testing_router(bench),
        playing_router(bench),
        recording_router(bench),
        what_ifs_router(bench),
        histories_router(bench),
        publishing_router(bench),
        restoring_router(bench),
    ):
        router.include_router(part)
    return router
