/**
 * Reads what Python wrote (layers.py, basemap.py): integers in a text alphabet of 64 signs, five
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

/** The JSON of one data element of the page. */
geomap.readBlock = function (id) {
  const node = document.getElementById(id);
  return node ? JSON.parse(node.textContent) : null;
};
