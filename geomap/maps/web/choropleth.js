/**
 * Districts or provinces coloured by what the filters leave in them. Classes are fixed by Python
 * over all incidents, so that a colour keeps its meaning while the filters change.
 */

/**
 * @param {geomap.Store} store
 * @param {Object} block what colouring.py wrote, by level
 * @param {Object} context filters, geo, words, symbols
 */
geomap.Choropleth = function (store, block, context) {
  this.store = store;
  this.block = block;
  this.filters = context.filters;
  this.geo = context.geo;
  this.words = context.words;
  this.symbols = context.symbols;
  this.choice = { measure: "", rate: "number", level: block.district ? "district" : "province" };
  this._version = -1;
  this._hatch = new Map();
};

geomap.MEASURES = ["incidents", "fatalities", "injured"];
geomap.RATES = { number: 1, population: 100000, area: 1000 };

geomap.Choropleth.prototype = {
  get isOn() {
    return this.choice.measure !== "" && this.choice.level in this.block;
  },

  levels: function () {
    return ["district", "province"].filter((level) => level in this.block);
  },

  /** Add up what is shown: `values` by unit (NaN: no figure to divide by), and what has no unit. */
  compute: function () {
    if (!this.isOn || (this._version === this.filters.version && this._key === JSON.stringify(this.choice))) return;
    const { measure, rate, level } = this.choice;
    const { store } = this;
    const block = this.block[level];
    const sums = new Float64Array(block.features.length);
    const units = store.place[level + "_unit"];
    const column = measure === "incidents" ? null : store.row[measure + "_best"];
    const counted = store.dict.kind.map((kind) => kind === "incident" || kind === "multi_site");
    this.without = this.counted = 0;
    for (let i = 0; i < store.n; i++) {
      if (!this.filters.shown[i] || !counted[store.row.kind[i]]) continue;
      this.counted++;
      const unit = units[store.row.place[i]];
      if (unit === geomap.NONE) this.without++;
      else if (!column) sums[unit]++;
      else if (column[i] > 0) sums[unit] += column[i];
    }
    const below = rate === "number" ? null : block[rate];
    this.values = sums.map((sum, k) => (below ? (below[k] ? (sum / below[k]) * geomap.RATES[rate] : NaN) : sum));
    this._version = this.filters.version;
    this._key = JSON.stringify(this.choice);
  },

  breaks: function () {
    return this.block[this.choice.level].breaks[this.choice.measure][this.choice.rate];
  },

  /** Class of a value: -1 no figure, 0 zero, 1 and on the classes. */
  classOf: function (value) {
    if (Number.isNaN(value)) return -1;
    if (value <= 0) return 0;
    const breaks = this.breaks();
    const at = breaks.findIndex((edge) => value <= edge * (1 + 1e-9));
    return at < 0 ? breaks.length : at + 1;
  },

  /** Colours of the classes, the darkest (in the dark: the lightest) for the highest. */
  colors: function (theme) {
    const n = this.breaks().length;
    const ramp = theme.ramp;
    return [theme.land, ...Array.from({ length: n }, (_, k) => ramp[n === 1 ? ramp.length - 2 : Math.round((k * (ramp.length - 1)) / (n - 1))])];
  },

  draw: function (ctx, view, theme) {
    if (!this.isOn) return;
    this.compute();
    const colors = this.colors(theme);
    const { features } = this.block[this.choice.level];
    for (let k = 0; k < features.length; k++) {
      const { shape } = this.geo.features[features[k]];
      if (!geomap.inView(view, shape.box, 2)) continue;
      const at = this.classOf(this.values[k]);
      ctx.beginPath();
      geomap.traceRings(ctx, shape, view);
      ctx.fillStyle = at < 0 ? this._noFigure(ctx, theme, view.ratio) : colors[at];
      ctx.globalAlpha = 0.92;
      ctx.fill("evenodd");
      ctx.globalAlpha = 1;
    }
    this._edges(ctx, view, theme, features);
  },

  _edges: function (ctx, view, theme, features) {
    ctx.beginPath();
    for (const k of features) {
      const { shape } = this.geo.features[k];
      if (geomap.inView(view, shape.box, 2)) geomap.traceLines(ctx, shape, view);
    }
    ctx.strokeStyle = theme.unit_edge;
    ctx.lineWidth = 0.8;
    ctx.stroke();
  },

  _noFigure: function (ctx, theme, ratio) {
    const key = theme.label_soft + ratio;
    if (this._hatch.has(key)) return this._hatch.get(key);
    const tile = document.createElement("canvas");
    const size = Math.round(6 * ratio);
    tile.width = tile.height = size;
    const pen = tile.getContext("2d");
    pen.fillStyle = theme.label_soft;
    pen.fillRect(0, 0, Math.max(1, Math.round(1.4 * ratio)), Math.max(1, Math.round(1.4 * ratio)));
    const pattern = ctx.createPattern(tile, "repeat");
    pattern.setTransform(new DOMMatrix().scale(1 / ratio));
    this._hatch.set(key, pattern);
    return pattern;
  },

  /** The unit at a world position: its place among the units, and name and value in words; or null. */
  unitAt: function (x, y) {
    if (!this.isOn) return null;
    this.compute();
    const { features } = this.block[this.choice.level];
    const k = features.findIndex((feature) => geomap.contains(this.geo.features[feature].shape, x, y));
    if (k < 0) return null;
    return { unit: k, text: this.geo.features[features[k]].name + " \u00b7 " + this.unitText() + ": " + this.valueText(this.values[k]) };
  },

  /** Shown incidents that count in a unit. */
  membersOf: function (unit) {
    const units = this.store.place[this.choice.level + "_unit"];
    const out = [];
    for (let i = 0; i < this.store.n; i++) if (this.filters.shown[i] && units[this.store.row.place[i]] === unit) out.push(i);
    return out;
  },

  number: function (value) {
    if (Number.isInteger(value)) return this.words.number(value);
    return this.words.decimal(value);
  },

  valueText: function (value) {
    return Number.isNaN(value) ? this.words.say("no_figure") : this.number(value);
  },

  /** "people killed per 100,000 people". */
  unitText: function () {
    return this.words.say("measure." + this.choice.measure) + (this.choice.rate === "number" ? "" : " " + this.words.say("rate." + this.choice.rate));
  },

  /** The legend: a swatch and the true limits of each class, zero, no figure, what has no unit. */
  legend: function () {
    const { el } = geomap;
    const { words } = this;
    this.compute();
    const breaks = this.breaks();
    const whole = this.choice.rate === "number";
    const item = (k, text) => {
      const swatch = el("span", { class: "gm-swatch gm-swatch-class", "aria-hidden": "true" });
      if (k < 0) swatch.classList.add("gm-swatch-none");
      else for (const scheme of ["light", "dark"]) swatch.style.setProperty("--" + scheme, this.colors(this.symbols.palette.themes[scheme])[k]);
      return el("li", null, el("span", { class: "gm-key" }, swatch), el("span", null, text));
    };
    const items = [item(0, this.number(0))];
    breaks.forEach((edge, k) => {
      const low = whole ? (k ? breaks[k - 1] + 1 : 1) : k ? breaks[k - 1] : 0;
      const text = low === edge ? this.number(edge)
        : words.say(!whole && k === 0 ? "class_up_to" : whole ? "class_range" : "class_over", { low: this.number(low), high: this.number(edge) });
      items.push(item(k + 1, text));
    });
    if ([...this.values].some(Number.isNaN)) items.push(item(-1, words.say("no_figure")));
    const note = this.without ? el("p", { class: "gm-note" }, words.say("without_unit_" + this.choice.level, { n: words.number(this.without), m: words.number(this.counted) })) : null;
    const title = this.unitText();
    return [el("h3", null, title.charAt(0).toUpperCase() + title.slice(1)), el("ul", null, ...items), note].filter(Boolean);
  },
};
