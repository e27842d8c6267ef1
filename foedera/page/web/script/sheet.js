/* The drawing as a sheet of its own, to save or to print: title, picture, legend, and what it is from. */

const SHEET = { least: 760, margin: 20, row: 20 };
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
  const entries = keyEntries(page, scene);
  const column = keyWidth(measure, entries);
  const columns = Math.max(Math.floor(inner / column), 1);
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
      drawLabels(surface, scene, picture, placeLabels(measure, scene, picture, LABEL.whole));
      surface.restore();
      entries.forEach((entry, i) => {
        drawKey(surface, entry, { x: SHEET.margin + (i % columns) * column, y: legend + Math.floor(i / columns) * SHEET.row }, ink);
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
    [title.endsWith(version) ? title : `${title} ${version}`, `covers ${from ?? "?"} to ${until ?? "?"}`, licence].filter(Boolean).join(", "));
  const map = page.state.layout === "map" ? "Coasts: Natural Earth. Places: The World Factbook." : "";
  const thin = part("thinned").hidden ? "" : "With more than 4,000 lines in sight they are drawn thin, without dashes and heads.";
  return [...remarksText(about), `${statusText(page)}. ${thin}`, `Datasets: ${sets.join("; ")}. ${noteOf(page)}`, `${map} ${madeBy(about)}`].map((text) => text.trim()).filter(Boolean);
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
  const plain = plainText(text.slice(0, 2000).replace(/\s+/g, " ")).trim();
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
