/**
 * Which parts of the map are taken, so that labels and badges do not lie on each other.
 */
geomap.Space = function () {
  this._cells = new Map();
};

geomap.Space.CELL = 32;

geomap.Space.prototype = {
  _each: function (box, visit) {
    const size = geomap.Space.CELL;
    for (let row = Math.floor(box.y0 / size); row <= Math.floor(box.y1 / size); row++) {
      for (let col = Math.floor(box.x0 / size); col <= Math.floor(box.x1 / size); col++) {
        if (visit(row * 65536 + col)) return true;
      }
    }
    return false;
  },

  /** Whether a box touches one that is taken. */
  taken: function (box) {
    return this._each(box, (key) => (this._cells.get(key) || []).some((other) =>
      box.x0 < other.x1 && box.x1 > other.x0 && box.y0 < other.y1 && box.y1 > other.y0));
  },

  take: function (box) {
    this._each(box, (key) => {
      const cell = this._cells.get(key);
      if (cell) cell.push(box);
      else this._cells.set(key, [box]);
      return false;
    });
  },
};

/**
 * The same question for very many small boxes: a mask of cells of 6 pixels over the drawn part.
 * @param {{min: {x: number, y: number}, max: {x: number, y: number}}} bounds
 */
geomap.Mask = function (bounds) {
  this._x = bounds.min.x;
  this._y = bounds.min.y;
  this._cols = Math.ceil((bounds.max.x - bounds.min.x) / geomap.Mask.CELL) + 1;
  this._rows = Math.ceil((bounds.max.y - bounds.min.y) / geomap.Mask.CELL) + 1;
  this._cells = new Uint8Array(this._cols * this._rows);
};

geomap.Mask.CELL = 6;

geomap.Mask.prototype = {
  _span: function (low, high, start, end) {
    const cell = geomap.Mask.CELL;
    return [Math.max(0, Math.floor((low - start) / cell)), Math.min(end - 1, Math.floor((high - start) / cell))];
  },

  taken: function (box) {
    const [left, right] = this._span(box.x0, box.x1, this._x, this._cols);
    const [top, bottom] = this._span(box.y0, box.y1, this._y, this._rows);
    for (let row = top; row <= bottom; row++) {
      for (let col = left; col <= right; col++) if (this._cells[row * this._cols + col]) return true;
    }
    return false;
  },

  take: function (box) {
    const [left, right] = this._span(box.x0, box.x1, this._x, this._cols);
    const [top, bottom] = this._span(box.y0, box.y1, this._y, this._rows);
    for (let row = top; row <= bottom; row++) {
      if (left <= right) this._cells.fill(1, row * this._cols + left, row * this._cols + right + 1);
    }
  },
};

geomap.FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, Cantarell, Arial, sans-serif";

/** Draw text with a halo, centred on the height of y. */
geomap.drawLabel = function (ctx, text, x, y, look) {
  ctx.font = look.font;
  ctx.textAlign = look.align || "left";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  if ("letterSpacing" in ctx) ctx.letterSpacing = look.spacing || "0px";
  ctx.strokeStyle = look.halo;
  ctx.lineWidth = 3;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = look.color;
  ctx.fillText(text, x, y);
  if ("letterSpacing" in ctx) ctx.letterSpacing = "0px";
};

/**
 * Names on the map: countries, provinces, districts, towns, as many as fit at this zoom.
 * @param {Object} geo the decoded basemap
 */
geomap.Labels = function (geo) {
  this.geo = geo;
};

geomap.Labels.prototype = {
  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {View} view
   * @param {Object} theme
   * @param {{solid: geomap.Space, symbols: geomap.Mask, named: Set<string>}} taken badges, symbols, names that badges say
   */
  draw: function (ctx, view, theme, taken) {
    this._towns(ctx, view, theme, taken);
    this._areas(ctx, view, theme, taken);
  },

  _look: function (theme, size, style, soft) {
    return { font: style + " " + size + "px " + geomap.FONT, color: soft ? theme.label_soft : theme.label, halo: theme.halo };
  },

  _towns: function (ctx, view, theme, taken) {
    for (const town of this.geo.towns) {
      if (town.zoom > Math.max(5, view.zoom + 0.25)) break;
      const at = geomap.toLayer(view, town.x, town.y);
      const big = town.zoom <= 5;
      const look = this._look(theme, big ? 13 : 12, big ? "600" : "400", false);
      ctx.font = look.font;
      const width = ctx.measureText(town.name).width;
      const spot = this._spot(at, width, big ? 5 : 4, taken);
      if (!spot) continue;
      taken.solid.take(spot.box);
      if (!taken.symbols.taken({ x0: at.x - 1, y0: at.y - 1, x1: at.x + 1, y1: at.y + 1 })) this._dot(ctx, at, theme, big ? 2.6 : 2);
      geomap.drawLabel(ctx, town.name, spot.x, spot.y, look);
    }
  },

  _dot: function (ctx, at, theme, r) {
    ctx.beginPath();
    ctx.arc(at.x, at.y, r, 0, 2 * Math.PI);
    ctx.fillStyle = theme.label;
    ctx.fill();
    ctx.strokeStyle = theme.halo;
    ctx.lineWidth = 1;
    ctx.stroke();
  },

  /** The first free place around a point: a name lies neither on another nor on a symbol. */
  _spot: function (at, width, gap, taken) {
    const h = 8;
    for (const far of [gap, gap + 8, gap + 14]) {
      const spots = [
        { x: at.x + far, y: at.y }, { x: at.x - far - width, y: at.y },
        { x: at.x - width / 2, y: at.y - far - h }, { x: at.x - width / 2, y: at.y + far + h },
      ];
      for (const spot of spots) {
        const box = { x0: spot.x - 2, y0: spot.y - h, x1: spot.x + width + 2, y1: spot.y + h };
        if (!taken.solid.taken(box) && !taken.symbols.taken(box)) return { x: spot.x, y: spot.y, box: box };
      }
    }
    return null;
  },

  _areas: function (ctx, view, theme, taken) {
    for (const area of this.geo.names) {
      if (view.zoom < area.from || view.zoom >= area.until) continue;
      const district = area.kind === "district";
      if (taken.named.has(area.kind + ":" + area.name)) continue;
      const at = geomap.toLayer(view, area.x, area.y);
      const text = district ? area.name : area.name.toUpperCase();
      const look = this._look(theme, district ? 11 : 11.5, district ? "italic 400" : "500", true);
      look.align = "center";
      look.spacing = district || geomap.direction(text).dir === "rtl" ? "0px" : "1.5px"; // joined letters stay joined
      ctx.font = look.font;
      const half = ctx.measureText(text).width / 2 + (district ? 3 : 3 + text.length * 0.75);
      for (const lift of [0, -18, 18, -36, 36]) {
        const box = { x0: at.x - half, y0: at.y + lift - 8, x1: at.x + half, y1: at.y + lift + 8 };
        if (taken.solid.taken(box) || taken.symbols.taken(box)) continue;
        taken.solid.take(box);
        geomap.drawLabel(ctx, text, at.x, at.y + lift, look);
        break;
      }
    }
  },
};
