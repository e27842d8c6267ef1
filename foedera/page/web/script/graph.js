/* The network on its canvas: vis holds the camera and the gestures; the drawing and what is under the pointer are ours. */

const SETTLED = 120;
/** Room for names at the edge of a graph that fits. */
const FITTING = 0.86;
const CLOSEST_FIT = 2.6;
/** The window of a drawing that was never shown, to save or print. */
const UNSEEN = { width: 1000, height: 640 };

/**
 * @param {HTMLElement} container
 * @param {PageState} page
 */
function createGraph(container, page) {
  const opening = page.facts.places.filter((_, node) => page.figure.shown.degrees[node] >= 0);
  const shape = shapeFor(opening, { width: container.clientWidth, height: container.clientHeight }, onPhone());
  arrange(page.facts, page.state.layout, shape);
  const network = new vis.Network(container, { nodes: [], edges: [] }, page.facts.options);
  const plane = createLayer((surface, what, where, ratio) => {
    if (page.state.layout === "map") drawWorld(surface, what, where);
    return drawPlane(surface, what, where, ratio);
  });
  let arranged = page.facts;
  /** @type {Scene} */
  let scene;
  let sight = /** @type {Sight} */ ({ x: 0, y: 0, scale: 0, width: 0, height: 0 });
  let hovered = { node: -1, line: -1 };
  let fitted = /** @type {Camera | null} */ (null);
  let unfitted = false;
  /** What was fitted last: a window of another size has that in sight, and not the few nodes of an early day. */
  let framed = /** @type {{figure: Figure, scene: Scene} | null} */ (null);
  /** @type {Label[] | null} */
  let labels = null;
  let settling = 0;
  let asked = false;
  let firstDrawn = () => {};
  const drawn = new Promise((done) => { firstDrawn = () => done(null); });

  function camera() {
    return { ...network.getViewPosition(), scale: network.getScale() };
  }
  /**
   * A link means the same place on every screen, whatever the shape of the network there.
   * @param {Camera} place
   * @param {typeof shaped} through
   */
  function placed({ x, y, scale }, through) {
    return { ...(page.state.layout === "network" ? through(shape, { x, y }) : { x, y }), scale };
  }
  /** @param {CanvasRenderingContext2D} surface */
  function draw(surface) {
    asked = false;
    const { clientWidth: width, clientHeight: height, width: pixels } = surface.canvas;
    const before = sight;
    sight = { ...camera(), width, height };
    const resized = before.width !== width || before.height !== height;
    if (resized && before.width && width && !page.state.camera) frame();
    const same = before.scale === sight.scale && !resized;
    const moving = before.width > 0 && (!same || before.x !== sight.x || before.y !== sight.y);
    if (moving) settle();
    surface.save();
    surface.setTransform(pixels / width, 0, 0, pixels / width, 0, 0);
    const fine = plane.draw(surface, scene, sight, moving);
    if (part("thinned").hidden !== fine) part("thinned").hidden = fine;
    drawMarked(surface, scene, sight);
    labels = same && labels ? labels : placeLabels(surface, scene, sight);
    drawLabels(surface, scene, sight, labels);
    surface.restore();
    firstDrawn();
  }
  /** With the next frame, once. */
  function redraw() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { if (asked) network.redraw(); });
  }
  function settle() {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (container.hidden) return;
      labels = null;
      redraw();
      const now = camera();
      const still = fitted && Math.hypot(now.x - fitted.x, now.y - fitted.y) * now.scale < 1 && now.scale === fitted.scale;
      page.change({ camera: still ? null : placed(now, asLaid) });
    }, SETTLED);
  }
  /** What shows, what is marked or the colours have changed. */
  function paint() {
    if (page.figure.facts !== arranged) arrange(arranged = page.figure.facts, page.state.layout, shape);
    scene = createScene(arranged, page.figure.shown, palette());
    plane.forget();
    mark();
    keep();
  }
  function mark() {
    const { facts, shown } = page.figure;
    const thing = thingOf(facts, page.state.selected);
    const picked = nodeOf(facts, thing);
    const line = thing?.kind === "line" ? thing.index : -1;
    const chain = chainMarks(page);
    const there = (/** @type {number} */ each) => each >= 0;
    scene.marked = {
      nodes: [...new Set([picked, hovered.node, ...chain.nodes])].filter((node) => there(node) && shown.degrees[node] >= 0),
      lines: [...new Set([line, hovered.line, ...chain.lines])].filter((each) => there(each) && shown.lines[each]),
    };
    labels = null;
    redraw();
  }
  /** @param {typeof hovered} now */
  function hover(now) {
    if (now.node === hovered.node && now.line === hovered.line) return;
    hovered = now;
    container.style.cursor = now.node < 0 && now.line < 0 ? "" : "pointer";
    mark();
  }
  function fit() {
    framed = { figure: page.figure, scene };
    frame();
  }
  function frame() {
    const { figure, scene: fits } = framed ?? { figure: page.figure, scene };
    const size = { width: container.clientWidth, height: container.clientHeight };
    unfitted = !size.width || !size.height;
    if (unfitted) return;
    const { scale, ...position } = whole(figure, fits, size);
    network.moveTo({ position, scale, animation: false });
    fitted = camera();
  }
  /**
   * @param {Figure} figure
   * @param {Scene} fits
   * @param {{width: number, height: number}} size
   */
  function whole(figure, fits, size) {
    return page.state.layout === "map" ? fittingMap(figure, fits, size) : fitting(fits, size);
  }
  /** What is in sight; behind the table what would be. */
  function seen() {
    if (container.clientWidth) return sight;
    const size = sight.width ? { width: sight.width, height: sight.height } : UNSEEN;
    const place = page.state.camera ? placed(page.state.camera, shaped) : whole(page.figure, scene, size);
    return { ...place, ...size };
  }
  /** What has come to show is in sight too, unless the reader has moved the camera. */
  function keep() {
    const { clientWidth: width, clientHeight: height } = container;
    if (page.state.camera || !fitted || !width || !height) return;
    const within = { ...fitted, width, height };
    if (!scene.nodes.every((each) => whollyIn(within, onScreen(within, scene.facts.nodes[each.node]), radiusOf(each, within)))) fit();
  }
  /** The drawing is in sight again; what could not be fitted without a size is fitted now. */
  function show() {
    if (unfitted) fit();
    keep();
    redraw();
  }
  /** Where the state says, at once: also from the way to somewhere else. */
  function look() {
    const wanted = page.state.camera && placed(page.state.camera, shaped);
    if (!wanted) fit();
    else if (!same(wanted, camera())) network.moveTo({ position: wanted, scale: wanted.scale, animation: false });
  }
  /** @param {number} node */
  function go(node) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const scale = Math.max(network.getScale(), 0.9);
    const animation = calm ? false : { duration: 300, easingFunction: "easeInOutQuad" };
    network.moveTo({ position: page.facts.nodes[node], scale, animation, offset: beside(part("details"), container) });
  }
  /** @param {Point} point */
  function under(point) {
    const node = nodeAt(scene, sight, point);
    return { node, line: node < 0 ? lineAt(page.figure.facts, page.figure.shown, sight, point) : -1 };
  }

  network.on("beforeDrawing", draw);
  network.on("click", (/** @type {{pointer: {DOM: Point}}} */ { pointer }) => {
    const { node, line } = under(pointer.DOM);
    page.change({ selected: node >= 0 ? nodeKey(page.facts, node) : line >= 0 ? lineKey(page.figure.facts, line) : null });
  });
  container.addEventListener("pointermove", ({ buttons, offsetX: x, offsetY: y }) => { if (!buttons) hover(under({ x, y })); });
  container.addEventListener("pointerleave", () => hover({ node: -1, line: -1 }));
  page.watch(["figure", "theme"], paint);
  page.watch(["layout"], () => {
    arrange(arranged, page.state.layout, shape);
    plane.forget();
    labels = null;
    redraw();
    if (!page.state.camera) fit();
  });
  page.watch(["selected", "chain"], mark);
  page.watch(["camera", "focus"], look);
  return { network, drawn, show, fit, go, look, scene: () => scene, sight: seen };
}

