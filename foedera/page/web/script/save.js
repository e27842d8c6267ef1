/* What is shown as a picture, as vectors or on paper: all by the one drawing, and none of it leaves the page. */

const PIXELS = 2;

/**
 * @param {PageState} page
 * @param {() => Sight} sightOf
 * @param {() => Scene} sceneOf
 */
function createSave(page, sightOf, sceneOf) {
  const place = part("save");
  /** Where the keyboard was before it came to the menu by its key. @type {EventTarget | null} */
  let from = null;
  const close = () => {
    const inside = place.contains(document.activeElement);
    place.removeAttribute("open");
    const there = from instanceof HTMLElement && from.isConnected && from.offsetParent ? from : place.querySelector("summary");
    if (inside) there?.focus();
  };
  const act = (/** @type {string} */ id, /** @type {() => void} */ run) => part(id).addEventListener("click", () => {
    close();
    run();
  });
  act("save-png", () => asPicture(createSheet(page, sceneOf(), sightOf()), (blob) => download(blob, `${fileName(page)}.png`)));
  act("save-svg", () => {
    const text = asVectors(createSheet(page, sceneOf(), sightOf()), page.facts.about.title);
    download(new Blob([text], { type: "image/svg+xml" }), `${fileName(page)}.svg`);
  });
  act("print-page", () => window.print());
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !place.hasAttribute("open")) return;
    event.preventDefault();
    close();
  });
  place.addEventListener("focusin", ({ target, relatedTarget }) => {
    const summary = place.querySelector("summary");
    if (!(relatedTarget instanceof Node && place.contains(relatedTarget))) from = target === summary ? null : relatedTarget;
  });
  const outside = (/** @type {EventTarget | null} */ where) => where instanceof Node && !place.contains(where);
  place.addEventListener("focusout", ({ relatedTarget }) => { if (outside(relatedTarget)) place.removeAttribute("open"); });
  addEventListener("pointerdown", ({ target }) => { if (outside(target)) place.removeAttribute("open"); });
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

/**
 * @param {Sheet} sheet
 * @param {string} title
 * @param {boolean} [paper]
 */
function asVectors(sheet, title, paper = false) {
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const surface = createSvgSurface(sheet.width, sheet.height, title, paper ? (text, font) => widthOf(measure, text, font) : null);
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
