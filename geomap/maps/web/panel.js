/**
 * The bar and the panel beside the map: title, counts, search, filters and the list.
 */

/**
 * @param {geomap.Store} store
 * @param {Object} context words, symbols, card, meta, openOne(i), openOff(), offMap (indices)
 */
geomap.Panel = function (store, context) {
  this.store = store;
  this.words = context.words;
  this.symbols = context.symbols;
  this.context = context;
  this._boxes = [];
  this.list = new geomap.List((i) => context.card.row(i, () => context.openOne(i)), this.words.say("list"));
};

geomap.Panel.prototype = {
  /** Fill the bar and the panel. */
  fill: function (bar, panel) {
    const { el } = geomap;
    const words = this.words;
    const { meta } = this.context;
    this.bar = bar;
    this.panel = panel;
    panel.setAttribute("aria-label", words.say("panel"));
    panel.id = bar.parentNode.id + "_panel";
    this.toggle = el("button", { type: "button", class: "gm-toggle", "aria-controls": panel.id, onclick: () => this.setOpen(panel.hidden) });
    this.countLine = el("p", { class: "gm-count", role: "status" });
    const until = meta.until ? words.say("data_until", { date: words.iso(meta.until) }) : words.say("data_until_none");
    bar.append(el("div", { class: "gm-head" }, el("h1", { dir: "auto" }, meta.title || words.say("map"))),
      el("div", { class: "gm-status" }, this.countLine, el("p", { class: "gm-until" }, until)), this.toggle);
    panel.append(this._form(), el("h2", { class: "gm-list-title" }, words.say("list")), this._empty(), this.list.node);
  },

  setOpen: function (open) {
    this.panel.hidden = !open;
    this.bar.parentNode.dataset.panel = open ? "open" : "shut";
    this.toggle.textContent = this.words.say(open ? "hide_panel" : "show_panel");
    this.toggle.setAttribute("aria-expanded", String(open));
    if (this.context.onToggle) this.context.onToggle();
  },

  _empty: function () {
    this.emptyNote = geomap.el("p", { class: "gm-note", hidden: true });
    return this.emptyNote;
  },

  _form: function () {
    const { el } = geomap;
    const words = this.words;
    const id = (name) => this.panel.id + "_" + name;
    this.search = el("input", { type: "search", id: id("search"), autocomplete: "off", placeholder: words.say("search_hint"), oninput: () => this._later() });
    const form = el("form", { class: "gm-form", onsubmit: (event) => event.preventDefault() },
      el("label", { for: id("search") }, words.say("search")), this.search);
    this.summary = el("summary", null, words.say("filters"));
    const filters = el("details", { class: "gm-filters" }, this.summary);
    const days = this.store.days();
    if (days) filters.append(this._dates(days, id));
    for (const [name, title] of [["event_type", "event_types"], ["kind", "kinds"], ["precision", "precisions"]]) {
      const facet = this._facet(name, words.say(title));
      if (facet) filters.append(facet);
    }
    this.undated = el("p", { class: "gm-note", hidden: true });
    this.reset = el("button", { type: "button", class: "gm-reset", onclick: () => this._reset() }, words.say("reset"));
    filters.append(this.undated);
    form.append(filters, this.reset);
    return form;
  },

  _dates: function (days, id) {
    const { el } = geomap;
    const iso = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
    const safe = Math.abs(days.first) < 700000 && Math.abs(days.last) < 700000;
    const input = (name) => el("input", { type: "date", id: id(name), min: safe ? iso(days.first) : null, max: safe ? iso(days.last) : null, onchange: () => this._read() });
    this.from = input("from");
    this.until = input("to");
    return el("div", { class: "gm-dates" },
      el("div", null, el("label", { for: id("from") }, this.words.say("from")), this.from),
      el("div", null, el("label", { for: id("to") }, this.words.say("to")), this.until));
  },

  _facet: function (name, title) {
    const { el } = geomap;
    const values = this.store.facet(name);
    if (values.length < 2) return null;
    const label = (code) => {
      const word = code === geomap.NONE ? null : this.store.dict[name][code];
      if (name === "kind") return word ? this.words.say("kind." + word) : this.words.say("kind.incident");
      if (name === "precision") return this.words.say("short." + word);
      return word || this.words.say("event.none");
    };
    const box = ([code, count]) => {
      const input = el("input", { type: "checkbox", onchange: () => this._read() });
      input.checked = true;
      this._boxes.push({ input: input, name: name, code: code });
      const word = code === geomap.NONE ? null : this.store.dict[name][code];
      const icon = name === "event_type" ? this.symbols.icon(word, 5, false) : null;
      return el("label", { class: "gm-tick" }, input, icon, el("bdi", null, label(code)), el("span", { class: "gm-small" }, this.words.number(count)));
    };
    return el("fieldset", null, el("legend", null, title), ...values.slice(0, 40).map(box));
  },

  _later: function () {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this._read(), this.store.n > 2000 ? 250 : 80);
  },

  _day: function (input) {
    const time = input && input.value ? Date.parse(input.value + "T00:00:00Z") : NaN;
    return Number.isNaN(time) ? null : time / 86400000;
  },

  _read: function () {
    const { filter } = this.store;
    filter.words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    filter.from = this._day(this.from);
    filter.until = this._day(this.until);
    for (const name of geomap.FACETS) filter.off[name].clear();
    for (const { input, name, code } of this._boxes) if (!input.checked) filter.off[name].add(code);
    this.store.apply();
  },

  _reset: function () {
    clearTimeout(this._timer);
    this.search.value = "";
    if (this.from) this.from.value = this.until.value = "";
    for (const { input } of this._boxes) input.checked = true;
    this._read();
  },

  /** Show what the filters leave. */
  update: function () {
    const { store, words } = this;
    const items = [];
    for (let i = 0; i < store.n; i++) if (store.shown[i]) items.push(i);
    this.list.set(items);
    const off = this.context.offMap().length;
    const shown = words.say("shown", { n: words.number(store.count), m: words.number(store.n) });
    this.countLine.replaceChildren(geomap.el("span", null, shown));
    if (off) {
      this.countLine.append(" \u00b7 ", geomap.el("button", { type: "button", class: "gm-link gm-off", onclick: () => this.context.openOff() }, words.count("off_map", off)));
    }
    this.emptyNote.hidden = items.length > 0;
    this.emptyNote.textContent = words.say(store.n ? "nothing" : "empty");
    this.summary.textContent = words.say(store.filtered() ? "filters_on" : "filters");
    this.reset.hidden = !store.filtered();
    this.undated.hidden = store.undatedHidden === 0;
    this.undated.textContent = words.say("undated_hidden", { n: words.number(store.undatedHidden) });
  },
};
