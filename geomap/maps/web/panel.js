/**
 * The bar and the panel beside the map: title, counts, search, filters and the list.
 */

/**
 * @param {geomap.Filters} filters
 * @param {Object} context words, symbols, card, meta, places, openOne(i), openOff(), offMap(), inView(), stage(), onToggle(), onFollow()
 */
geomap.Panel = function (filters, context) {
  this.filters = filters;
  this.store = filters.store;
  this.words = context.words;
  this.context = context;
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
    this.isUsed = ["search", "filters", "list", "download"].some((name) => this.shows(name));
    bar.append(el("div", { class: "gm-head" }, el("h1", { dir: "auto" }, meta.title || words.say("map"))),
      el("div", { class: "gm-status" }, this.countLine, el("p", { class: "gm-until" }, until)));
    if (this.isUsed) bar.append(this.toggle);
    this.emptyNote = el("p", { class: "gm-note", hidden: true });
    this.listHead = el("div", { class: "gm-list-head", hidden: !this.shows("list") && !this.shows("download") }, this.shows("list") ? el("h2", { class: "gm-list-title" }, words.say("list")) : null);
    this.follows = el("input", { type: "checkbox", onchange: () => {
      this.fillList();
      this.context.onFollow();
    } });
    this.inView = el("span", { class: "gm-small" });
    const follow = el("label", { class: "gm-tick gm-follow", hidden: !this.shows("list") }, this.follows, el("span", null, words.say("follow")), this.inView);
    panel.append(this._form(), this.listHead, follow, this.emptyNote);
    if (this.shows("list")) panel.append(this.list.node);
    else bar.parentNode.classList.add("gm-no-list");
  },

  /** Whether the page has a control. */
  shows: function (name) {
    return this.context.meta.controls.includes(name);
  },

  /** Show the panel or hide it; one without controls stays hidden. */
  setOpen: function (wanted) {
    const open = wanted && this.isUsed;
    this.panel.hidden = !open;
    this.bar.parentNode.dataset.panel = open ? "open" : "shut";
    const named = this.shows("list") ? "panel" : this.shows("search") || this.shows("filters") ? "filters" : "download";
    this.toggle.textContent = this.words.say((open ? "hide_" : "show_") + named);
    this.toggle.setAttribute("aria-expanded", String(open));
    this.context.onToggle();
  },

  _form: function () {
    const { el } = geomap;
    const words = this.words;
    const id = (name) => this.panel.id + "_" + name;
    this.search = el("input", { type: "search", id: id("search"), autocomplete: "off", placeholder: words.say("search_hint"), oninput: () => this._later() });
    this.searching = el("p", { class: "gm-note", role: "status", hidden: true }, words.say("searching"));
    this.summary = el("summary", null, words.say("filters"));
    this.boxes = new geomap.FacetBoxes(this.filters, { words: words, symbols: this.context.symbols, onChange: () => this.filters.apply() });
    const filters = el("details", { class: "gm-filters" }, this.summary);
    const days = this.store.days();
    if (days) filters.append(this._dates(days, id));
    this.undated = el("p", { class: "gm-note", hidden: true });
    filters.append(this.undated, ...this.boxes.nodes());
    this.reset = el("button", { type: "button", class: "gm-reset", onclick: () => this._reset() }, words.say("reset"));
    const search = [el("label", { for: id("search") }, words.say("search")), this.search, this.context.places.list, this.searching];
    const isAsking = this.shows("search") || this.shows("filters");
    if (!isAsking) this.bar.querySelector(".gm-status").append(this.reset); // a link filters any page
    return el("form", { class: "gm-form", hidden: !isAsking, onsubmit: (event) => event.preventDefault() },
      ...(this.shows("search") ? search : []), this.shows("filters") ? filters : null, isAsking ? this.reset : null);
  },

  _dates: function (days, id) {
    const { el } = geomap;
    const safe = days.first > -719000 && days.last < 2932000; // years 1 to 9999, all that a date field takes
    const range = { min: safe ? this._iso(days.first) : null, max: safe ? this._iso(days.last) : null };
    const input = (name, edge) => el("input", { type: "date", id: id(name), ...range, onchange: (event) => {
      this.filters[edge] = this._day(event.target);
      this.filters.apply();
    } });
    this.from = input("from", "from");
    this.until = input("to", "until");
    return el("div", { class: "gm-dates" },
      el("div", null, el("label", { for: id("from") }, this.words.say("from")), this.from),
      el("div", null, el("label", { for: id("to") }, this.words.say("to")), this.until));
  },

  _iso: function (day) {
    return new Date(day * 86400000).toISOString().slice(0, 10);
  },

  _day: function (input) {
    const time = input.value ? Date.parse(input.value + "T00:00:00Z") : NaN;
    return Number.isNaN(time) ? null : time / 86400000;
  },

  _later: function () {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => {
      this._timer = null;
      this.filters.text = this.search.value;
      this.context.places.update(this.search.value);
      this.filters.apply();
    }, this.store.n > 2000 ? 250 : 80);
  },

  _reset: function () {
    clearTimeout(this._timer);
    this._timer = null;
    this.filters.clear();
    this.filters.apply();
    (this.shows("search") ? this.search : this.shows("filters") ? this.summary : this.context.stage()).focus();
  },

  /** List what the filters leave, or of that only what lies in the map's window. */
  fillList: function () {
    const { store, filters, words } = this;
    const seen = this.follows.checked ? this.context.inView() : null;
    const items = new Int32Array(filters.count);
    let count = 0;
    for (let i = 0; i < store.n; i++) if (filters.shown[i] && (!seen || seen[i])) items[count++] = i;
    this.list.set(items.subarray(0, count));
    this.inView.textContent = seen ? words.number(count) : "";
    this.emptyNote.hidden = count > 0;
    this.emptyNote.textContent = words.say(filters.count ? "nothing_in_view" : store.n ? "nothing" : "empty");
  },

  /** After a move of the map. */
  moved: function () {
    if (this.follows.checked) this.fillList();
  },

  /** Show what the filters leave. */
  update: function () {
    const { filters, words } = this;
    this.fillList();
    this._count();
    this.summary.textContent = words.say(filters.isActive() ? "filters_on" : "filters");
    this.reset.hidden = !filters.isActive();
    this.searching.hidden = !filters.isSearching();
    this.undated.hidden = filters.undatedHidden === 0;
    this.undated.textContent = words.say("undated_hidden", { n: words.number(filters.undatedHidden) });
    if (!this._timer && this.search.value.trim() !== filters.text.trim()) { // nobody is typing
      this.search.value = filters.text;
      this.context.places.update("");
    }
    if (this.from) {
      this.from.value = filters.from === null ? "" : this._iso(filters.from);
      this.until.value = filters.until === null ? "" : this._iso(filters.until);
    }
    this.boxes.update();
  },

  _count: function () {
    const { store, filters, words } = this;
    const off = this.context.offMap().length;
    const shown = words.say("shown", { n: words.number(filters.count), m: words.number(store.n) });
    this.countLine.replaceChildren(geomap.el("span", null, shown));
    if (!off) return;
    const button = geomap.el("button", { type: "button", class: "gm-link gm-off", onclick: () => this.context.openOff() }, words.count("off_map", off));
    this.countLine.append(" \u00b7 ", button);
  },
};
