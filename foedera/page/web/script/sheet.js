/* The drawing as a sheet of its own, to save or to print: title, picture, legend, and what it is from. */

const SHEET = { least: 760, margin: 20, column: 190, row: 20 };
const FACE = "system-ui, sans-serif";

/**
 * What is shown, with all that one must know to read it without the page.
 * @param {PageState} page
 * @param {Scene} scene
 * @param {Sight} sight
 * @returns {Sheet}
 */
function createSheet(page, scene, sight) {
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const { facts: { about }, state } = page;
  const { ink, muted } = scene.colours;
  const width = Math.max(sight.width, SHEET.least);
  const zoom = width / sight.width;
  const picture = { ...sight, scale: sight.scale * zoom, width, height: sight.height * zoom };
  const inner = width - 2 * SHEET.margin;
  const head = paragraphs(measure, inner, [
    { text: about.title, size: 22, bold: true, fill: ink, most: 2 },
    { text: `${about.question} As of ${dayOf(state.day)}.`, size: 15, fill: ink, most: 3 },
  ]);
  const entries = sheetEntries(page, scene.colours);
  const columns = Math.max(Math.floor(inner / SHEET.column), 1);
  const foot = paragraphs(measure, inner, caveats(page).map((text) => ({ text, size: 12, fill: muted, most: 4 })));
  const top = SHEET.margin + head.height + 10;
  const legend = top + picture.height + 14;
  const below = legend + Math.ceil(entries.length / columns) * SHEET.row + 10;
  const height = below + foot.height + SHEET.margin;
  return {
    width,
    height,
    draw(surface, ratio) {
      surface.save();
      surface.fillStyle = scene.colours.paper;
      surface.beginPath();
      surface.rect(0, 0, width, height);
      surface.fill();
      surface.textBaseline = "top";
      head.draw(surface, SHEET.margin, SHEET.margin);
      surface.save();
      surface.beginPath();
      surface.rect(0, top, width, picture.height);
      surface.clip();
      surface.translate(0, top);
      if (state.layout === "map") drawWorld(surface, scene, picture);
      drawPlane(surface, scene, picture, ratio);
      drawMarked(surface, scene, picture);
      drawLabels(surface, scene, picture, placeLabels(measure, scene, picture));
      surface.restore();
      entries.forEach((entry, i) => {
        entry(surface, SHEET.margin + (i % columns) * SHEET.column, legend + Math.floor(i / columns) * SHEET.row);
      });
      foot.draw(surface, SHEET.margin, below);
      surface.restore();
    },
  };
}

/**
 * What to bear in mind: what shows and what does not, the datasets with their reach and terms, how it was made.
 * @param {PageState} page
 */
function caveats(page) {
  const { about } = page.facts;
  const sets = about.datasets.map(({ title, version, from, until, licence }) =>
    [`${title} ${version}`, `covers ${from ?? "?"} to ${until ?? "?"}`, licence].filter(Boolean).join(", "));
  const asked = about.note ? `${about.note}.` : "";
  const map = page.state.layout === "map" ? "Coasts: Natural Earth. Places: The World Factbook." : "";
  return [statusText(page), `Datasets: ${sets.join("; ")}. ${asked}`, `${map} ${madeBy(about)}`].map((text) => text.trim());
}

/**
 * The kinds, forces and shapes that the picture has, each as something to draw at a place.
 * @param {PageState} page
 * @param {Palette} colours
 * @returns {((surface: CanvasRenderingContext2D, x: number, y: number) => void)[]}
 */
