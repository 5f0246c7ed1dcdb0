"""A feed with everything that feeds stumble over."""

from sitegen.model.page import FeedItem, FeedView

from .sample_parts import BASE, BODY

ITEMS = (
    FeedItem(
        guid="2024-11-19-market",
        title="Tom & Jerry <b>sail</b>: 3 < 5",
        address="articles/market/",
        summary="Profit < costs & <script>",
        body=BODY,
        date="2024-11-19T00:00:00+01:00",
        authors=("Ana Lim", "Bo Ek"),
        categories=("Fish market", "Ferries & fares"),
    ),
    FeedItem(
        guid="2024-07-ferry",
        title="Ferry",
        address="articles/ferry/",
        summary="",
        body="[Up](#x) [side](../y/) ![i](/pic.png) [abs](//h.example/z)",
        date="2024-07-01T12:00:00",
        authors=(),
        categories=(),
    ),
    FeedItem(
        guid="2024-ship",
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
    title="The Harbour Digest",
    description="All articles",
    base_url=BASE,
    language="en",
    address="feed.xml",
    page="",
    items=ITEMS,
)
