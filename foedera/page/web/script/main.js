/* Puts the page together: each part watches the one state. */

/** @type {PageState} */
let page;
/** @type {ReturnType<typeof createGraph>} */
let graph;

/**
 * Opens what was found and brings its node into sight.
 * @param {string} key
 */
function goTo(key) {
  openDetails(page, key);
  const node = nodeOf(page.facts, thingOf(page.facts, key));
  part("stage").scrollIntoView({ block: onPhone() ? "start" : "nearest" });
  if (node < 0 || page.figure.shown.degrees[node] < 0) return;
  // the panel takes its room from the canvas, which must have its new size before it is moved
  requestAnimationFrame(() => requestAnimationFrame(() => graph.go(node)));
}

/** Where the details lie over the lower half of the screen, and tools, drawing and legend stand below one another. */
function onPhone() {
  return matchMedia("(max-width: 700px)").matches;
}

function createViews() {
  part("skip").addEventListener("click", () => toView(page));
  part("as-graph").addEventListener("click", () => page.change({ as: "graph", layout: "network", camera: null }));
  part("as-table").addEventListener("click", () => page.change({ as: "table" }));
  part("as-map").addEventListener("click", () => page.change({ as: "graph", layout: "map", camera: null }));
  field("pairs").addEventListener("change", () => page.change({ pairs: field("pairs").checked }));
  page.watch(["pairs"], () => { field("pairs").checked = page.state.pairs; });
  part("fit").addEventListener("click", () => {
    page.change({ as: "graph" });
    graph.fit();
  });
  let opened = false;
  page.watch(["as", "layout"], () => {
    const table = page.state.as === "table";
    const within = ["table", "graph"].some((id) => part(id).contains(document.activeElement));
    part("table").hidden = !table;
    part("graph").hidden = table;
    part("as-table").setAttribute("aria-pressed", String(table));
    part("as-graph").setAttribute("aria-pressed", String(!table && page.state.layout === "network"));
    part("as-map").setAttribute("aria-pressed", String(!table && page.state.layout === "map"));
    if (!table) graph.show();
    if (within) toView(page);
    if (opened) speak(table ? "Table" : page.state.layout === "map" ? "Map" : "Network");
    opened = true;
  });
}

/** What was drawn is on the screen before the rest of the page is made. */
function painted() {
  return new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
}

async function start() {
  const facts = readFacts(await unpacked(part("facts").textContent ?? ""));
  const opened = addressed(facts);
  page = createPage(facts, opened.state);
  describe(page);
  createRemarks(facts);
  createHead(page);
  page.watch(["figure", "layout"], () => { part("status").textContent = statusText(page); });
  part("graph").setAttribute("aria-label", `Drawing: ${facts.about.title}. Arrow keys go from node to node, ? lists the keys. The table has the same facts.`);
  graph = createGraph(part("graph"), page);
  createViews();
  if (page.state.as === "graph") {
    await graph.drawn;
    performance.mark("drawn");
    await painted();
  }
  if (onPhone()) part("legend").removeAttribute("open");
  createWhen(page);
  createLegend(page);
  createSearch(facts, goTo);
  createTable(page);
  createSave(page, graph.sight, graph.scene);
  createPanel(page);
  createFocus(page);
  createChains(page);
  createAddress(page, opened, graph.look);
  createPlay(page);
  createSteps(part("graph"), page, graph);
  createKeys(page);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => page.themeChanged());
  document.documentElement.setAttribute("data-ready", "true");
}

if (typeof DecompressionStream === "undefined") {
  part("status").textContent = "This browser cannot read the page: it needs one from 2023 or later.";
} else {
  start();
}
