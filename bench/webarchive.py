"""A web archive of made-up news pages, with what else a crawl brings; the same for the same seed."""

import gzip
import random
from collections.abc import Iterator
from typing import IO

NOUNS = "council bridge harbour budget ferry school railway court reservoir market hospital tariff treaty census museum grid library pier valley mill".split()
VERBS = "approved delayed published rejected welcomed questioned expanded reviewed suspended announced opened postponed inspected".split()
FIRST = "Ada Boris Carla Farid Greta Ines Jonas Katya Luis Mira Omar Petra Rosa Sven Tara Vera Hugo Nadia".split()
LAST = (
    "Thornbury Okoro Vale Brandt Castro Dahl Engel Horvat Larsen Moreau Novak Rossi Sato Weber Lindqvist Achebe".split()
)
PLACES = "Ellery Marrow Tolland Brisk Caldera Fenwick Harrow Ostend Quill Varna Whitby Yarrow".split()
MONTHS = "January February March April May June July August September October November December".split()
HOSTS = ("courier.example", "www.herald.example", "news.gazette.example", "tribune.example")


def sentence(chance: random.Random) -> str:
    place, noun, other = chance.choice(PLACES), chance.choice(NOUNS), chance.choice(NOUNS)
    return chance.choice(
        (
            f"The {noun} of {place} {chance.choice(VERBS)} the {other} after {chance.randint(2, 400)} days.",
            f"In {chance.choice(MONTHS)} {chance.randint(1990, 2024)} the {noun} had {chance.choice(VERBS)} {chance.randint(3, 900)} plans for the {other}.",
            f"Some {chance.randint(2, 9000):,} people of {place} work for the {noun}, which {chance.choice(VERBS)} its {other} last year.",
            f"Nobody in {place} knows why the {noun} {chance.choice(VERBS)} the {other} at {chance.randint(1, 23)} minutes to noon.",
        )
    )


def paragraphs(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.randint(4, 9)):
        told = " ".join(sentence(chance) for _ in range(chance.randint(2, 4)))
        if chance.random() < 0.5:
            who = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
            told += f" “We {chance.choice(VERBS)} the {chance.choice(NOUNS)} in {chance.choice(PLACES)},” said {who}, a member of the {chance.choice(NOUNS)} board."
        yield told


def article(number: int, chance: random.Random) -> tuple[str, bytes]:
    day = f"{chance.randint(2019, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    title = (
        f"{chance.choice(PLACES)} {chance.choice(NOUNS)} {chance.choice(VERBS)} {chance.choice(NOUNS)} number {number}"
    )
    body = "".join(f"<p>{p}</p>" for p in paragraphs(chance))
    links = "".join(f'<li><a href="/more/{i}">{sentence(chance)}</a></li>' for i in range(5))
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{day}T08:00:00Z"><meta name="author" content="{chance.choice(FIRST)} {chance.choice(LAST)}">'
        f"</head><body><header><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></header><main><article><h1>{title}</h1>{body}</article></main>"
        f"<aside><h2>More news</h2><ul>{links}</ul></aside><footer>Copyright {day[:4]}</footer></body></html>"
    )
    return f"https://{chance.choice(HOSTS)}/{day.replace('-', '/')}/story-{number}", page.encode()


def index(number: int, chance: random.Random) -> tuple[str, bytes]:
    links = "".join(f'<div><h3><a href="/s/{number}/{i}">{sentence(chance)}</a></h3></div>' for i in range(40))
    page = (
        f"<!doctype html><html><head><title>News, page {number}</title></head><body><h1>News</h1>{links}</body></html>"
    )
    return f"https://{chance.choice(HOSTS)}/section/{number}", page.encode()


def record(url: str, status: str, kind: str, body: bytes) -> bytes:
    """Return one answer as a record, compressed by itself, as archives are."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-01-02T03:04:05Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    ).encode()
    return gzip.compress(head + http + b"\r\n\r\n", 6, mtime=0)


def write_archive(file: IO[bytes], number: int, chance: random.Random) -> None:
    """Write so many articles, and among twenty of them an index page, two pictures, a redirect and an error."""
    for n in range(1, number + 1):
        url, page = article(n, chance)
        file.write(record(url, "200 OK", "text/html; charset=utf-8", page))
        if n % 20 == 1:
            file.write(record(*_parts(index(n, chance))))
            for i in range(2):
                file.write(record(f"{url}/{i}.jpg", "200 OK", "image/jpeg", chance.randbytes(5000)))
            file.write(record(f"https://old.example/{n}", "301 Moved Permanently", "text/html", b"<p>moved</p>"))
            file.write(record(f"https://gone.example/{n}", "404 Not Found", "text/html", b"<h1>Not Found</h1>"))


def _parts(made: tuple[str, bytes]) -> tuple[str, str, str, bytes]:
    url, page = made
    return url, "200 OK", "text/html; charset=utf-8", page