function sheetEntries(page, colours) {
  const { facts, state, shown } = page;
  const number = counts(facts, state, shown);
  const there = (/** @type {Map<string, number>} */ numbers, /** @type {readonly string[]} */ off) =>
    [...numbers].filter(([name, count]) => count && !off.includes(name));
  const kinds = there(number.kinds, state.off.kinds).map(([kind, count]) =>
    ({ text: `${kind} ${count}`, stroke: colours[kindColour(facts, kind)], width: 3, dashes: kind === "candidacy" ? CANDIDACY_DASHES : [] }));
  const forces = there(number.forces, state.off.forces).map(([force, count]) =>
    ({ text: `${force} ${count}`, stroke: colours.ink, width: 2, dashes: DASHES.get(force) ?? [] }));
  const changes = hasChanges(facts) ? there(number.changes, state.off.changes).map(([change, count]) =>
    ({ text: `${change} ${count}`, stroke: colours[change], width: changeLook(change).width, dashes: changeLook(change).dashes })) : [];
  const group = new Map(Object.values(GROUPS).flat().map((kind, i) => [kind, i]));
  forces.sort((a, b) => FORCE_ORDER.indexOf(a.text.split(" ")[0]) - FORCE_ORDER.indexOf(b.text.split(" ")[0]));
  kinds.sort((a, b) => (group.get(a.text.split(" ")[0]) ?? 99) - (group.get(b.text.split(" ")[0]) ?? 99));
  const shapes = /** @type {[NodeLook["shape"], string, string][]} */ ([
    ["dot", colours.country, "country"], ["square", colours.organization, "organization"], ["diamond", colours.hub, "agreement of several"],
  ]);
  return [
    ...[...changes, ...kinds, ...forces].map((look) => (/** @type {CanvasRenderingContext2D} */ surface, /** @type {number} */ x, /** @type {number} */ y) => {
      surface.save();
      surface.strokeStyle = look.stroke;
      surface.lineWidth = look.width;
      surface.setLineDash(look.dashes);
      surface.beginPath();
      surface.moveTo(x, y + 8);
      surface.lineTo(x + 32, y + 8);
      surface.stroke();
      surface.restore();
      write(surface, look.text, x + 40, y, colours.ink);
    }),
    ...shapes.map(([shape, fill, text]) => (/** @type {CanvasRenderingContext2D} */ surface, /** @type {number} */ x, /** @type {number} */ y) => {
      surface.fillStyle = fill;
      surface.beginPath();
      addShape(surface, { node: 0, shape, size: 6, fill, rim: fill, rimWidth: 0 }, { x: x + 16, y: y + 8 }, 6,
        { x: 0, y: 0, scale: 1, width: Infinity, height: Infinity });
      surface.fill();
      write(surface, text, x + 40, y, colours.ink);
    }),
  ];
}

/**
 * @param {CanvasRenderingContext2D} surface
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} fill
 */
function write(surface, text, x, y, fill) {
  surface.font = `13px ${FACE}`;
  surface.fillStyle = fill;
  surface.fillText(shortened(text), x, y);
}

/**
 * Text in lines of at most some width, and how high they are together.
 * @param {CanvasRenderingContext2D} measure
 * @param {number} width
 * @param {{text: string, size: number, bold?: boolean, fill: string, most: number}[]} texts
 */
function paragraphs(measure, width, texts) {
  let height = 0;
  const lines = texts.flatMap(({ text, size, bold, fill, most }) => {
    const font = `${bold ? "bold" : "normal"} ${size}px ${FACE}`;
    measure.font = font;
    const wide = (/** @type {string} */ each) => measure.measureText(each).width;
    const found = wrapped(text, width, most, wide).map((line, i) => ({ line, font, fill, y: height + i * size * 1.3 }));
    height += found.length * size * 1.3 + 4;
    return found;
  });
  return {
    height,
    /** @param {CanvasRenderingContext2D} surface @param {number} x @param {number} top */
    draw(surface, x, top) {
      for (const { line, font, fill, y } of lines) {
        surface.font = font;
        surface.fillStyle = fill;
        surface.fillText(line, x, top + y);
      }
    },
  };
}

/**
 * Lines of whole words, where these fit; the last one ends in an ellipsis if there is more.
 * @param {string} text
 * @param {number} width
 * @param {number} most
 * @param {(text: string) => number} wide
 */
function wrapped(text, width, most, wide) {
  const plain = text.slice(0, 2000).replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  /** @type {string[]} */
  const lines = [];
  let rest = plain;
  while (rest && lines.length < most) {
    let [low, high] = [1, rest.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (wide(rest.slice(0, middle)) <= width) low = middle;
      else high = middle - 1;
    }
    const space = low < rest.length ? rest.lastIndexOf(" ", low) : low;
    const cut = space > 0 ? space : low;
    lines.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  if ((rest || text.length > 2000) && lines.length) lines[lines.length - 1] = `${lines[lines.length - 1].replace(/.{0,2}$/u, "")}…`;
  return lines;
}
