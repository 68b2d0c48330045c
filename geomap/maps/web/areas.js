/**
 * Incidents known to an area only: the area hatched with a dashed edge, and a badge with the
 * count. Never a pin.
 */

/** Look of each level: hatch distance in pixels and strength of the fill. */
geomap.AREA_LOOK = {
  province: { gap: 15, fill: 0.07, width: 1.8, dash: [9, 5] },
  division: { gap: 11, fill: 0.1, width: 1.7, dash: [7, 4] },
  district: { gap: 7, fill: 0.16, width: 1.4, dash: [5, 3] },
  line: { gap: 7, fill: 0, width: 4, dash: [10, 6] },
};

/** Where a badge may go when its own place is taken: ever wider rings, in pixels. */
geomap.BADGE_MOVES = [[0, 0]].concat(...[18, 28, 40, 54, 72, 92].map((r) =>
  [0, 2, 1, 3, 5, 7, 4, 6].map((k) => [Math.round(1.3 * r * Math.sin((k * Math.PI) / 4)), Math.round(-r * Math.cos((k * Math.PI) / 4))])));

/**
 * @param {geomap.Store} store
 * @param {Object[]} areas what areas.py wrote: level, name, label, parts or rings, lon, lat
 * @param {Object} context filters, geo, scale, symbols, words
 */
geomap.Areas = function (store, areas, context) {
  this.store = store;
  this.filters = context.filters;
  this.plain = false; // only edges and badges, where something else colours the areas
  this.words = context.words;
  this.symbols = context.symbols;
  this.areas = areas.map((area) => ({
    ...area,
    shapes: area.parts.length ? area.parts.map((k) => context.geo.features[k].shape) : [geomap.shape(area.rings, context.scale)],
    x: geomap.worldX(area.lon),
    y: geomap.worldY(area.lat),
    members: [],
    tally: null,
  }));
  for (let i = 0; i < store.n && areas.length; i++) {
    const k = store.area(i);
    if (k !== geomap.NONE) this.areas[k].members.push(i);
  }
  this._hatches = new Map();
  this.badges = [];
};

