/**
 * The incident layer on one canvas: areas, circles of uncertainty, clusters, symbols, the fan of
 * an opened stack, badges and labels; and finding what lies under the pointer.
 */

/**
 * @param {geomap.Store} store
 * @param {Object} context filters, symbols, areas, labels, words
 */
geomap.Incidents = function (store, context) {
  this.store = store;
  this.filters = context.filters;
  this.symbols = context.symbols;
  this.areas = context.areas;
  this.labels = context.labels;
  this.words = context.words;
  this.clusters = new geomap.Clusters(store, context.filters);
  this.heat = new geomap.Heat(this.clusters);
  this.show = "symbols"; // one of geomap.POINT_LAYERS
  this.under = null; // draws what lies under all incidents
  this.covered = () => []; // boxes that controls cover
  this.named = true; // whether names are written
  this.selected = null;
  this.fan = null; // the members of the stack that is fanned out
  this.marks = [];
  this.circles = [];
  this._near = store.dict.precision.indexOf("near");
};

/** A stack of more than this many is opened as a list only. */
geomap.FAN_MOST = 40;

geomap.Incidents.prototype = {
  paint: function (ctx, view) {
    const theme = this.symbols.theme();
    const taken = { solid: new geomap.Space(), symbols: new geomap.Mask(view.bounds), named: new Set() };
    for (const box of this.covered()) taken.solid.take(box);
    if (this.under) this.under(ctx, view, theme);
    this.areas.paint(ctx, view, theme);
    this._grid = null;
    this.marks = this.show === "symbols" ? this.clusters.layout(view) : [];
    this.circles = [];
    if (this.show === "heat") this.heat.draw(ctx, view, theme);
    else this._circles(ctx, view, theme);
    for (const mark of this.marks) {
      const r = mark.kind === "cluster" ? mark.r + 2 : mark.r * 1.2 + 1;
      const box = { x0: mark.x - r, y0: mark.y - r, x1: mark.x + r, y1: mark.y + r };
      taken.symbols.take(box);
      if (mark.kind === "cluster") {
        taken.solid.take(box);
        this._cluster(ctx, mark, theme);
      } else this.symbols.draw(ctx, mark, view.ratio);
    }
    this._counts(ctx, theme, taken);
    this.areas.layout(ctx, view, taken);
    if (this.named) this.labels.draw(ctx, view, theme, taken);
    this._fan(ctx, view, theme);
    this._ring(ctx, view, theme);
    this.areas.drawBadges(ctx, theme);
  },

  _cluster: function (ctx, mark, theme) {
    ctx.beginPath();
    ctx.arc(mark.x, mark.y, mark.r, 0, 2 * Math.PI);
    ctx.fillStyle = theme.cluster;
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = theme.halo;
    ctx.stroke();
    ctx.fillStyle = theme.cluster_text;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.font = "400 10px " + geomap.FONT;
    const lines = this._killedLines(ctx, mark);
    const top = mark.y + 0.5 - 5.5 * lines.length;
    lines.forEach((line, k) => ctx.fillText(line, mark.x, top + 12.5 + 10.5 * k));
    ctx.font = "700 12.5px " + geomap.FONT;
    ctx.fillText(this.words.compact(mark.count), mark.x, top);
  },

  /** "28K killed" in a cluster: on one line, on two, or the number alone where there is no room. */
  _killedLines: function (ctx, mark) {
    if (!mark.killed) return [];
    const number = this.words.compact(mark.killed);
    const text = this.words.say("cluster_killed", { n: number });
    if (ctx.measureText(text).width < 2 * mark.r - 5) return [text];
    const parts = text.split(" ");
    const fit = parts.length === 2 && mark.r >= 24 && parts.every((part) => ctx.measureText(part).width < 2 * mark.r - 14);
    return fit ? parts : [number];
  },

  /** Radius in pixels of metres around an incident. */
  _pixels: function (view, i, metres) {
    const cosine = 1 / Math.cosh((0.5 - this.store.y[i]) * 2 * Math.PI);
    return ((metres / 40075016.686) * view.scale) / cosine;
  },

  _circles: function (ctx, view, theme) {
    if (this._near < 0) return;
    const { uncertainty_m: radius, place } = this.store.row;
    const { precision } = this.store.place;
    for (const mark of this.marks) {
      for (const i of mark.members) {
        if (precision[place[i]] !== this._near || !(radius[i] > 0)) continue;
        const r = this._pixels(view, i, radius[i]);
        if (r < mark.r) continue;
        this._circle(ctx, mark, { r: r, color: this.symbols.color(this.store.word("event_type", i)), halo: theme.halo });
        this.circles.push({ x: mark.x, y: mark.y, r: r, mark: mark });
      }
    }
  },

  _circle: function (ctx, at, { r, color, halo }) {
    ctx.beginPath();
    ctx.arc(at.x, at.y, r, 0, 2 * Math.PI);
    ctx.globalAlpha = 0.1;
    ctx.fillStyle = color;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = halo;
    ctx.lineWidth = 3;
    ctx.stroke();
    ctx.setLineDash([3, 3]);
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.6;
    ctx.stroke();
    ctx.setLineDash([]);
  },

  /** The number of incidents at a symbol that stands for several. */
  _counts: function (ctx, theme, taken) {
    ctx.font = "700 11px " + geomap.FONT;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const mark of this.marks) {
      if (mark.kind !== "stack") continue;
      const text = this.words.compact(mark.count);
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
      taken.solid.take({ x0: x - half, y0: y - 9, x1: x + half, y1: y + 9 });
    }
  },

  /** Where the fan of a stack puts its members: a ring, then a spiral, in pixels from the stack. */
  fanSpots: function (n) {
    if (n <= 10) {
      const r = Math.max(30, (n * 26) / (2 * Math.PI));
      return Array.from({ length: n }, (_, k) => [r * Math.sin((2 * Math.PI * k) / n), -r * Math.cos((2 * Math.PI * k) / n)]);
    }
    let angle = 0;
    return Array.from({ length: n }, (_, k) => {
      const r = 30 + k * 2.4;
      angle += 26 / r;
      return [r * Math.sin(angle), -r * Math.cos(angle)];
    });
  },

  /** Draw the members of an opened stack around it, each on its thread; they can be picked. */
  _fan: function (ctx, view, theme) {
    if (!this.fan || this.show !== "symbols") return;
    const members = this.fan.filter((i) => this.filters.shown[i]);
    if (members.length < 2) return;
    const at = geomap.toLayer(view, this.store.x[members[0]], this.store.y[members[0]]);
    const best = this.store.row.fatalities_best;
    const marks = this.fanSpots(members.length).map(([dx, dy], k) => ({
      kind: "point", x: at.x + dx, y: at.y + dy, r: Math.min(11, geomap.symbolRadius(best[members[k]])),
      hollow: best[members[k]] === geomap.NONE, eventType: this.store.word("event_type", members[k]),
      members: [members[k]], count: 1, killed: Math.max(0, best[members[k]]), first: members[k],
    }));
    for (const [color, width] of [[theme.halo, 3.5], [theme.label, 1.2]]) {
      ctx.beginPath();
      for (const mark of marks) {
        ctx.moveTo(at.x, at.y);
        ctx.lineTo(mark.x, mark.y);
      }
      ctx.strokeStyle = color;
      ctx.lineWidth = width;
      ctx.stroke();
    }
    for (const mark of marks) this.symbols.draw(ctx, mark, view.ratio);
    this.marks = [...this.marks, ...marks]; // later marks win when picked
    this._grid = null;
  },

  _ring: function (ctx, view, theme) {
    if (this.selected === null) return;
    if (!this.store.isPoint[this.selected]) return this._edge(ctx, view, theme);
    const own = this.marks.filter((m) => m.members.includes(this.selected)).pop();
    const at = own || geomap.toLayer(view, this.store.x[this.selected], this.store.y[this.selected]);
    const r = (own ? own.r : 6) * 1.35 + 5;
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
    const area = this.areas.areas[this.store.area(this.selected)];
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
          const edge = mark.kind === "cluster" ? mark.r : mark.r * 1.2;
          if (distance > Math.max(edge, reach) || distance - mark.r * 0.5 > nearest) continue;
          nearest = distance - mark.r * 0.5;
          best = mark;
        }
      }
    }
    return best;
  },

  /**
   * What lies at a layer point: a symbol or cluster, a badge, a circle or a shaded area.
   * @returns {{mark: Mark|null, area: Object|null}|null}
   */
  pick: function (point, view, reach) {
    const mark = this._markAt(point, 3);
    if (mark) return { mark: mark, area: null };
    const badge = this.areas.badgeAt(point);
    if (badge) return { mark: null, area: badge };
    const close = this._markAt(point, reach);
    if (close) return { mark: close, area: null };
    const circles = this.circles.filter((c) => Math.hypot(c.x - point.x, c.y - point.y) <= c.r);
    if (circles.length) return { mark: circles.sort((a, b) => a.r - b.r)[0].mark, area: null };
    const area = this.areas.areaAt((point.x + view.origin.x) / view.scale, (point.y + view.origin.y) / view.scale);
    return area ? { mark: null, area: area } : null;
  },
};
