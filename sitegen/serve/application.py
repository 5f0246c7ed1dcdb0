"""Who may ask for what? The preview as an ASGI application: its own two addresses, and the site for the rest."""

from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sitegen.serve.answers import SCRIPT, SCRIPT_ADDRESS, Answers
from sitegen.serve.bulletin import Bulletin
from sitegen.serve.files import OutputFolder, media_type

EVENTS_ADDRESS = "/.sitegen/events"


def application(folder: OutputFolder, bulletin: Bulletin, known: Callable[[str], bool]) -> ASGIApp:
    """Return the preview for browsers that call us by a known name."""

    async def events(request: Request) -> Response:
        if _is_foreign(request.headers):
            return PlainTextResponse("Only for pages of this site.", 403)
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(bulletin.stream(), media_type="text/event-stream")

    async def script(_request: Request) -> Response:
        return Response(SCRIPT, media_type=media_type("reload.js"))

    answers = Answers(folder, bulletin)

    async def site(request: Request) -> Response:
        return await answers(request)

    routes = [Route(EVENTS_ADDRESS, events), Route(SCRIPT_ADDRESS, script), Route("/{path:path}", site)]
    return Gate(Starlette(routes=routes), known)


class Gate:
    """Lets in who calls us by a known name, and sees to it that browsers ask again each time."""

    def __init__(self, inner: ASGIApp, known: Callable[[str], bool]) -> None:
        self._inner, self._known = inner, known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["cache-control"] = "no-cache"
                headers["x-content-type-options"] = "nosniff"
            await send(message)

        answer = self._inner if self._known(Headers(scope=scope).get("host", "")) else REFUSAL
        await answer(scope, receive, send_on)


REFUSAL = PlainTextResponse("The preview does not go by this name. Start it with --host to give it another one.", 400)


def _is_foreign(headers: Headers) -> bool:
    """Say whether a page of another site asks: its answers it could not read, but keep a stream open it could."""
    origin = headers.get("origin")
    other = origin is not None and urlsplit(origin).netloc != headers.get("host")
    return other or headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}