geomap.Areas.prototype = {
  /** Members that the filters leave. */
  shownIn: function (area) {
    return area.members.filter((i) => this.filters.shown[i]);
  },

  /** Count again after a change of the filters. */
  recount: function () {
    for (const area of this.areas) area.tally = this.store.tally(this.shownIn(area));
  },

  reset: function () {
    this._hatches.clear();
  },

  _count: function (area) {
    return area.tally.incidents + area.tally.operations + area.tally.statistics;
  },

  _color: function (area, theme) {
    return area.tally.incidents ? theme.area : theme.operation;
  },

  _visible: function (view) {
    return this.areas.filter((area) => this._count(area) && area.shapes.some((shape) => geomap.inView(view, shape.box, 4)));
  },

  /** Areas are listed coarse to fine, so that the finer lie on top. */
  paint: function (ctx, view, theme) {
    for (const area of this._visible(view)) {
      const look = geomap.AREA_LOOK[area.level];
      const color = this._color(area, theme);
      if (area.level !== "line" && !this.plain) this._fill(ctx, view, area, { look: look, color: color });
      ctx.beginPath();
      for (const shape of area.shapes) geomap.traceLines(ctx, shape, view);
      ctx.lineJoin = "round";
      ctx.setLineDash([]);
      ctx.strokeStyle = theme.halo;
      ctx.globalAlpha = 0.75;
      ctx.lineWidth = look.width + 2;
      ctx.stroke();
      ctx.globalAlpha = 1;
      ctx.setLineDash(look.dash);
      ctx.strokeStyle = color;
      ctx.lineWidth = look.width;
      ctx.stroke();
      ctx.setLineDash([]);
    }
  },

  _fill: function (ctx, view, area, { look, color }) {
    ctx.beginPath();
    for (const shape of area.shapes) geomap.traceRings(ctx, shape, view);
    ctx.globalAlpha = look.fill;
    ctx.fillStyle = color;
    ctx.fill("evenodd");
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = this._hatch(ctx, color, look.gap, { back: !area.tally.incidents, ratio: view.ratio });
    ctx.fill("evenodd");
    ctx.globalAlpha = 1;
  },

  _hatch: function (ctx, color, gap, { back, ratio }) {
    const key = [color, gap, back, ratio].join("|");
    if (this._hatches.has(key)) return this._hatches.get(key);
    const tile = document.createElement("canvas");
    const size = Math.round(gap * ratio * 1.4142);
    tile.width = tile.height = size;
    const pen = tile.getContext("2d");
    pen.strokeStyle = color;
    pen.lineWidth = 1.2 * ratio;
    pen.beginPath();
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift, back ? 0 : size);
      pen.lineTo(shift + size, back ? size : 0);
    }
    pen.stroke();
    const pattern = ctx.createPattern(tile, "repeat");
    pattern.setTransform(new DOMMatrix().scale(1 / ratio));
    this._hatches.set(key, pattern);
    return pattern;
  },

  /** What a badge says: the count, and the name where there is room for it. */
  badgeText: function (area, zoom) {
    const { incidents, operations, statistics } = area.tally;
    const text = operations || statistics ? this.words.tally(area.tally) : this.words.number(incidents);
    const named = area.level === "district" ? zoom >= 7.5 : zoom >= 5;
    return named ? this.words.isolate(area.name) + ": " + text : text;
  },

  /**
   * Find a place for each badge, clear of symbols where it can be.
   * @returns {Object[]} badges with text, box and area
   */
  layout: function (ctx, view, taken) {
    ctx.font = "600 12px " + geomap.FONT;
    this.badges = [];
    for (const area of this._visible(view).reverse()) {
      const text = this.badgeText(area, view.zoom);
      const half = Math.max(12, ctx.measureText(text).width / 2 + 8);
      const at = geomap.toLayer(view, area.x, area.y);
      const box = this._room(at, half, { ...taken, window: geomap.window(view) });
      taken.solid.take(box);
      this.badges.push({ area: area, text: text, box: box, at: at });
      if (area.level === "province" && view.zoom >= 5) taken.named.add("province:" + area.name);
      if (area.level === "district" && view.zoom >= 7.5) taken.named.add("district:" + area.name);
    }
    return this.badges;
  },

  _room: function (at, half, taken) {
    const boxAt = (dx, dy) => ({ x0: at.x + dx - half, y0: at.y + dy - 11, x1: at.x + dx + half, y1: at.y + dy + 11 });
    for (const strict of [true, false]) {
      for (const [dx, dy] of geomap.BADGE_MOVES) {
        const box = boxAt(dx, dy);
        if (taken.solid.taken(box) || (strict && (taken.symbols.taken(box) || this._leaves(at, box, taken.window)))) continue;
        return box;
      }
    }
    return boxAt(0, 0);
  },

  /** Whether a badge would lie partly outside the window though its place is inside. */
  _leaves: function (at, box, { min, max }) {
    if (at.x < min.x || at.x > max.x || at.y < min.y || at.y > max.y) return false;
    return box.x0 < min.x || box.x1 > max.x || box.y0 < min.y || box.y1 > max.y;
  },

  /** A thin line from a badge that had to move to the place it belongs to. */
  _leader: function (ctx, { box, at }, color) {
    const x = Math.max(box.x0, Math.min(box.x1, at.x)), y = Math.max(box.y0, Math.min(box.y1, at.y));
    if (Math.hypot(at.x - x, at.y - y) < 6) return;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(at.x, at.y);
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.2;
    ctx.stroke();
    ctx.fillStyle = color;
    ctx.fillRect(at.x - 2.5, at.y - 2.5, 5, 5);
  },

  drawBadges: function (ctx, theme) {
    for (const badge of this.badges) this._leader(ctx, badge, this._color(badge.area, theme));
    for (const { area, text, box } of this.badges) {
      const color = this._color(area, theme);
      ctx.beginPath();
      ctx.roundRect(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, 4);
      ctx.fillStyle = area.tally.incidents ? theme.badge : theme.halo;
      ctx.fill();
      ctx.setLineDash([4, 2.5]);
      ctx.strokeStyle = color;
      ctx.lineWidth = 1.5;
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.font = "600 12px " + geomap.FONT;
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.fillStyle = area.tally.incidents ? theme.badge_text : theme.label;
      ctx.fillText(text, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 + 0.5);
    }
  },

  /** The area whose badge lies at a layer point. */
  badgeAt: function (point) {
    const hit = this.badges.find(({ box }) =>
      point.x >= box.x0 - 3 && point.x <= box.x1 + 3 && point.y >= box.y0 - 4 && point.y <= box.y1 + 4);
    return hit ? hit.area : null;
  },

  /** The finest shaded area at a world position. */
  areaAt: function (x, y) {
    for (let k = this.areas.length - 1; k >= 0; k--) {
      const area = this.areas[k];
      if (this.plain || area.level === "line" || !this._count(area)) continue;
      if (area.shapes.some((shape) => geomap.contains(shape, x, y))) return area;
    }
    return null;
  },

  boxOf: function (area) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const shape of area.shapes) {
      box[0] = Math.min(box[0], shape.box[0]);
      box[1] = Math.min(box[1], shape.box[1]);
      box[2] = Math.max(box[2], shape.box[2]);
      box[3] = Math.max(box[3], shape.box[3]);
    }
    return box;
  },
};
