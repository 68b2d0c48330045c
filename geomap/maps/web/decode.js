/**
 * Reads what Python wrote. Outlines (basemap.py): integers in a text alphabet of 64 signs, five
 * bits a sign, lowest first, 32 marking that more follow; 0 is "none", else zigzag + 1.
 */
geomap.DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * @param {string} text
 * @param {boolean} [summed] values are differences from the one before
 * @returns {Int32Array} with geomap.NONE for "none"
 */
geomap.integers = function (text, summed) {
  if (!geomap._digits) {
    geomap._digits = new Uint8Array(128);
    for (let i = 0; i < 64; i++) geomap._digits[geomap.DIGITS.charCodeAt(i)] = i;
  }
  const digits = geomap._digits;
  const out = new Int32Array(text.length);
  let count = 0, value = 0, factor = 1, before = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = digits[text.charCodeAt(i)];
    value += (digit & 31) * factor;
    factor *= 32;
    if (digit & 32) continue;
    if (value === 0) out[count++] = geomap.NONE;
    else {
      const zigzag = value - 1;
      const number = zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2;
      before = summed ? before + number : number;
      out[count++] = before;
    }
    value = 0;
    factor = 1;
  }
  return out.slice(0, count);
};

/** Web Mercator, 0..1 on both axes, from degrees. */
geomap.worldX = function (lon) {
  return lon / 360 + 0.5;
};
geomap.worldY = function (lat) {
  const clipped = Math.max(-85.0511287, Math.min(85.0511287, lat));
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (clipped * Math.PI) / 360)) / (2 * Math.PI);
};

/**
 * @typedef {Object} Shape
 * @property {Float64Array[]} rings x and y in turn, Web Mercator 0..1
 * @property {number[]} box west, north, east, south in the same units
 */

/**
 * @param {string[]} texts one per ring or line: x and y differences in turn
 * @param {number} scale units per degree
 * @returns {Shape}
 */
geomap.shape = function (texts, scale) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const rings = texts.map(function (text) {
    const steps = geomap.integers(text);
    const ring = new Float64Array(steps.length);
    let lon = 0, lat = 0;
    for (let i = 0; i + 1 < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      const x = geomap.worldX(lon / scale), y = geomap.worldY(lat / scale);
      ring[i] = x;
      ring[i + 1] = y;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    return ring;
  });
  return { rings: rings, box: box };
};

/** The JSON of one plain data element of the page. */
geomap.readBlock = function (id) {
  return JSON.parse(document.getElementById(id).textContent);
};

/**
 * The bytes of one packed data element: base64 of raw deflate. It is read once and then dropped.
 * @param {string} id
 * @returns {Promise<Uint8Array>}
 */
geomap.unpack = async function (id) {
  const node = document.getElementById(id);
  const text = node.textContent;
  let packed;
  if (Uint8Array.fromBase64) packed = Uint8Array.fromBase64(text);
  else {
    const signs = atob(text);
    packed = new Uint8Array(signs.length);
    for (let i = 0; i < signs.length; i++) packed[i] = signs.charCodeAt(i);
  }
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

/** The JSON of one packed data element. */
geomap.unpackJson = async function (id) {
  return JSON.parse(new TextDecoder().decode(await geomap.unpack(id)));
};

/**
 * The columns of packing.py: byte planes, lowest first; code 0 is "none", 1 stands for `least`.
 * @param {Uint8Array} bytes
 * @param {number} at where the first plane begins
 * @param {Array[]} heads name, width in bytes, least, whether values are differences
 * @param {number} n rows
 * @returns {{columns: Object<string, Int32Array>, end: number}}
 */
geomap.columns = function (bytes, at, heads, n) {
  const columns = {};
  const constants = new Map(); // columns of one value share their array
  for (const [name, width, least, summed] of heads) {
    if (width === 0) {
      const only = least === null ? geomap.NONE : least;
      if (!constants.has(only)) constants.set(only, new Int32Array(n).fill(only));
      columns[name] = constants.get(only);
      continue;
    }
    columns[name] = geomap.column(bytes.subarray(at, at + width * n), new Int32Array(n), least - 1, summed);
    at += width * n;
  }
  return { columns: columns, end: at };
};

/**
 * The numbers of one column.
 * @param {Uint8Array} planes
 * @param {Int32Array|Float64Array} out filled and returned; NONE stands for "none"
 * @param {number} base what code 0 would stand for
 * @param {boolean|number} summed
 */
geomap.column = function (planes, out, base, summed) {
  const n = out.length;
  const width = planes.length / n;
  let before = 0;
  for (let i = 0; i < n; i++) {
    let code = planes[i];
    for (let k = 1, factor = 256; k < width; k++, factor *= 256) code += planes[k * n + i] * factor;
    if (code === 0) out[i] = geomap.NONE;
    else out[i] = before = summed ? before + code + base : code + base;
  }
  return out;
};

/**
 * A block of a header and what it describes, as packing.py's `pack_head` writes it.
 * @param {Uint8Array} bytes
 * @returns {{head: Object, at: number}} the header, and where the body begins
 */
geomap.readHead = function (bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return { head: JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))), at: 4 + length };
};
