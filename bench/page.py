"""The page in headless Chromium: drawing, panning, the slider, the file, against stock pyvis and bare vis-network.

Run `python bench/page.py`; `--quick` leaves out stock pyvis, which takes a minute to draw 250 nodes, and measures once. The two are opened in turn, each first as often. The graphs
are made up (`synthetic.py`); the bare page has the same nodes and lines on the same places, straight, without
physics, text or filters. Drawn: from navigation until the first drawing is handed to the
screen. Ready: until search, legend and the rest work too. Pan: the camera moves with each frame for three seconds, up to 300
pixels to each side. Slider: from an input event to the next painted frame, the median of 15 days.
"""

import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pairs import run
from playwright.sync_api import Browser, sync_playwright
from synthetic import ON, graph, records

from foedera.page.data import PageData
from foedera.page.drawing import drawing
from foedera.page.network import page, placed
from foedera.page.web import read_library

FOEDERA = str(Path(sys.executable).with_name("foedera"))
TURNS, DRAWN_TURNS = 5, 15
SIZES = {
    (250, 2_000): {"drawn": 1.15, "stock": 60, "pan": "0.95 x bare", "file": 1, "slider": 50},
    (1_500, 20_000): {"drawn": 1.15, "stock": None, "pan": "20 fps", "file": 3, "slider": 150},
}
BROWSER = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

WATCH = """
window.drawn = window.ready = null;
const painted = (done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now());
  port2.postMessage(0);
};
const mark = performance.mark.bind(performance);
performance.mark = (name) => {
  painted((now) => { window.drawn ??= now; });
  return mark(name);
};
new MutationObserver(() => { window.ready ??= performance.now(); })
  .observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
"""
PAN = """() => new Promise((done) => {
  const net = typeof graph === "undefined" ? network : graph.network;
  const from = net.getViewPosition();
  const scale = net.getScale();
  const begun = performance.now();
  let frames = 0;
  requestAnimationFrame(function step(now) {
    if (now - begun > 3000) return done(1000 * frames / (performance.now() - begun));
    frames += 1;
    const turn = (now - begun) / 400;
    const [x, y] = [300 * Math.sin(turn) / scale, 120 * Math.sin(1.7 * turn) / scale];
    net.moveTo({ position: { x: from.x + x, y: from.y + y } });
    requestAnimationFrame(step);
  });
})"""
SLIDE = """async () => {
  const slider = document.getElementById("slider");
  const [first, last] = [Number(slider.min), Number(slider.max)];
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  const taken = [];
  for (let i = 0; i < 15; i += 1) {
    await new Promise((done) => setTimeout(done, 150));
    const begun = performance.now();
    slider.value = String(Math.round(last - (last - first) * ((i * 7) % 15) / 15));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await painted();
    taken.push(performance.now() - begun);
  }
  return taken.sort((a, b) => a - b)[7];
}"""
DRAWN = 'network.once("afterDrawing", () => performance.mark("drawn"));'


def main() -> None:
    quick = "--quick" in sys.argv
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for size in SIZES:
            measure(browser, Path(folder), size, 1 if quick else TURNS, stock=not quick and size[0] < 1_000)
        print(f"render, cold, 250 / 2,000: {cold(Path(folder)):.2f} s (goal <= 2.5 s), median of {TURNS}")


@contextmanager
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER)
        yield browser
        browser.close()


def measure(browser: Browser, folder: Path, size: tuple[int, int], turns: int, *, stock: bool) -> None:
    """Bare and ours in turn, stock once; then a line for each goal."""
    data, goal = graph(*size), SIZES[size]
    files = {"bare": folder / "bare.html", "ours": folder / "ours.html"}
    begun = time.perf_counter()
    files["ours"].write_bytes(page(data).encode())
    print(f"{data.title}; written in {time.perf_counter() - begun:.1f} s")
    files["bare"].write_bytes(bare(data).encode())
    seen: dict[str, list[dict[str, float]]] = {"bare": [], "ours": []}
    for turn in range(turns if turns == 1 else DRAWN_TURNS):
        for name in sorted(files, reverse=turn % 2 == 1):
            seen[name].append(opened(browser, files[name], whole=turn < turns))
    middle = {
        name: {key: middling(each[key] for each in runs if key in each) for key in runs[0]}
        for name, runs in seen.items()
    }
    bare_, ours = middle["bare"], middle["ours"]
    ratio = middling(o["drawn"] / b["drawn"] for b, o in zip(seen["bare"], seen["ours"], strict=True))
    pan = middling(o["pan"] / b["pan"] for b, o in zip(seen["bare"], seen["ours"], strict=True) if "pan" in o)
    told(
        "drawn",
        f"{ours['drawn']:.0f} ms, bare {bare_['drawn']:.0f} ms: {ratio:.2f} x bare",
        f"<= {goal['drawn']}",
    )
    if stock:
        slow = stock_drawn(browser, folder, data)
        told(
            "drawn",
            f"{slow / ours['drawn']:.0f} times faster than stock's {slow / 1000:.1f} s",
            f">= {goal['stock']}",
        )
    else:
        told("drawn", "stock pyvis not run", "")
    told("", f"{ours['ready']:.0f} ms until all of the page is ready", "")
    told("pan", f"{ours['pan']:.0f} fps, bare {bare_['pan']:.0f} fps: {pan:.2f} x bare", f">= {goal['pan']}")
    told("", f"{ours['frame']:.0f} ms of processor a frame, bare {bare_['frame']:.0f} ms", "")
    told("file", f"{files['ours'].stat().st_size / 1e6:.2f} MB", f"<= {goal['file']} MB")
    told("slider", f"{ours['slide']:.0f} ms", f"<= {goal['slider']} ms")
    told("", f"{ours['step']:.0f} ms of processor a step", "")


