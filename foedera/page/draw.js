/* The network on its canvas: pyvis' nodes and edges, looks from what shows, nothing computed by physics. */

/**
 * Dashes by legal force, in canvas units; none for what binds, since dashes are dear to draw.
 * @type {Record<string, number[]>}
 */
const DASHES = { "domestic-law": [14, 4], contested: [9, 4, 2, 4], political: [6, 5], unknown: [2, 5] };

/** @param {string} name a custom property of the style sheet */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The colours of the present theme, read once a repaint. */
function palette() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of ["ink", "paper", "muted", "country", "organization", "hub", "pick"]) found[name] = colour(name);
  for (const name of Object.keys(GROUPS)) found[name] = colour(name);
  return found;
}

/**
 * The arrows of a line that show, the firmest first.
 * @param {Facts} facts
 * @param {Line} line
 * @param {Shown} shown
 */
function shownOn(facts, line, shown) {
  const order = firmest(facts);
  const found = (line.arrows ?? []).filter((i) => shown.arrows.has(i));
  return found.sort((a, b) => order(facts.arrows[a].obligation, facts.arrows[b].obligation));
}

/**
 * How a line looks: by the firmest promise on it that shows. Null: not at all.
 * @param {Facts} facts
 * @param {Line} line
 * @param {Shown} shown
 * @param {Record<string, string>} colours
 */
function lineLook(facts, line, shown, colours) {
  if (!draws(line, shown)) return null;
  if (line.founding !== undefined) return look(colours.hub, 4, false, "", true);
  if (line.tie !== undefined) {
    const state = Boolean(shown.ties.get(line.tie));
    const member = facts.ties[line.tie].kind === "membership";
    return look(colours.membership, 1, member ? false : [2, 5], member ? "" : "to", state);
  }
  const arrows = shownOn(facts, line, shown);
  const { kind, force, rank } = facts.obligations[facts.arrows[arrows[0]].obligation];
  const width = [1.2, 1.2, 1.4, 2, 2.6, 3.2][rank] ?? 1.2;
  const certain = arrows.some((i) => shown.arrows.get(i));
  return look(colours[groupOf(kind)], width, Object.hasOwn(DASHES, force) ? DASHES[force] : false, heads(facts, line, arrows), certain);
}

/**
 * @param {string} stroke
 * @param {number} width
 * @param {number[] | false} dashes
 * @param {string} arrows
 * @param {boolean} certain
 */
function look(stroke, width, dashes, arrows, certain) {
  const color = { color: stroke, highlight: stroke, hover: stroke, inherit: false, opacity: certain ? 0.85 : 0.35 };
  return { hidden: false, color, width, dashes, arrows };
}

/**
 * Arrow heads run from who owes to who is owed; a party that does both under a hub has none.
 * @param {Facts} facts
 * @param {Line} line
 * @param {number[]} arrows
 */
function heads(facts, line, arrows) {
  const hub = facts.nodes[line.to].agreement !== undefined;
  const start = facts.nodes[line.from].party;
  const owes = (/** @type {number} */ i) => Boolean(facts.arrows[i].owes);
  const own = arrows.filter((i) => facts.arrows[i].party === start);
  const forth = own.some(owes);
  const back = own.some((i) => !owes(i));
  if (forth && back) return hub ? "" : "to, from";
  return back ? "from" : "to";
}

/**
 * How a node looks; hubs are small, parties grow with their lines.
 * @param {Facts} facts
 * @param {GraphNode} node
 * @param {number} degree
 * @param {Record<string, string>} colours
 */
function nodeLook(facts, node, degree, colours) {
  const hub = node.agreement !== undefined;
  const organization = !hub && facts.parties[/** @type {number} */ (node.party)].label === "Organization";
  const fill = hub ? colours.hub : organization ? colours.organization : colours.country;
  const centre = !hub && facts.view.centre.includes(facts.parties[/** @type {number} */ (node.party)].id);
  const size = hub ? 6 : Math.min(7 + 0.8 * Math.sqrt(degree), 14) + (centre ? 4 : 0);
  const state = { background: fill, border: centre ? colours.ink : colours.paper };
  return {
    hidden: false,
    shape: hub ? "diamond" : organization ? "square" : "dot",
    size,
    borderWidth: centre ? 2.5 : 1,
    color: { ...state, highlight: { background: fill, border: colours.pick }, hover: state },
  };
}

/**
 * Which nodes have a line that shows, and how many; parties of the question always show.
 * @param {Facts} facts
 * @param {Shown} shown
 */
function degrees(facts, shown) {
  /** @type {Map<number, number>} */
  const found = new Map();
  facts.nodes.forEach((node, index) => {
    if (node.party !== undefined && facts.view.centre.includes(facts.parties[node.party].id)) found.set(index, 0);
  });
  for (const line of facts.lines) {
    if (!draws(line, shown)) continue;
    for (const end of [line.from, line.to]) found.set(end, (found.get(end) ?? 0) + 1);
  }
  return found;
}

/**
 * The drawn network.
 * @param {HTMLElement} container
 * @param {Facts} facts
 * @param {{nodes: any[], edges: any[], options: any}} drawing  as pyvis wrote them
 * @param {{pick: (kind: "node" | "line" | null, index: number) => void, name: (node: number) => string}} page
 */
function createGraph(container, facts, drawing, page) {
  const tall = container.clientHeight > 1.2 * container.clientWidth; // a phone held upright: lay it on its side
  const nodes = new vis.DataSet(drawing.nodes.map(({ id, x, y }) =>
    ({ id, x: tall ? y : x, y: tall ? x : y, hidden: true })));
  const edges = new vis.DataSet(drawing.edges.map((edge) => ({ ...edge, hidden: true })));
  const network = new vis.Network(container, { nodes, edges }, drawing.options);
  const graph = { network, degrees: /** @type {Map<number, number>} */ (new Map()), colours: palette(), painted: false, hovered: -1, paint, fit, go };
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.on("click", (/** @type {{nodes: number[], edges: number[]}} */ { nodes: [node], edges: [line] }) => {
    if (node !== undefined) page.pick("node", node);
    else page.pick(line === undefined ? null : "line", line);
  });
  network.on("hoverNode", (/** @type {{node: number}} */ { node }) => { graph.hovered = node; });
  network.on("blurNode", () => { graph.hovered = -1; });
  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    if (!graph.painted) return;
    drawLabels(context, graph, facts, page.name);
    document.documentElement.setAttribute("data-ready", "true");
  });

  /** @param {Shown} shown */
  function paint(shown) {
    const colours = palette();
    graph.colours = colours;
    graph.painted = true;
    graph.degrees = degrees(facts, shown);
    edges.update(facts.lines.map((line, id) => ({ id, ...(lineLook(facts, line, shown, colours) ?? { hidden: true }) })));
    nodes.update(facts.nodes.map((node, id) => {
      const degree = graph.degrees.get(id);
      return { id, ...(degree === undefined ? { hidden: true } : nodeLook(facts, node, degree, colours)) };
    }));
  }
  function fit() {
    network.fit({ nodes: [...graph.degrees.keys()], maxZoomLevel: 1.4, animation: false });
    network.moveTo({ scale: network.getScale() * 0.86, animation: false }); // room for names at the edge
  }
  /** @param {number} node */
  function go(node) {
    network.selectNodes([node]);
    const scale = Math.max(network.getScale(), 0.9);
    network.focus(node, { scale, animation: calm ? false : { duration: 300, easingFunction: "easeInOutQuad" } });
  }
  return graph;
}
