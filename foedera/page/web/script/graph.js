/* The network on its canvas: vis holds the nodes, the camera and the gestures; the drawing is ours. */

const SETTLED = 120;

/**
 * @param {HTMLElement} container
 * @param {PageState} page
 */
function createGraph(container, page) {
  const { facts } = page;
  const upright = container.clientHeight > 1.2 * container.clientWidth;
  arrange(facts, page.state.layout, upright);
  const nodes = new vis.DataSet(facts.nodes.map(({ x, y }, id) => ({ id, x, y, shape: "custom", ctxRenderer: room, hidden: true })));
  const network = new vis.Network(container, { nodes, edges: [] }, facts.options);
  const lines = createLayer(drawLines);
  let scene = createScene(facts, page.shown, palette());
  let sight = /** @type {Sight} */ ({ x: 0, y: 0, scale: 0, width: 0, height: 0 });
  let hovered = { node: -1, line: -1 };
  let fitted = /** @type {Camera | null} */ (null);
  /** @type {Label[] | null} */
  let labels = null;
  let settling = 0;

  /** Vis needs the room that a node takes, to find what is under the pointer; it draws nothing. */
  function room(/** @type {{id: number}} */ { id }) {
    const side = 2 * Math.max(scene.sizes[id], 2 / network.getScale());
    return { nodeDimensions: { width: side, height: side } };
  }
  function camera() {
    return { ...network.getViewPosition(), scale: network.getScale() };
  }
  /** @param {CanvasRenderingContext2D} surface */
  function draw(surface) {
    const { clientWidth: width, clientHeight: height, width: pixels } = surface.canvas;
    const before = sight;
    sight = { ...camera(), width, height };
    const same = before.scale === sight.scale && before.width === width && before.height === height;
    const moving = !same || before.x !== sight.x || before.y !== sight.y;
    if (moving) settle();
    surface.save();
    surface.setTransform(pixels / width, 0, 0, pixels / width, 0, 0);
    if (page.state.layout === "map") drawWorld(surface, scene, sight);
    lines.draw(surface, scene, sight, moving);
    drawMarked(surface, scene, sight);
    drawNodes(surface, scene, sight);
    labels = same && labels ? labels : placeLabels(surface, scene, sight);
    drawLabels(surface, scene, sight, labels);
    surface.restore();
    document.documentElement.setAttribute("data-ready", "true");
  }
  function settle() {
    clearTimeout(settling);
    settling = setTimeout(() => {
      labels = null;
      network.redraw();
      const now = camera();
      const still = fitted && Math.hypot(now.x - fitted.x, now.y - fitted.y) * now.scale < 1 && now.scale === fitted.scale;
      page.change({ camera: still ? null : now });
    }, SETTLED);
  }
  /** What shows, what is marked or the colours have changed. */
  function paint() {
    scene = createScene(facts, page.shown, palette());
    lines.forget();
    const hidden = facts.nodes.flatMap((_, id) => {
      const hide = page.shown.degrees[id] < 0;
      return nodes.get(id).hidden === hide ? [] : { id, hidden: hide };
    });
    nodes.update(hidden);
    mark();
  }
  function mark() {
    const thing = facts.things.get(page.state.selected ?? "");
    const picked = nodeOf(facts, thing);
    const line = thing?.kind === "line" ? thing.index : -1;
    const there = (/** @type {number} */ each) => each >= 0;
    scene.marked = {
      nodes: [...new Set([picked, hovered.node])].filter((node) => there(node) && page.shown.degrees[node] >= 0),
      lines: [...new Set([line, hovered.line])].filter((each) => there(each) && page.shown.lines[each]),
    };
    labels = null;
    network.redraw();
  }
  /** @param {typeof hovered} now */
  function hover(now) {
    if (now.node === hovered.node && now.line === hovered.line) return;
    hovered = now;
    container.style.cursor = now.node < 0 && now.line < 0 ? "" : "pointer";
    mark();
  }
  function fit() {
    if (page.state.layout === "map") {
      const { clientWidth: width, clientHeight: height } = container;
      const places = scene.nodes.map(({ node }) => facts.nodes[node]);
      const whole = [...facts.around.keys()].some((line) => page.shown.lines[line]);
      const { x, y, scale } = mapCamera(facts.world, places, whole, { width, height });
      network.moveTo({ position: { x, y }, scale, animation: false });
    } else fitNetwork();
    fitted = camera();
  }
  function fitNetwork() {
    network.fit({ nodes: scene.nodes.map(({ node }) => node), maxZoomLevel: 1.4, animation: false });
    network.moveTo({ scale: network.getScale() * 0.86, animation: false }); // room for names at the edge
  }
  /** @param {number} node */
  function go(node) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const scale = Math.max(network.getScale(), 0.9);
    network.focus(node, { scale, animation: calm ? false : { duration: 300, easingFunction: "easeInOutQuad" } });
  }

  network.on("beforeDrawing", draw);
  network.on("click", (/** @type {any} */ { nodes: [node], pointer }) => {
    const line = node === undefined ? lineAt(facts, page.shown, sight, pointer.DOM) : -1;
    page.change({ selected: node !== undefined ? nodeKey(facts, node) : line < 0 ? null : lineKey(facts, line) });
  });
  container.addEventListener("pointermove", ({ buttons, offsetX: x, offsetY: y }) => {
    if (buttons) return;
    const node = network.getNodeAt({ x, y }) ?? -1;
    hover({ node, line: node < 0 ? lineAt(facts, page.shown, sight, { x, y }) : -1 });
  });
  container.addEventListener("pointerleave", () => hover({ node: -1, line: -1 }));
  page.watch(["shown", "theme"], paint);
  page.watch(["layout"], () => {
    arrange(facts, page.state.layout, upright);
    nodes.update(facts.nodes.map(({ x, y }, id) => ({ id, x, y })));
    lines.forget();
    labels = null;
    if (!page.state.camera) fit();
  });
  page.watch(["selected"], mark);
  if (page.state.camera) network.moveTo({ position: page.state.camera, scale: page.state.camera.scale });
  else fit();
  return { network, fit, go, scene: () => scene };
}
