"""Whatever the data say, on every place where the page shows text: nothing of it runs, nothing loads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foedera.page.data import Agreement, Dataset, Grounds, Obligation, PageData, Party, Source, Tie, View

from .conftest import Open, Opened
from .samples import one_way, sample, span

HOSTILE = [
    "<script>window.ran=1;alert(1)</script>",
    "</script><script>window.ran=1;alert(1)</script>",
    "<!--<script>window.ran=1",
    "<img src=x onerror=window.ran=1;alert(1)>",
    "<img src=https://evil.example/track.png>",
    "<svg onload=window.ran=1;alert(1)>",
    '" onmouseover="window.ran=1" x="',
    "' autofocus onfocus='window.ran=1",
    "javascript:window.ran=1;alert(1)",
    "JaVaScRiPt:window.ran=1//https://",
    "data:text/html,<script>window.ran=1</script>",
    "https://evil.example/ onclick=window.ran=1",
    "{{ 7*7 }}{% import os %}${window.ran=1}`${alert(1)}`",
    "<a href='javascript:window.ran=1'>href</a>",
    "\u202egnp.exe\u202c \u2066right to left\u2069",
    "nul \x00 and line \u2028 and paragraph \u2029 ends",
    "<style>body{background:url(https://evil.example/)}</style>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/><iframe src=//evil.example></iframe>",
    "__proto__",
    "constructor",
    "x" * 20_000,
]


def hostile() -> PageData:
    """Each string as the name, id, title, kind, force, note, locator and address of something."""
    data = sample()
    parties, agreements, obligations, arrows, sources = [], [], [], [], []
    for nth, text in enumerate(HOSTILE):
        grounds = Grounds(text, (f"{text}#{text}", f"bad-{nth}"))
        parties.append(Party(f"{text}", text, "Country", (text,)))
        own = (text, text, text, grounds, text, ((text, text),))
        agreements.append(Agreement(f"h{nth}{text}", *own))
        obligations.append(
            Obligation(f"o{nth}{text}", f"h{nth}{text}", text, text, text, 1, text, grounds, ((text, text),))
        )
        arrows += [
            replace(arrow, grounds=grounds, status=text, note=text)
            for arrow in one_way(f"o{nth}{text}", text, "USA", span("2000"))
        ]
        sources.append(Source(f"bad-{nth}", text, text, text))
    ties = [
        Tie("candidacy", f"party:{text}", "party:NATO", span("2000"), Grounds(text), text, text, text)
        for text in HOSTILE
    ]
    everything = "\n".join(HOSTILE)
    return replace(
        data,
        title=everything,
        question=everything,
        note=everything,
        command=everything,
        version=everything,
        datasets=[Dataset(text, text, text, None, None, text, text, text) for text in HOSTILE],
        parties=[*data.parties, *parties],
        agreements=[*data.agreements, *agreements],
        obligations=[*data.obligations, *obligations],
        arrows=[*data.arrows, *arrows],
        ties=ties,
        sources=[*data.sources, *sources],
    )


@pytest.fixture
def seen(opened: Open) -> Opened:
    return opened(hostile())


def unharmed(seen: Opened) -> None:
    assert seen.evaluate("() => window.ran") is None
    assert seen.dialogs == [] and seen.complaints == []
    assert [url for url in seen.requests if not url.endswith("/page.html")] == []


def test_nothing_runs_when_the_page_opens(seen: Opened) -> None:
    assert seen.evaluate("() => document.querySelector('h1').textContent").startswith(HOSTILE[0])
    unharmed(seen)


def test_nothing_runs_in_legend_about_and_table(seen: Opened) -> None:
    seen.page.click("#about summary")
    seen.page.click("#as-table")
    seen.evaluate(
        "() => document.querySelectorAll('#table details').forEach((each) => { each.open = true; })"
    )
    cells = seen.page.eval_on_selector_all("tbody th", "all => all.map((each) => each.textContent)")
    assert all(any(text in cell for cell in cells) for text in HOSTILE if "\x00" not in text)
    unharmed(seen)


_OPEN_ALL = """(name) => {
  const { facts } = page;
  const party = facts.parties.findIndex((each) => each.name === name);
  goTo(`party:${facts.parties[party].id}`);
  facts.lines.forEach((line, index) => {
    const mine = [line.from, line.to].some((end) => facts.nodes[end].party === party);
    if (mine) page.change({ selected: lineKey(facts, index) });
  });
  page.change({ selected: `agreement:${facts.agreements.find((each) => each.title === name).id}` });
  const links = [...document.querySelectorAll("a")].map((a) => a.href);
  return [document.querySelector("#details h2").textContent, links];
}"""


def test_nothing_runs_in_search_and_details(seen: Opened) -> None:
    for text in HOSTILE:
        title, links = seen.evaluate(_OPEN_ALL, text)
        assert title == text
        assert all(link.startswith("https://") for link in links)
        seen.page.fill("#find", text[:60])
        seen.page.keyboard.press("ArrowDown")
        seen.page.mouse.move(640, 400)
        unharmed(seen)


def test_nothing_runs_as_kind_of_view_or_in_the_address(opened: Open) -> None:
    """A view and a fragment come from the command line and from whoever sends a link."""
    seen = opened(replace(hostile(), view=View("around", ("<img src=x onerror=window.ran=1>", "USA"), 2)))
    seen.evaluate("(text) => { location.hash = text; }", HOSTILE[0])
    assert seen.page.locator("#status").inner_text().startswith("On 2024-07-01: ")
    unharmed(
        Opened(seen.page, [url.partition("#")[0] for url in seen.requests], seen.complaints, seen.dialogs)
    )