def told(what: str, figure: str, goal: str) -> None:
    print(f"  {what:8}{figure:58}{f'(goal {goal})' if goal else ''}")


def middling(values: Any) -> float:
    return statistics.median(values)


def opened(browser: Browser, path: Path, *, whole: bool) -> dict[str, float]:
    """Each measure of one page, in a fresh context; without `whole` only when it was drawn, which varies most."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        tab = context.new_page()
        tab.add_init_script(WATCH)
        tab.goto(path.as_uri())
        tab.wait_for_function("() => window.drawn", timeout=300_000)
        found = {"drawn": tab.evaluate("() => window.drawn")}
        if not whole:
            return found
        tab.wait_for_timeout(500)
        found["ready"] = tab.evaluate("() => window.ready ?? window.drawn")
        begun = processor(browser)
        found["pan"] = tab.evaluate(PAN)
        found["frame"] = (processor(browser) - begun) / (3 * found["pan"])
        if tab.locator("#slider").count():
            begun = processor(browser)
            found["slide"] = tab.evaluate(SLIDE)
            found["step"] = (processor(browser) - begun) / 15
    return found


def processor(browser: Browser) -> float:
    """Milliseconds that the browser's drawing processes have used, which others on the machine alter less."""
    found = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return float(sum(1000 * each["cpuTime"] for each in found if each["type"] in ("renderer", "GPU")))


def bare(data: PageData) -> str:
    """vis-network with the same nodes and lines on the same places, and nothing else."""
    drawn = drawing(data)
    places = placed(data, drawn)
    nodes = [{"id": i, "x": x, "y": y, "shape": "dot", "size": 8} for i, (x, y) in enumerate(places)]
    edges = [
        {"id": i, "from": line.start, "to": line.end, "arrows": "to"} for i, line in enumerate(drawn.lines)
    ]
    options = {"physics": False, "edges": {"smooth": False}, "layout": {"improvedLayout": False}}
    return (
        "<!doctype html><meta charset=utf-8><style>html,body,#n{height:100%;margin:0}</style><div id=n></div>"
        f"<script>{read_library()}</script><script>const network = new vis.Network(document.getElementById('n'),"
        f"{{nodes: new vis.DataSet({json.dumps(nodes)}), edges: new vis.DataSet({json.dumps(edges)})}},"
        f"{json.dumps(options)}); {DRAWN}</script>"
    )


def stock_drawn(browser: Browser, folder: Path, data: PageData) -> float:
    """Milliseconds until stock pyvis, as its documentation uses it, has drawn."""
    from pyvis.network import Network

    drawn = drawing(data)
    network = Network(cdn_resources="in_line", directed=True)
    for index, party in enumerate(data.parties):
        network.add_node(index, label=party.name)
    for line in drawn.lines:
        network.add_edge(line.start, line.end)
    html = network.generate_html().replace("return network;", f"{DRAWN} return network;")
    path = folder / "stock.html"
    path.write_bytes(html.encode())
    with browser.new_context(viewport={"width": 1280, "height": 800}, offline=True) as context:
        tab = context.new_page()
        tab.add_init_script(WATCH)
        tab.goto(path.as_uri(), wait_until="commit")
        tab.wait_for_function("() => window.drawn", timeout=1_200_000)
        return float(tab.evaluate("() => window.drawn"))


def cold(folder: Path) -> float:
    """Seconds of `foedera render` on a database that holds the smaller graph, engine's start included."""
    from foedera.graph import store as stores
    from foedera.graph import writer

    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        del os.environ[name]
    os.environ["FOEDERA_HOME"] = str(folder / "home")
    with stores.open() as store:
        writer.load(store, "core", records(graph(250, 2_000)))
    command = [FOEDERA, "render", "--on", ON.isoformat(), "-o", str(folder / "cold.html")]
    return middling(run(command, {}).seconds for _ in range(TURNS))


if __name__ == "__main__":
    main()
