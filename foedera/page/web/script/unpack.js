/* The packed block as facts again: `packed.py` has the inverse. */

/** @typedef {{rows: number, columns: Record<string, {all?: any, each?: any[], of?: any[], at?: number[]}>}} Table */

/**
 * Rows that read their columns when they are asked: a page has tens of thousands, and shows few of them at a time.
 * @param {Table} table
 * @returns {any[]}
 */
function rowsOf(table) {
  class Row {
    /** @param {number} place */
    constructor(place) {
      this.place = place;
    }
  }
  for (const [name, { all, each, of, at }] of Object.entries(table.columns)) {
    /** @type {(this: Row) => any} */
    let get = () => all;
    if (each) get = function valueOf() { return each[this.place]; };
    else if (of && at) get = function valueOf() { return of[at[this.place]]; };
    Object.defineProperty(Row.prototype, name, { get, enumerable: true });
  }
  return Array.from({ length: table.rows }, (_, place) => new Row(place));
}

/**
 * JSON from base64 of deflated text, by the browser's own means: nothing is fetched.
 * @param {string} text
 */
async function unpacked(text) {
  const characters = atob(text.trim());
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = characters.charCodeAt(i);
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(inflated).json();
}
