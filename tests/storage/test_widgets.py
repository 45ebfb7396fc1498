"""storage.widgets and storage.widget_guests: how chats are set up, and what visitors leave."""

from datetime import timedelta

import pytest

from agent.errors import UnknownConversation
from agent.widget import GRACE, FormField, Identity, OtherPerson, Widget
from storage.widget_guests import StoredGuests
from storage.widgets import ChangedMeanwhile, StoredWidgets
from tests.storage.conftest import Store

SECRET = "a secret of the tests that is long enough"
SHOP = Widget(
    key="shop",
    name="The shop",
    sites=("https://shop.example",),
    script="crm-suite",
    language="es",
    colour="#aa2200",
    side="left",
    launcher={"es": "¿Hablamos?"},
    fields=(FormField("email", required=True),),
    consent={"es": "Acepto.", "en": "I agree."},
)


@pytest.fixture
def widgets(store: Store) -> StoredWidgets:
    return StoredWidgets(store.database, SECRET, store.clock, ["https://acme.example"])


@pytest.fixture
def guests(store: Store) -> StoredGuests:
    return StoredGuests(store.database, store.clock)


class TestSettings:
    async def test_the_default_chat_is_there_before_anybody_has_set_it_up(
        self, widgets: StoredWidgets
    ) -> None:
        assert await widgets.get("default") == Widget(sites=("https://acme.example",))
        assert await widgets.get("shop") is None

    async def test_what_was_saved_is_read_back_whole(self, widgets: StoredWidgets) -> None:
        await widgets.save(SHOP, 0, "ana@acme.example")
        assert await widgets.get("shop") == SHOP
        assert [one.widget.key for one in await widgets.all()] == ["default", "shop"]
        found = await widgets.find("shop")
        assert found is not None
        assert (found.version, found.updated_by) == (1, "ana@acme.example")

    async def test_of_two_who_change_it_at_once_the_second_is_told(
        self, widgets: StoredWidgets
    ) -> None:
        await widgets.save(SHOP, 0, "ana")
        with pytest.raises(ChangedMeanwhile):
            await widgets.save(SHOP, 0, "luis")
        await widgets.save(Widget(key="shop", colour="#000000"), 1, "ana")
        with pytest.raises(ChangedMeanwhile):
            await widgets.save(Widget(key="shop", colour="#ffffff"), 1, "luis")
        assert (await widgets.get("shop") or SHOP).colour == "#000000"

    async def test_one_that_was_removed_is_gone(self, widgets: StoredWidgets) -> None:
        await widgets.save(SHOP, 0, "ana")
        assert await widgets.remove("shop")
        assert not await widgets.remove("shop")
        assert await widgets.get("shop") is None


class TestSecrets:
    async def test_a_new_secret_does_not_lock_out_the_old_one_at_once(
        self, store: Store, widgets: StoredWidgets
    ) -> None:
        assert await widgets.secrets("default") == ()
        first = await widgets.rotate("default", "ana")
        assert await widgets.secrets("default") == (first,)
        second = await widgets.rotate("default", "ana")
        assert first != second
        assert await widgets.secrets("default") == (second, first)
        store.clock.pass_by(seconds=(GRACE + timedelta(seconds=1)).total_seconds())
        assert await widgets.secrets("default") == (second,)

    async def test_none_is_made_for_a_chat_that_is_not_there(self, widgets: StoredWidgets) -> None:
        with pytest.raises(ChangedMeanwhile):
            await widgets.rotate("shop", "ana")

    async def test_with_another_key_of_ours_they_cannot_be_read(
        self, store: Store, widgets: StoredWidgets
    ) -> None:
        made = await widgets.rotate("default", "ana")
        other = StoredWidgets(store.database, "another secret of the tests", store.clock)
        assert await other.secrets("default") == ()
        assert made in await widgets.secrets("default")


class TestGuests:
    async def test_who_is_vouched_for_is_found_again(
        self, store: Store, guests: StoredGuests
    ) -> None:
        first = await store.open()
        await guests.identify(first, "shop", Identity("u7", {"email": "ana@acme.example"}))
        store.clock.pass_by(minutes=1)
        second = await store.open()
        await guests.identify(second, "shop", Identity("u7"))
        assert await guests.conversation_of("shop", "u7") == second
        assert await guests.conversation_of("other", "u7") is None
        assert await guests.known(first) == ("u7", {"email": "ana@acme.example"}, {})

    async def test_a_conversation_is_never_handed_to_somebody_else(
        self, store: Store, guests: StoredGuests
    ) -> None:
        conversation = await store.open()
        await guests.describe(conversation, {"plan": "pro"})
        await guests.identify(conversation, "shop", Identity("u7"))
        await guests.identify(conversation, "shop", Identity("u7", attributes={"seats": 12}))
        for widget, subject in (("shop", "u8"), ("other", "u7")):
            with pytest.raises(OtherPerson):
                await guests.identify(conversation, widget, Identity(subject))
        assert await guests.known(conversation) == ("u7", {"seats": 12}, {"plan": "pro"})

    async def test_of_ratings_the_last_word_counts(
        self, store: Store, guests: StoredGuests
    ) -> None:
        conversation = await store.open()
        assert await guests.rating(conversation) is None
        await guests.rate(conversation, 2, "slow")
        await guests.rate(conversation, 5, "")
        assert await guests.rating(conversation) == (5, "")

    async def test_nothing_is_kept_of_a_conversation_that_is_not_there(
        self, guests: StoredGuests
    ) -> None:
        with pytest.raises(UnknownConversation):
            await guests.agree("nope", "I agree.", None)
        with pytest.raises(UnknownConversation):
            await guests.identify("nope", "shop", Identity("u7"))
        assert await guests.known("nope") == (None, {}, {})
