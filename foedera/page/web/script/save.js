/* What is shown as a picture, as vectors or on paper: all by the one drawing, and none of it leaves the page. */

const PIXELS = 2;
/** More rows than this are not printed. */
const PRINTED_ROWS = 2000;
const PRINTED = { width: 1000, height: 640 };

/**
 * @param {PageState} page
 * @param {() => Sight} sightOf
 * @param {() => Scene} sceneOf
 */
function createSave(page, sightOf, sceneOf) {
  const place = part("save");
  const act = (/** @type {string} */ id, /** @type {() => void} */ run) => part(id).addEventListener("click", () => {
    place.removeAttribute("open");
    run();
  });
  act("save-png", () => asPicture(createSheet(page, sceneOf(), sightOf()), (blob) => download(blob, `${fileName(page)}.png`)));
  act("save-svg", () => {
    const text = asVectors(createSheet(page, sceneOf(), sightOf()), page.facts.about.title);
    download(new Blob([text], { type: "image/svg+xml" }), `${fileName(page)}.svg`);
  });
  act("print-page", () => window.print());
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    place.removeAttribute("open");
    place.querySelector("summary")?.focus();
  });
  window.addEventListener("beforeprint", () => part("print").replaceChildren(...printed(page, sceneOf(), sightOf())));
  window.addEventListener("afterprint", () => part("print").replaceChildren());
}

/**
 * @param {Sheet} sheet
 * @param {(blob: Blob) => void} done
 */
function asPicture(sheet, done) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(sheet.width * PIXELS);
  canvas.height = Math.ceil(sheet.height * PIXELS);
  const surface = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  surface.setTransform(PIXELS, 0, 0, PIXELS, 0, 0);
  sheet.draw(surface, PIXELS);
  canvas.toBlob((blob) => { if (blob) done(blob); }, "image/png");
}

/** @param {Sheet} sheet @param {string} title */
function asVectors(sheet, title) {
  const surface = createSvgSurface(sheet.width, sheet.height, title);
  sheet.draw(surface, 1);
  return surface.text();
}

/** @param {PageState} page */
function fileName({ facts: { about }, state }) {
  return `${fold(about.title).slice(0, 60).trim().replace(/ /g, "-") || "foedera"}-${dayOf(state.day)}`;
}

/** @param {Blob} blob @param {string} name */
function download(blob, name) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * The page on paper: the sheet in the colours of a light page, the facts that show, and where they are from.
 * @param {PageState} page
 * @param {Scene} scene
 * @param {Sight} sight
 * @returns {Node[]}
 */
function printed(page, scene, sight) {
  const { facts, shown } = page;
  const colours = Object.fromEntries(Object.keys(scene.colours).map((name) => [name, `var(--${name})`]));
  const light = { ...createScene(page.figure.facts, page.figure.shown, colours), marked: scene.marked };
  const scale = sight.scale * Math.min(PRINTED.width / sight.width, PRINTED.height / sight.height);
  const sheet = createSheet(page, light, { ...sight, ...PRINTED, scale });
  const drawn = new DOMParser().parseFromString(asVectors(sheet, facts.about.title), "image/svg+xml").documentElement;
  const rows = rowMakers(page);
  const left = rows.length - PRINTED_ROWS;
  const table = tableWith(rows.slice(0, PRINTED_ROWS).map((row) => row()), rows.length);
  for (const each of table.querySelectorAll("details")) each.setAttribute("open", "");
  const about = make("section", {}, make("h2", {}, "About"), ...[...part("about-text").childNodes].map((node) => node.cloneNode(true)));
  const more = left > 0 ? [make("p", {}, `${left} further rows are not printed; narrow the page by its filters to print them.`)] : [];
  return [document.importNode(drawn, true), make("h2", {}, "Facts"), table, ...more, citedSources(facts, shown), about];
}

/**
 * The documents behind the facts that show, by the ids that the table has.
 * @param {Facts} facts
 * @param {Shown} shown
 */
function citedSources(facts, shown) {
  const grounded = [
    ...facts.obligations.filter((_, i) => shown.obligations[i]),
    ...facts.arrows.filter((_, i) => shown.arrows[i]),
    ...facts.ties.filter((_, i) => shown.ties[i]),
  ];
  const ids = [...new Set(grounded.flatMap(({ sources }) => sources).map((each) => each.split("#")[0]))].sort();
  const items = ids.flatMap((id) => {
    const source = facts.sources.get(id);
    return source ? make("li", {}, make("code", { class: "data" }, id), " ",
      data([source.title, source.publisher, source.on, source.url].filter(Boolean).join(", "))) : [];
  });
  return make("section", {}, make("h2", {}, "Sources"), make("ul", {}, ...items));
}
