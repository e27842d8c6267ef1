"""Text that would run, load or disfigure something if it were taken for anything but text; and a page full of it."""

import re
from dataclasses import replace

from foedera.page.data import Agreement, Arrow, Dataset, Grounds, Obligation, PageData, Party, Source, Tie

from .samples import one_way, sample, span

HOSTILE = [
    # tags
    "<script>window.ran=1;alert(1)</script>",
    "</script><script>window.ran=1;alert(1)</script>",
    "</SCRIPT ><ScRiPt>window.ran=1</sCrIpT>",
    "<!--<script>window.ran=1",
    "--><script>window.ran=1</script><!--",
    "<![CDATA[<script>window.ran=1</script>]]>",
    "</title></style></textarea></noscript><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1;alert(1)>",
    "<img src=https://evil.example/track.png>",
    "<svg onload=window.ran=1;alert(1)>",
    "<svg><script href=data:,window.ran=1></script><animate onbegin=window.ran=1 attributeName=x>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=window.ran=1>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<base href=https://evil.example/><iframe src=//evil.example></iframe>",
    "<object data=https://evil.example><embed src=https://evil.example>",
    "<link rel=stylesheet href=https://evil.example/x.css><link rel=prefetch href=https://evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<form action=https://evil.example><input autofocus onfocus=window.ran=1><button>",
    "<style>body{background:url(https://evil.example/);display:none}</style>",
    "<details open ontoggle=window.ran=1>",
    "<video><source onerror=window.ran=1></video><audio src=//evil.example autoplay>",
    "<body onpageshow=window.ran=1><marquee onstart=window.ran=1>",
    # attributes
    '" onmouseover="window.ran=1" x="',
    "' autofocus onfocus='window.ran=1",
    "` onclick=`window.ran=1",
    'x" style="position:fixed;inset:0;background:url(//evil.example)',
    # addresses
    "javascript:window.ran=1;alert(1)",
    "JaVaScRiPt:window.ran=1//https://",
    "java\tscript:window.ran=1",
    "\x01javascript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "vbscript:msgbox(1)",
    "blob:https://evil.example/x",
    "file:///etc/passwd",
    "//evil.example/x",
    "https://evil.example/ onclick=window.ran=1",
    "<a href='javascript:window.ran=1'>href</a>",
    # templates and code
    "{{ 7*7 }}{% import os %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}{{ config }}",
    "${window.ran=1}`${alert(1)}`#{7*7}<%= 7*7 %>",
    "');window.ran=1;//",
    '");window.ran=1;//\\";window.ran=1;//',
    "\\u003cscript\\u003ewindow.ran=1\\u003c/script\\u003e&lt;script&gt;&#60;script&#62;",
    "]]></svg><script>window.ran=1</script>",
    "=cmd|' /C calc'!A0",
    # names of objects
    "__proto__",
    "constructor",
    "hasOwnProperty",
    # what text may hold
    "\u202egnp.exe\u202c \u2066right to left\u2069 \u200f\u061c",
    "\u202e\u202e\u202e\u202e\u202e",
    "nul \x00 and line \u2028 and paragraph \u2029 and escape \x1b[31m ends",
    "half a pair \ud83d and \udc00",
    "\ufeff\u200b\u00ad\u0300\u0301" + "z" + "\u0336\u0489" * 400,
    "  \t ",
    "| ~ : ; , & = # % %00 %3Cscript%3E ? / \\ ..",
    "x" * 9_000,
    "<b>" * 3_000,
]
"""More than forty."""

MEGABYTE = "<i>long</i> " * 87_382
"""A little over a million characters."""


def stored(text: str) -> str:
    """What a file can hold of it: half a pair is no character."""
    return text.encode("utf-8", "replace").decode()


def as_read(text: str) -> str:
    """What the page makes of it: without what turns the direction of text around; where there is nothing else, a sign for that."""
    return stored(re.sub("[\u202a-\u202e\u2066-\u2069]", "", text) or "\ufffd")


def hostile(texts: list[str] = HOSTILE) -> PageData:
    """Each text as the name, id, title, kind, force, summary, note, stage, status, locator and address of something,
    as a node of a label of its own, as a tie of that kind, and as what a scenario gains."""
    data = sample()
    parties, agreements, obligations, arrows, sources, ties = [], [], [], [], [], []
    for nth, text in enumerate(texts):
        grounds = Grounds(text, (f"{text}#{text}", f"bad-{nth}"))
        said = ((text, text),)
        parties.append(Party(text, text, "Country", (text,)))
        parties.append(Party(f"{text}:{text}", text, text, (text,), said, grounds))
        agreements.append(Agreement(f"h{nth}{text}", text, text, text, grounds, text, said))
        own = (text, text, text, 1, text, grounds, said)
        obligations.append(Obligation(f"o{nth}{text}", f"h{nth}{text}", *own))
        obligations.append(Obligation(f"p{nth}{text}", f"h{nth}{text}", *own))
        arrows += _arrows(f"o{nth}{text}", text, grounds)
        arrows += [replace(each, change="gained") for each in _arrows(f"p{nth}{text}", text, grounds)]
        sources.append(Source(f"bad-{nth}", text, text, text))
        ends = f"party:{text}", "party:NATO"
        ties.append(Tie("candidacy", *ends, span("2000"), grounds, text, text, text))
        ends = f"party:{text}:{text}", f"agreement:h{nth}{text}"
        ties.append(Tie(text, *ends, None, grounds, text, text, text, said, "lost"))
    everything = "\n".join(texts)
    return replace(
        data,
        title=everything,
        question=everything,
        note=everything,
        unfinished=everything,
        command=everything,
        version=everything,
        datasets=[Dataset(text, text, text, None, None, text, text, text) for text in texts],
        parties=[*data.parties, *parties],
        agreements=[*data.agreements, *agreements],
        obligations=[*data.obligations, *obligations],
        arrows=[*data.arrows, *arrows],
        ties=ties,
        sources=[*data.sources, *sources],
    )


def _arrows(obligation: str, party: str, grounds: Grounds) -> list[Arrow]:
    return [
        replace(each, grounds=grounds, status=party, note=party)
        for each in one_way(obligation, party, "USA", span("2000"))
    ]
