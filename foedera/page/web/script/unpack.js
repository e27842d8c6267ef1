/* The packed block as facts again: `packed.py` has the inverse. */

/** @typedef {{rows: number, columns: Record<string, {all?: any, each?: any[], of?: any[], at?: number[]}>}} Table */

/**
 * Rows from columns; equal values are one object.
 * @param {Table} table
 * @returns {any[]}
 */
function rowsOf(table) {
  const columns = Object.entries(table.columns);
  return Array.from({ length: table.rows }, (_, i) => {
    /** @type {Record<string, any>} */
    const row = {};
    for (const [name, { all, each, of, at }] of columns) row[name] = each ? each[i] : of && at ? of[at[i]] : all;
    return row;
  });
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