/**
 * From the middle of the drawing to that of what can be seen of it beside a panel that lies over it, in pixels.
 * @param {HTMLElement} panel
 * @param {HTMLElement} container
 * @returns {Point}
 */
function beside(panel, container) {
  const room = container.getBoundingClientRect();
  const over = panel.getBoundingClientRect();
  const below = getComputedStyle(panel).position === "fixed";
  const [right, bottom] = [Math.min(room.right, innerWidth), Math.min(room.bottom, innerHeight)];
  const free = panel.hidden ? { right, bottom }
    : { right: below ? right : Math.min(right, over.left), bottom: below ? Math.min(bottom, over.top) : bottom };
  const top = Math.max(room.top, 0);
  if (free.right <= room.left || free.bottom <= top) return { x: 0, y: 0 };
  return { x: (free.right - room.right) / 2, y: (top + free.bottom - room.top - room.bottom) / 2 };
}

/**
 * The camera that has all of a scene in sight, in a window of so many pixels.
 * @param {Scene} scene
 * @param {{width: number, height: number}} size
 * @returns {Camera}
 */
function fitting({ facts, nodes }, { width, height }) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { node, size } of nodes) {
    const { x, y } = facts.nodes[node];
    box.left = Math.min(box.left, x - size);
    box.right = Math.max(box.right, x + size);
    box.top = Math.min(box.top, y - size);
    box.bottom = Math.max(box.bottom, y + size);
  }
  if (!nodes.length) return { x: 0, y: 0, scale: 1 };
  const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top), CLOSEST_FIT);
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, scale: scale * FITTING };
}

/**
 * The same for the map, of which all is in sight where lines go around the globe.
 * @param {Figure} figure
 * @param {Scene} scene
 * @param {{width: number, height: number}} size
 * @returns {Camera}
 */
function fittingMap({ facts, shown }, scene, size) {
  const whole = [...facts.around.keys()].some((line) => shown.lines[line]);
  return mapCamera(facts.world, scene.nodes.map(({ node }) => facts.nodes[node]), whole, size);
}

/**
 * Whether all of a node can be seen.
 * @param {Sight} sight
 * @param {Point} at
 * @param {number} radius
 */
function whollyIn({ width, height }, { x, y }, radius) {
  return x >= radius && y >= radius && x <= width - radius && y <= height - radius;
}
