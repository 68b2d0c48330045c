/**
 * Symbols of event types. One table of corner points serves the canvas, the legend and the list.
 * All shapes cover about the area of a circle of radius 1.
 */
geomap.SHAPES = (function () {
  const turn = (n, start, radius) =>
    Array.from({ length: n }, (_, i) => {
      const angle = start + (i * 2 * Math.PI) / n;
      const r = typeof radius === "function" ? radius(i) : radius;
      return [r * Math.cos(angle), r * Math.sin(angle)];
    });
  const up = -Math.PI / 2;
  const arm = 0.4, end = 1.15;
  return {
    circle: null,
    diamond: turn(4, up, 1.28),
    square: turn(4, Math.PI / 4, 1.25),
    triangle: turn(3, up, 1.42).map(([x, y]) => [x, y + 0.18]),
    pentagon: turn(5, up, 1.18),
    star: turn(16, up, (i) => (i % 2 ? 0.72 : 1.42)),
    cross: [[-arm, -end], [arm, -end], [arm, -arm], [end, -arm], [end, arm], [arm, arm],
      [arm, end], [-arm, end], [-arm, arm], [-end, arm], [-end, -arm], [-arm, -arm]],
  };
})();

/** Radius of a symbol in pixels: its area grows with the dead, and stays in bounds. */
geomap.symbolRadius = function (killed) {
  if (killed === geomap.NONE || killed <= 0) return 5;
  return Math.round(Math.min(19, 5 + 1.75 * Math.sqrt(killed)) * 2) / 2;
};

/** Trace a shape's outline at a point. */
geomap.traceSymbol = function (ctx, shape, x, y, r) {
  const corners = geomap.SHAPES[shape];
  ctx.beginPath();
  if (!corners) ctx.arc(x, y, r * 1.03, 0, 2 * Math.PI);
  else {
    corners.forEach(([cx, cy], i) => (i ? ctx.lineTo(x + cx * r, y + cy * r) : ctx.moveTo(x + cx * r, y + cy * r)));
    ctx.closePath();
  }
};

/**
 * Draws symbols from ready pictures, one per look, so that many thousands cost little.
 * @param {Object} palette
 */
geomap.Symbols = function (palette) {
  this.palette = palette;
  this._pictures = new Map();
};

geomap.Symbols.prototype = {
  style: function (eventType) {
    const events = this.palette.events;
    return Object.prototype.hasOwnProperty.call(events, eventType) ? events[eventType] : this.palette.other;
  },

  color: function (eventType) {
    return this.style(eventType)[geomap.isDark() ? "dark" : "light"];
  },

  theme: function () {
    return this.palette.themes[geomap.isDark() ? "dark" : "light"];
  },

  /** Forget the pictures, as when the page turns dark. */
  reset: function () {
    this._pictures.clear();
  },

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {{eventType: string|null, r: number, hollow: boolean, x: number, y: number}} symbol
   * @param {number} ratio device pixels per pixel
   */
  draw: function (ctx, symbol, ratio) {
    const r = Math.round(symbol.r * 2) / 2;
    const key = symbol.eventType + "|" + r + "|" + symbol.hollow + "|" + ratio;
    let picture = this._pictures.get(key);
    if (!picture) {
      picture = this._paint(symbol, r, ratio);
      this._pictures.set(key, picture);
    }
    const size = picture.width / ratio;
    const snap = (at) => Math.round((at - size / 2) * ratio) / ratio; // whole device pixels copy fastest
    ctx.drawImage(picture, snap(symbol.x), snap(symbol.y), size, size);
  },

  _paint: function (symbol, r, ratio) {
    const size = Math.ceil((r * 1.5 + 3) * 2);
    const picture = document.createElement("canvas");
    picture.width = picture.height = Math.ceil(size * ratio);
    const ctx = picture.getContext("2d");
    ctx.scale(ratio, ratio);
    ctx.lineJoin = "round";
    const middle = picture.width / ratio / 2;
    const theme = this.theme();
    geomap.traceSymbol(ctx, this.style(symbol.eventType).shape, middle, middle, r);
    ctx.strokeStyle = theme.halo;
    ctx.lineWidth = 3.2;
    ctx.stroke();
    ctx.fillStyle = symbol.hollow ? theme.halo : this.color(symbol.eventType);
    ctx.fill();
    ctx.strokeStyle = symbol.hollow ? this.color(symbol.eventType) : theme.outline;
    ctx.lineWidth = symbol.hollow ? 2 : 1;
    ctx.stroke();
    return picture;
  },

  /** A symbol as a small picture for the legend and the list. */
  icon: function (eventType, r, hollow) {
    const svg = (name, attributes) => {
      const node = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const key of Object.keys(attributes)) node.setAttribute(key, attributes[key]);
      return node;
    };
    const size = Math.ceil((r * 1.5 + 2) * 2);
    const style = this.style(eventType);
    const corners = geomap.SHAPES[style.shape];
    const look = {
      class: hollow ? "gm-symbol gm-hollow" : "gm-symbol",
      style: "--light:" + style.light + ";--dark:" + style.dark,
    };
    const middle = size / 2;
    const mark = corners
      ? svg("polygon", { points: corners.map(([x, y]) => (middle + x * r).toFixed(2) + "," + (middle + y * r).toFixed(2)).join(" "), ...look })
      : svg("circle", { cx: middle, cy: middle, r: r * 1.03, ...look });
    const picture = svg("svg", { width: size, height: size, viewBox: "0 0 " + size + " " + size, "aria-hidden": "true" });
    picture.append(mark);
    return picture;
  },
};
