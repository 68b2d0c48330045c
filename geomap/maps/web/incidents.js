/**
 * The incident layer: areas, circles of uncertainty, symbols, badges and labels on one canvas,
 * and finding what lies under the pointer.
 */

/**
 * @param {geomap.Store} store
 * @param {Object} context symbols, areas, labels, words
 */
geomap.Incidents = function (store, context) {
  this.store = store;
  this.symbols = context.symbols;
  this.areas = context.areas;
  this.labels = context.labels;
  this.selected = null;
  this.marks = [];
  this._groups = this._group();
  this._near = store.dict.precision.indexOf("near");
};

geomap.Incidents.prototype = {
  /** Points at exactly one place belong together: they are drawn once, with their number. */
  _group: function () {
    const { lon, lat } = this.store.columns;
    const groups = new Map();
    for (let i = 0; i < this.store.n; i++) {
      if (!this.store.isPoint[i]) continue;
      const key = lon[i] * 36000001 + lat[i];
      const group = groups.get(key);
      if (group) group.push(i);
      else groups.set(key, [i]);
    }
    return [...groups.values()];
  },

  paint: function (ctx, view) {
    const theme = this.symbols.theme();
    const taken = { solid: new geomap.Space(), symbols: new geomap.Mask(view.bounds), named: new Set() };
    this.areas.paint(ctx, view, theme);
    this._layout(view);
    this._circles(ctx, view, theme);
    for (const mark of this.marks) {
      const r = mark.r * 1.2 + 1;
      taken.symbols.take({ x0: mark.x - r, y0: mark.y - r, x1: mark.x + r, y1: mark.y + r });
      this.symbols.draw(ctx, mark, view.ratio);
    }
    this._counts(ctx, theme, taken);
    this.areas.layout(ctx, view, taken);
    this.labels.draw(ctx, view, theme, taken);
    this._ring(ctx, view, theme);
    this.areas.drawBadges(ctx, theme);
  },

  /** The symbols in view, the largest first, so that small ones lie on top. */
  _layout: function (view) {
    const { store } = this;
    const margin = 24;
    const { min, max } = view.bounds;
    this.marks = [];
    this._grid = null;
    for (const group of this._groups) {
      const at = geomap.toLayer(view, store.x[group[0]], store.y[group[0]]);
      if (at.x < min.x - margin || at.x > max.x + margin || at.y < min.y - margin || at.y > max.y + margin) continue;
      const members = group.length === 1 ? (store.shown[group[0]] ? group : []) : group.filter((i) => store.shown[i]);
      if (members.length) this.marks.push(this._mark(members, at));
    }
    this.marks.sort((a, b) => b.r - a.r || a.y - b.y);
  },

  _mark: function (members, at) {
    const killed = this.store.columns.fatalities_best;
    let first = members[0];
    for (const i of members) if (killed[i] > killed[first]) first = i;
    return {
      x: at.x,
      y: at.y,
      r: geomap.symbolRadius(killed[first]),
      hollow: killed[first] === geomap.NONE,
      eventType: this.store.word("event_type", first),
      members: members,
      first: first,
    };
  },

  /** Radius in pixels of metres around an incident. */
  _pixels: function (view, i, metres) {
    const cosine = 1 / Math.cosh((0.5 - this.store.y[i]) * 2 * Math.PI);
    return ((metres / 40075016.686) * view.scale) / cosine;
  },

  _nearOf: function (mark) {
    const { precision, uncertainty_m: radius } = this.store.columns;
    return mark.members.filter((i) => precision[i] === this._near && radius[i] > 0);
  },

  _circles: function (ctx, view, theme) {
    this.circles = [];
    if (this._near < 0) return;
    for (const mark of this.marks) {
      for (const i of this._nearOf(mark)) {
        const r = this._pixels(view, i, this.store.columns.uncertainty_m[i]);
        if (r < mark.r) continue;
        const color = this.symbols.color(this.store.word("event_type", i));
        ctx.beginPath();
        ctx.arc(mark.x, mark.y, r, 0, 2 * Math.PI);
        ctx.globalAlpha = 0.1;
        ctx.fillStyle = color;
        ctx.fill();
        ctx.globalAlpha = 1;
        ctx.strokeStyle = theme.halo;
        ctx.lineWidth = 3;
        ctx.stroke();
        ctx.setLineDash([3, 3]);
        ctx.strokeStyle = color;
        ctx.lineWidth = 1.6;
        ctx.stroke();
        ctx.setLineDash([]);
        this.circles.push({ x: mark.x, y: mark.y, r: r, members: mark.members });
      }
    }
  },

  /** The number of incidents at a symbol that stands for several. */
  _counts: function (ctx, theme, taken) {
    ctx.font = "700 11px " + geomap.FONT;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const mark of this.marks) {
      if (mark.members.length < 2) continue;
      const text = String(mark.members.length);
      const half = ctx.measureText(text).width / 2 + 4;
      const x = mark.x + mark.r * 0.9 + half - 2, y = mark.y - mark.r * 0.9 - 4;
      ctx.beginPath();
      ctx.roundRect(x - half, y - 8, half * 2, 16, 8);
      ctx.fillStyle = theme.label;
      ctx.fill();
      ctx.strokeStyle = theme.halo;
      ctx.lineWidth = 1.5;
      ctx.stroke();
      ctx.fillStyle = theme.halo;
      ctx.fillText(text, x, y + 0.5);
      taken.symbols.take({ x0: x - half, y0: y - 9, x1: x + half, y1: y + 9 });
    }
  },

  _ring: function (ctx, view, theme) {
    if (this.selected === null) return;
    if (!this.store.isPoint[this.selected]) return this._edge(ctx, view, theme);
    const at = geomap.toLayer(view, this.store.x[this.selected], this.store.y[this.selected]);
    const mark = this.marks.find((m) => m.members.includes(this.selected));
    const r = (mark ? mark.r : 6) * 1.35 + 5;
    for (const [color, width] of [[theme.halo, 5], [theme.selected, 2.4]]) {
      ctx.beginPath();
      ctx.arc(at.x, at.y, r, 0, 2 * Math.PI);
      ctx.strokeStyle = color;
      ctx.lineWidth = width;
      ctx.stroke();
    }
  },

  /** The edge of the area that the open incident lies in. */
  _edge: function (ctx, view, theme) {
    const area = this.areas.areas[this.store.columns.area[this.selected]];
    if (!area) return;
    ctx.beginPath();
    for (const shape of area.shapes) geomap.traceLines(ctx, shape, view);
    ctx.lineJoin = "round";
    ctx.strokeStyle = theme.selected;
    ctx.lineWidth = 2.6;
    ctx.stroke();
  },

  _index: function () {
    if (this._grid) return this._grid;
    this._grid = new Map();
    this.marks.forEach((mark, k) => {
      const key = Math.floor(mark.x / 40) * 65536 + Math.floor(mark.y / 40);
      const cell = this._grid.get(key);
      if (cell) cell.push(k);
      else this._grid.set(key, [k]);
    });
    return this._grid;
  },

  _markAt: function (point, reach) {
    const grid = this._index();
    const col = Math.floor(point.x / 40), row = Math.floor(point.y / 40);
    let best = null, nearest = Infinity;
    for (let c = col - 1; c <= col + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const k of grid.get(c * 65536 + r) || []) {
          const mark = this.marks[k];
          const distance = Math.hypot(mark.x - point.x, mark.y - point.y);
          if (distance > Math.max(mark.r * 1.2, reach) || distance - mark.r * 0.5 >= nearest) continue;
          nearest = distance - mark.r * 0.5;
          best = mark;
        }
      }
    }
    return best;
  },

  /**
   * What lies at a layer point: a symbol, a badge, a circle or a shaded area.
   * @returns {{members: number[], area: Object|null}|null}
   */
  pick: function (point, view, reach) {
    const mark = this._markAt(point, 3);
    if (mark) return { members: mark.members, area: null };
    const badge = this.areas.badgeAt(point);
    if (badge) return { members: this.areas.shownIn(badge), area: badge };
    const close = this._markAt(point, reach);
    if (close) return { members: close.members, area: null };
    const circles = this.circles.filter((c) => Math.hypot(c.x - point.x, c.y - point.y) <= c.r);
    if (circles.length) {
      circles.sort((a, b) => a.r - b.r);
      return { members: circles[0].members, area: null };
    }
    const area = this.areas.areaAt((point.x + view.origin.x) / view.scale, (point.y + view.origin.y) / view.scale);
    return area ? { members: this.areas.shownIn(area), area: area } : null;
  },
};
