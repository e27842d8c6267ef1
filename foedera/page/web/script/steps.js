/* The drawing by keyboard: from node to node, along the lines of one, nearer and farther. */

const SHIFTED = 80;
const ZOOMED = 1.25;
/** @type {Record<string, [number, number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @param {HTMLElement} container
 * @param {PageState} page
 * @param {ReturnType<typeof createGraph>} graph
 */
function createSteps(container, page, graph) {
  const { facts } = page;
  const { network } = graph;
  let anchor = -1;
  for (const each of container.querySelectorAll("[tabindex]")) each.setAttribute("tabindex", "-1");

  /** @param {number} node */
  function take(node) {
    anchor = node;
    page.change({ selected: nodeKey(facts, node) });
    const { width, height } = graph.sight();
    const { x, y } = onScreen(graph.sight(), facts.nodes[node]);
    if (x < 20 || y < 20 || x > width - 20 || y > height - 20) graph.go(node);
    speak(`${nodeName(facts, node)}, ${nodeSort(facts, node)}, ${plural(page.figure.shown.degrees[node], "line")}`);
  }
  function selected() {
    const thing = thingOf(page.figure.facts, page.state.selected);
    return { node: nodeOf(facts, thing), line: thing?.kind === "line" ? thing.index : -1 };
  }
  /** @param {[number, number]} way */
  function walk(way) {
    const { node, line } = selected();
    const from = node >= 0 ? node : line >= 0 ? anchor : -1;
    const next = nodeBeside(graph.scene(), graph.sight(), from, way);
    if (next >= 0) take(next);
  }
  /** @param {1 | -1} way */
  function along(way) {
    const { facts: drawn, shown } = page.figure;
    const { node, line } = selected();
    if (node >= 0) anchor = node;
    else if (line >= 0 && drawn.lines[line].to !== anchor) anchor = drawn.lines[line].from;
    const lines = linesAt(drawn, shown, anchor);
    if (!lines.length) return;
    const at = lines.indexOf(line);
    const next = at < 0 ? (way > 0 ? 0 : lines.length - 1) : (at + way + lines.length) % lines.length;
    page.change({ selected: lineKey(drawn, lines[next]) });
    speak(`${lineTitle(drawn, drawn.lines[lines[next]])}, ${next + 1} of ${lines.length} at ${nodeName(facts, anchor)}`);
  }
  function across() {
    const { line } = selected();
    if (line < 0) return;
    const { from, to } = page.figure.facts.lines[line];
    take(from === anchor ? to : from);
  }
  /** @param {number} factor */
  function zoom(factor) {
    network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 20), animation: false });
  }
  /** @param {[number, number]} way */
  function shift([dx, dy]) {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x + (dx * SHIFTED) / scale, y: y + (dy * SHIFTED) / scale }, scale, animation: false });
  }
  /** @type {Record<string, () => void>} */
  const acts = {
    "+": () => zoom(ZOOMED), "=": () => zoom(ZOOMED), "-": () => zoom(1 / ZOOMED), n: () => along(1), N: () => along(-1), o: across,
    Enter: () => { if (page.state.selected) part("details").focus(); },
    Escape: () => { if (page.state.selected) page.change({ selected: null }); else leaveFocus(page); },
  };
  container.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== container) return;
    const way = WAYS[event.key];
    const act = way ? () => (event.shiftKey ? shift(way) : walk(way)) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

/** @param {Facts} facts @param {number} node */
function nodeSort(facts, node) {
  const { party } = facts.nodes[node];
  return party === null ? "agreement" : facts.parties[party].label.toLowerCase();
}

/**
 * The lines of a node that show.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {number} node
 */
function linesAt(facts, shown, node) {
  return facts.lines.flatMap(({ from, to }, i) => (shown.lines[i] && (from === node || to === node) ? i : []));
}

/**
 * The nearest node that way, or -1; where there is none to start from, the one nearest to the middle.
 * @param {Scene} scene
 * @param {Sight} sight
 * @param {number} from
 * @param {[number, number]} way
 */
function nodeBeside({ facts, nodes }, sight, from, [dx, dy]) {
  const start = from < 0 ? { x: sight.width / 2, y: sight.height / 2 } : onScreen(sight, facts.nodes[from]);
  let [found, nearest] = [-1, Infinity];
  for (const { node } of nodes) {
    const { x, y } = onScreen(sight, facts.nodes[node]);
    const ahead = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    const far = from < 0 ? Math.hypot(x - start.x, y - start.y) : ahead + 2 * aside;
    if (node !== from && (from < 0 || ahead > 0.5) && far < nearest) [found, nearest] = [node, far];
  }
  return found;
}

/**
 * Says something to those who hear the page.
 * @param {string} text
 */
function speak(text) {
  part("spoken").textContent = text;
}
