/**
 * The histogram of days under the map: bars of what the other filters leave, a brush that sets
 * the first and last day, and play, which moves a window through time.
 */

/**
 * @param {geomap.Filters} filters
 * @param {Object} context words, symbols, isShown, onChange()
 */
geomap.Timeline = function (filters, context) {
  this.filters = filters;
  this.words = context.words;
  this.symbols = context.symbols;
  this.isShown = context.isShown;
  this.onChange = context.onChange;
  this._timer = null;
};

/** Height of the bars in pixels, and milliseconds between the steps of play. */
geomap.TIMELINE = { height: 44, step: 450 };

geomap.Timeline.prototype = {
  fill: function (node) {
    const { el } = geomap;
    const { words } = this;
    this.node = node;
    node.setAttribute("aria-label", words.say("timeline"));
    this.days = this.filters.store.days();
    node.hidden = !this.isShown || !this.days || !this.filters.bins;
    if (node.hidden) return;
    this.canvas = el("canvas", { class: "gm-bars", "aria-hidden": "true" });
    this.left = this._handle("timeline_from");
    this.right = this._handle("timeline_until");
    this.track = el("div", { class: "gm-track" }, this.canvas, this.left, this.right);
    this.play = el("button", { type: "button", class: "gm-play", onclick: () => (this._timer ? this.stop() : this.start()) });
    this.label = el("p", { class: "gm-span" });
    node.append(this.play, el("div", { class: "gm-time" }, this.track, this.label));
    this._drag();
    this._playing(false);
    new ResizeObserver(() => this.draw()).observe(this.track);
  },

  _handle: function (key) {
    const edge = key === "timeline_from" ? "from" : "until";
    return geomap.el("div", {
      class: "gm-handle gm-handle-" + edge, role: "slider", tabindex: "0", "aria-label": this.words.say(key),
      onkeydown: (event) => this._key(event, edge),
    });
  },

  /** First and one-past-last bar that the filter lets through. */
  _range: function () {
    const { edges } = this.filters.bins;
    const last = edges.length - 1;
    let a = 0, b = last;
    if (this.filters.from !== null) while (a < last - 1 && edges[a + 1] <= this.filters.from) a++;
    if (this.filters.until !== null) while (b > 1 && edges[b - 1] > this.filters.until) b--;
    return [Math.min(a, b - 1), Math.max(b, a + 1)];
  },

  /** Filter by whole bars; all of them is no filter. */
  _set: function (a, b) {
    const { edges } = this.filters.bins;
    const last = edges.length - 1;
    const from = a <= 0 ? null : edges[a], until = b >= last ? null : edges[b] - 1;
    if (from === this.filters.from && until === this.filters.until) return;
    this.filters.from = from;
    this.filters.until = until;
    this.onChange();
  },

  _key: function (event, edge) {
    const big = Math.max(2, Math.round((this.filters.bins.edges.length - 1) / 10));
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: big, PageDown: -big, Home: -1e6, End: 1e6 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    this.stop();
    const last = this.filters.bins.edges.length - 1;
    const [a, b] = this._range();
    const step = steps[event.key];
    if (edge === "from") this._set(Math.max(0, Math.min(b - 1, a + step)), b);
    else this._set(a, Math.max(a + 1, Math.min(last, b + step)));
  },

  _bar: function (event) {
    const box = this.track.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * (this.filters.bins.edges.length - 1);
  },

  _drag: function () {
    this.track.addEventListener("pointerdown", (event) => {
      const [a, b] = this._range();
      const at = this._bar(event);
      const handle = event.target === this.left ? "from" : event.target === this.right ? "until" : null;
      this._held = { handle: handle, at: at, a: a, b: b, moved: false };
      this.track.setPointerCapture(event.pointerId);
      this.stop();
      event.preventDefault();
      if (handle) event.target.focus();
    });
    this.track.addEventListener("pointermove", (event) => this._held && this._move(this._bar(event)));
    for (const end of ["pointerup", "pointercancel"]) {
      this.track.addEventListener(end, () => {
        if (this._held && !this._held.handle && !this._held.moved) this._set(0, this.filters.bins.edges.length - 1);
        this._held = null;
      });
    }
  },

  _move: function (at) {
    const { handle, at: start, a, b } = this._held;
    const last = this.filters.bins.edges.length - 1;
    const here = Math.max(0, Math.min(last, at));
    if (Math.abs(at - start) * (this.track.clientWidth / last) > 3) this._held.moved = true;
    if (!this._held.moved) return;
    if (handle === "from") this._set(Math.min(b - 1, Math.round(here)), b);
    else if (handle === "until") this._set(a, Math.max(a + 1, Math.round(here)));
    else this._set(Math.floor(Math.max(0, Math.min(start, here))), Math.ceil(Math.max(start, here)) || 1);
  },

  /** Move a window of the chosen length, or of a tenth of all, from the beginning to the end. */
  start: function () {
    const last = this.filters.bins.edges.length - 1;
    let [a, b] = this._range();
    if (a === 0 && b === last) b = Math.max(1, Math.round(last / 10));
    else if (b === last) [a, b] = [0, b - a];
    this._playing(true);
    this._set(a, b);
    this._timer = setInterval(() => {
      const [from, until] = this._range();
      if (until >= last) this.stop();
      else this._set(from + 1, until + 1);
    }, geomap.TIMELINE.step);
  },

  stop: function () {
    clearInterval(this._timer);
    this._timer = null;
    this._playing(false);
  },

  _playing: function (on) {
    if (!this.play) return;
    this.play.textContent = on ? "\u275a\u275a" : "\u25b6";
    this.play.setAttribute("aria-label", this.words.say(on ? "pause" : "play"));
    this.play.title = this.words.say(on ? "pause" : "play");
  },

  update: function () {
    if (!this.days || this.node.hidden) return;
    const [a, b] = this._range();
    const { edges } = this.filters.bins;
    const day = (at) => this.words.day(Math.max(this.days.first, Math.min(this.days.last, at)), true);
    const last = edges.length - 1;
    this.label.textContent = this.words.say("timeline_span", { start: day(edges[a]), end: day(edges[b] - 1) });
    for (const [node, at, low, high, text] of [[this.left, a, 0, b - 1, day(edges[a])], [this.right, b, a + 1, last, day(edges[b] - 1)]]) {
      node.style.left = (100 * at) / last + "%";
      node.setAttribute("aria-valuemin", low);
      node.setAttribute("aria-valuemax", high);
      node.setAttribute("aria-valuenow", at);
      node.setAttribute("aria-valuetext", text);
    }
    this.draw();
  },

  draw: function () {
    if (!this.canvas || !this.track.clientWidth) return;
    const theme = this.symbols.theme();
    const ratio = Math.min(window.devicePixelRatio || 1, 3);
    const width = this.track.clientWidth, height = geomap.TIMELINE.height;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const ctx = this.canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    const { counts } = this.filters.bins;
    const most = counts.reduce((m, c) => Math.max(m, c), 1);
    const [a, b] = this._range();
    const step = width / counts.length;
    ctx.fillStyle = theme.brush;
    ctx.fillRect(a * step, 0, (b - a) * step, height);
    counts.forEach((count, k) => {
      if (!count) return;
      const h = Math.max(2, (count / most) * (height - 3));
      ctx.fillStyle = k >= a && k < b ? theme.bar : theme.bar_off;
      ctx.fillRect(k * step + (step > 4 ? 0.5 : 0), height - h, Math.max(1, step - (step > 4 ? 1 : 0)), h);
    });
  },
};
