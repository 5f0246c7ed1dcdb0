"""A feed with everything that feeds stumble over."""

from sitegen.model.feeds import FeedForm, FeedItem, FeedView

from .sample_parts import BASE, BODY

ITEMS = (
    FeedItem(
        guid="2024-11-19-market",
        uri="urn:uuid:11111111-1111-5111-8111-111111111111",
        title="Tom & Jerry <b>sail</b>: 3 < 5",
        address="articles/market/",
        summary="Profit < costs & <script>",
        body=BODY,
        date="2024-11-19T00:00:00+01:00",
        updated="2024-11-21T00:00:00+01:00",
        language="en",
        original="https://courier.example/market?id=1&x=é",
        authors=("Ana Lim", "Bo Ek"),
        categories=("Fish market", "Ferries & fares"),
    ),
    FeedItem(
        guid="2024-07-ferry",
        uri="urn:uuid:22222222-2222-5222-8222-222222222222",
        title="Ferry",
        address="articles/ferry/",
        summary="",
        body="[Up](#x) [side](../y/) ![i](/pic.png) [abs](//h.example/z)",
        date="2024-07-01T12:00:00",
    ),
    FeedItem(
        guid="2024-ship",
        uri="urn:uuid:33333333-3333-5333-8333-333333333333",
        title="سفينة",
        address="articles/ship/",
        summary="New",
        body="",
        date="",
        authors=("",),
        categories=("",),
    ),
)
FEED = FeedView(
    form=FeedForm.RSS,
    uri="urn:uuid:44444444-4444-5444-8444-444444444444",
    title="The Harbour Digest",
    description="All articles",
    site="The Harbour Digest",
    hub="",
    base_url=BASE,
    language="en",
    address="feed.xml",
    page="",
    items=ITEMS,
)
