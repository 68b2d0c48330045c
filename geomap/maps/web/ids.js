/**
 * Ids of the incidents, in packed blocks that are read when something is opened, searched for or
 * downloaded.
 */

/**
 * @param {geomap.Store} store
 * @param {string} name the blocks' elements are named `name` + number
 */
geomap.Ids = function (store, name) {
  this.store = store;
  this.name = name;
  this._chunks = new Array(store.idChunks);
};

/** Rows of a block, as in ids.py. */
geomap.ID_CHUNK = 65536;

geomap.Ids.prototype = {
  /** A function that gives the id of a row of a block. */
  _chunk: function (k) {
    if (!this._chunks[k]) {
      const rows = Math.min(geomap.ID_CHUNK, this.store.n - k * geomap.ID_CHUNK);
      this._chunks[k] = geomap.unpack(this.name + k).then((bytes) => geomap.readIds(bytes, rows));
    }
    return this._chunks[k];
  },

  /** The id of an incident; "" where it has none. */
  of: async function (i) {
    if (!this.store.idChunks) return "";
    const read = await this._chunk(Math.floor(i / geomap.ID_CHUNK));
    return read(i % geomap.ID_CHUNK);
  },

  /** The row of an id: near where it was last seen, else anywhere; null when it is gone. */
  find: async function (id, hint) {
    const { n, idChunks } = this.store;
    const first = Math.floor((hint >= 0 && hint < n ? hint : 0) / geomap.ID_CHUNK);
    if (idChunks && hint >= 0 && hint < n && (await this.of(hint)) === id) return hint;
    for (let step = 0; step < idChunks; step++) {
      const k = (first + step) % idChunks;
      const read = await this._chunk(k);
      const from = k * geomap.ID_CHUNK, until = Math.min(n, from + geomap.ID_CHUNK);
      for (let i = from; i < until; i++) if (read(i - from) === id) return i;
    }
    return null;
  },

  /** A function that gives the id of any row, once all blocks are read. */
  readAll: async function () {
    if (!this.store.idChunks) return () => "";
    const reads = await Promise.all(Array.from(this._chunks, (_, k) => this._chunk(k)));
    return (i) => reads[Math.floor(i / geomap.ID_CHUNK)](i % geomap.ID_CHUNK);
  },
};

/**
 * What one block holds.
 * @param {Uint8Array} bytes
 * @param {number} rows
 * @returns {function(number): string} the id of a row of the block
 */
geomap.readIds = function (bytes, rows) {
  const { head, at } = geomap.readHead(bytes);
  if (head.form === "text") return (row) => head.ids[row];
  const odd = new Map(head.odd);
  const plain = head.form === "hex" ? geomap._hexIds(bytes.subarray(at), head.bytes) : geomap._numberedIds(bytes.subarray(at), head, rows);
  return (row) => (odd.has(row) ? odd.get(row) : plain(row));
};

geomap._hexIds = function (bytes, width) {
  return (row) => Array.from(bytes.subarray(row * width, (row + 1) * width), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

geomap._numberedIds = function (planes, { start, width, columns }, rows) {
  const [[, size, least, summed]] = columns;
  const numbers = new Float64Array(rows);
  if (size === 0) numbers.fill(least);
  else geomap.column(planes.subarray(0, size * rows), numbers, least - 1, summed);
  return (row) => start + String(numbers[row]).padStart(width, "0");
};
