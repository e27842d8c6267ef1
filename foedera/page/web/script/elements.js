/* Elements of the document. Text gets in as text, never as HTML. */

/** @param {string} id @returns {HTMLElement} */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id @returns {HTMLInputElement} */
function field(id) {
  return /** @type {HTMLInputElement} */ (part(id));
}

/**
 * An element with text or other elements in it.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A link that leaves the page only when it is followed, and only by https; else plain text.
 * @param {string} text
 * @param {string | null | undefined} address
 */
function link(text, address) {
  if (!address || !/^https:\/\/[^\s/?#]/i.test(address)) return make("span", { class: "data" }, text);
  return make("a", { class: "data", target: "_blank", rel: "noopener noreferrer", href: address }, text);
}

/** @param {string} text */
function data(text) {
  return make("span", { class: "data" }, text);
}

/** @param {[string, string][]} pairs */
function properties(pairs) {
  return make("dl", {}, ...pairs.flatMap(([name, value]) => [make("dt", {}, name), make("dd", { class: "data" }, value)]));
}

/**
 * Text whose dates do not break at their hyphens.
 * @param {string} text
 */
function whole(text) {
  return text.split(/(\d{4}-\d\d(?:-\d\d)?)/).map((bit, i) => (i % 2 ? make("span", { class: "date" }, bit) : bit));
}
