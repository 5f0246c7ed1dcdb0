"""What the pages of a built site say of themselves, held against the vocabulary of schema.org."""

import json
import re
from pathlib import Path

from tests.sites import build, site
from tests.vocabulary import nodes, problems

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def test_every_page_of_a_site(tmp_path: Path) -> None:
    root = site(tmp_path)
    assert build(root).exit_code == 0
    graphs = {
        path.relative_to(root / "output").as_posix(): SCRIPT.findall(path.read_text(encoding="utf-8"))
        for path in (root / "output").rglob("*.html")
    }
    told = {path for path, found in graphs.items() if found}
    assert {path: wrong for path in told if (wrong := problems(graphs[path][0]))} == {}
    assert {path.rpartition("/")[2] for path in set(graphs) - told} == {"404.html", "email.html"}
    every = [t for path in told for t in nodes(json.loads(graphs[path][0])["@graph"])]
    assert {q["text"] for q in every if q["@type"] == "Quotation"} == {
        "We will not wait for the next flood",
        "Nobody has asked us",
    }
    assert {e["startDate"] for e in every if e["@type"] == "Event"} == {"2025-03-11", "2025-03-14", "2025-06-02"}
