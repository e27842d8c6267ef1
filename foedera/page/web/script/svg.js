/* A surface that writes down what is drawn on it as SVG: as much of a 2D context as the drawing uses. */

/** What XML 1.0 cannot hold. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Where letters stand, of the height of their line that a canvas calls its top. */
const BASELINE = 0.86;
/** How opaque a box behind text is: what it covers can be followed through it. */
const BOX = "0.75";

/** @param {string} text */
function xmlText(text) {
  const entities = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });
  return text.replace(NOT_IN_XML, "").replace(TURNING, "").replace(/[&<>"]/g, (each) => entities[each]);
}

/** @param {number} value */
function short(value) {
  return String(Math.round(value * 10) / 10);
}

/** @param {Record<string, string | number | undefined>} values  what is undefined is left out */
function xmlAttributes(values) {
  return Object.entries(values).flatMap(([name, value]) =>
    (value === undefined ? [] : ` ${name}="${xmlText(typeof value === "number" ? short(value) : value)}"`)).join("");
}

/**
 * @param {number} width
 * @param {number} height
 * @param {string} title
 * @param {((text: string, font: string) => number) | null} widthIn  how wide a text is: then it has a pale box behind it, not a halo. A PDF
 *   would hold the text of a halo too, and who searches or copies it would have each name twice.
 */
function createSvgSurface(width, height, title, widthIn = null) {
  /** @type {string[]} */
  const out = [];
  /** @type {{style: SvgStyle, open: number}[]} */
  const stack = [];
  let style = /** @type {SvgStyle} */ ({
    fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, font: "normal 12px sans-serif", lineJoin: "miter", dashes: [],
  });
  /** @type {string[]} */
  let path = [];
  let open = 0;
  let clips = 0;
  let halo = "";
  const at = (/** @type {number[]} */ ...numbers) => numbers.map(short).join(" ");
  const faded = () => (style.globalAlpha === 1 ? undefined : style.globalAlpha.toFixed(2));
  const outline = () => ({ "stroke": style.strokeStyle, "stroke-width": style.lineWidth });

  const surface = {
    save() {
      stack.push({ style: { ...style }, open });
      open = 0;
    },
    restore() {
      out.push("</g>".repeat(open));
      const before = stack.pop();
      if (before) ({ style, open } = before);
    },
    /** @param {number} x @param {number} y */
    translate(x, y) {
      out.push(`<g transform="translate(${at(x, y)})">`);
      open += 1;
    },
    beginPath() { path = []; },
    /** @param {number} x @param {number} y */
    moveTo(x, y) { path.push(`M${at(x, y)}`); },
    /** @param {number} x @param {number} y */
    lineTo(x, y) { path.push(`L${at(x, y)}`); },
    /** @param {number} midX @param {number} midY @param {number} x @param {number} y */
    quadraticCurveTo(midX, midY, x, y) { path.push(`Q${at(midX, midY, x, y)}`); },
    /** A whole circle. @param {number} x @param {number} y @param {number} radius */
    arc(x, y, radius) {
      const [round, across] = [short(radius), short(2 * Number(short(radius)))]; // exact halves: else it is an oval
      path.push(`M${at(x + radius, y)}a${round} ${round} 0 1 1-${across} 0a${round} ${round} 0 1 1 ${across} 0Z`);
    },
    /** @param {number} x @param {number} y @param {number} wide @param {number} high */
    rect(x, y, wide, high) { path.push(`M${at(x, y)}h${short(wide)}v${short(high)}h${short(-wide)}Z`); },
    closePath() { path.push("Z"); },
    /** @param {number[]} dashes */
    setLineDash(dashes) { style.dashes = dashes; },
    clip() {
      clips += 1;
      out.push(`<clipPath id="clip${clips}"><path d="${path.join("")}"/></clipPath><g clip-path="url(#clip${clips})">`);
      open += 1;
    },
    fill() {
      if (path.length) out.push(`<path${xmlAttributes({ d: path.join(""), fill: style.fillStyle, opacity: faded() })}/>`);
    },
    stroke() {
      if (!path.length) return;
      const dashes = style.dashes.length ? style.dashes.map(short).join(" ") : undefined;
      out.push(`<path${xmlAttributes({ d: path.join(""), fill: "none", ...outline(), "stroke-dasharray": dashes, opacity: faded() })}/>`);
    },
    /** The halo of the text that is filled next, or a box there. @param {string} text @param {number} x @param {number} y */
    strokeText(text, x, y) {
      const size = Number(/([\d.]+)px/.exec(style.font)?.[1]);
      const box = widthIn && { x: x - 1, y, width: widthIn(text, style.font) + 2, height: 1.2 * size, rx: 2, fill: style.strokeStyle, opacity: BOX };
      if (box) out.push(`<rect${xmlAttributes(box)}/>`);
      else halo = xmlAttributes({ ...outline(), "stroke-linejoin": style.lineJoin, "paint-order": "stroke" });
    },
    /** @param {string} text @param {number} x @param {number} y */
    fillText(text, x, y) {
      const [, slant, weight, size, family] = /^(italic )?(bold |normal )?([\d.]+)px (.*)$/.exec(style.font) ?? ["", "", "", "12", "sans-serif"];
      const look = {
        x, y: y + BASELINE * Number(size), "font-size": Number(size), "font-family": family,
        "font-style": slant ? "italic" : undefined, "font-weight": weight === "bold " ? "bold" : undefined, fill: style.fillStyle,
      };
      out.push(`<text${xmlAttributes(look)}${halo}>${xmlText(text)}</text>`);
      halo = "";
    },
    /** All of it, as a file. */
    text() {
      const size = { width, height, viewBox: `0 0 ${short(width)} ${short(height)}`, role: "img" };
      return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"${xmlAttributes(size)}>`
        + `<title>${xmlText(title)}</title>\n${out.filter(Boolean).join("\n")}\n</svg>\n`;
    },
  };
  for (const name of /** @type {const} */ (["fillStyle", "strokeStyle", "lineWidth", "globalAlpha", "font", "lineJoin"])) {
    Object.defineProperty(surface, name, { get: () => style[name], set: (value) => { style = { ...style, [name]: value }; } });
  }
  return /** @type {CanvasRenderingContext2D & {text(): string}} */ (/** @type {unknown} */ (surface));
}
