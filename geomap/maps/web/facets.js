/**
 * The filters of ticked values, as boxes in the panel. Nothing ticked lets everything through.
 */

/**
 * @param {geomap.Filters} filters
 * @param {Object} context words, symbols, onChange(), id(name)
 */
geomap.FacetBoxes = function (filters, context) {
  this.filters = filters;
  this.words = context.words;
  this.symbols = context.symbols;
  this.context = context;
  this._boxes = [];
};

/** Above so many values a filter gets a field to find one; more than `most` are not listed. */
geomap.FACET_LIMITS = { find: 12, most: 400 };

geomap.FacetBoxes.prototype = {
  /** The nodes of all filters that have something to choose. */
  nodes: function () {
    return this.filters.facets.map((facet) => this._facet(facet)).filter(Boolean);
  },

  label: function (facet, value) {
    const { words } = this;
    const { store } = this.filters;
    switch (facet.name) {
      case "severity":
        return words.say("severity." + value);
      case "side":
        return words.say(value < 0 ? "side.none" : "side." + geomap.SIDES[value]);
      case "outlet":
        return value < 0 ? words.say("none.outlet") : store.dict.outlet[value];
      case "kind":
        return words.say("kind." + (value < 0 ? "incident" : store.dict.kind[value]));
      case "precision":
        return words.say("short." + (value < 0 ? "unknown" : store.dict.precision[value]));
      case "event_type":
        return words.eventType(value < 0 ? null : store.dict.event_type[value]);
      default: {
        const local = store.dict[facet.name + "_local"];
        return value < 0 ? words.say("none." + facet.name) : (local && local[value]) || store.dict[facet.name][value];
      }
    }
  },

  /** Values that occur, in an order of their own or the most frequent first. */
  _values: function (facet) {
    const values = [...facet.counts.keys()].filter((value) => facet.counts.get(value) > 0 || facet.on.has(value));
    if (facet.name === "severity") return values.sort((a, b) => a - b);
    if (facet.name === "precision") {
      const rank = (value) => geomap.LEVELS.indexOf(value < 0 ? "unknown" : this.filters.store.dict.precision[value]);
      return values.sort((a, b) => rank(a) - rank(b));
    }
    return values.sort((a, b) => (a < 0) - (b < 0) || facet.counts.get(b) - facet.counts.get(a) || a - b);
  },

  /** A filter's boxes are made when it is first opened. */
  _facet: function (facet) {
    const { el } = geomap;
    const values = this._values(facet);
    this.filters.watch(facet, false);
    if (values.length < 2) return null;
    const badge = el("span", { class: "gm-on" });
    const title = this.words.say("facet." + facet.name);
    const group = el("div", { role: "group", "aria-label": title });
    const entry = { facet: facet, boxes: [], badge: badge };
    this._boxes.push(entry);
    return el("details", { class: "gm-facet", ontoggle: (event) => {
      if (event.target !== event.currentTarget) return;
      this.filters.watch(facet, event.target.open);
      if (!entry.boxes.length) this._open(entry, group, values);
      this.update();
    } }, el("summary", null, title, badge), group);
  },

  _open: function (entry, group, values) {
    const { el } = geomap;
    const { find, most } = geomap.FACET_LIMITS;
    entry.boxes = values.slice(0, most).map((value) => this._box(entry.facet, value));
    if (values.length > find) group.append(this._finder(entry.boxes, group.getAttribute("aria-label")));
    group.append(el("div", { class: "gm-ticks" }, ...entry.boxes.map((box) => box.node)));
    if (values.length > most) group.append(el("p", { class: "gm-note" }, this.words.say("more_values", { n: this.words.number(values.length - most) })));
  },

  _box: function (facet, value) {
    const { el } = geomap;
    const text = this.label(facet, value);
    const count = el("span", { class: "gm-small" });
    const input = el("input", { type: "checkbox", onchange: () => {
      if (input.checked) facet.on.add(value);
      else facet.on.delete(value);
      this.context.onChange();
    } });
    const word = facet.name === "event_type" && value >= 0 ? this.filters.store.dict.event_type[value] : null;
    const icon = facet.name === "event_type" ? this.symbols.icon(word, 5, false) : null;
    const node = el("label", { class: "gm-tick" }, input, icon, el("bdi", null, text.slice(0, 200)), count);
    return { node: node, input: input, count: count, value: value, text: text.toLowerCase() };
  },

  _finder: function (boxes, title) {
    const find = geomap.el("input", { type: "search", class: "gm-find", autocomplete: "off", placeholder: this.words.say("find_value"),
      "aria-label": this.words.say("find_in", { name: title }), oninput: () => {
        const word = find.value.trim().toLowerCase();
        for (const box of boxes) box.node.hidden = !box.text.includes(word);
      } });
    return find;
  },

  /** Show what is ticked and what each value would leave. */
  update: function () {
    for (const { facet, boxes, badge } of this._boxes) {
      badge.textContent = facet.on.size ? this.words.number(facet.on.size) : "";
      if (!facet.isWatched) continue;
      for (const { input, count, value, node } of boxes) {
        const n = facet.counts.get(value) || 0;
        input.checked = facet.on.has(value);
        count.textContent = this.words.number(n);
        node.classList.toggle("gm-zero", n === 0);
      }
    }
  },
};

/** Precisions, finest first. */
geomap.LEVELS = ["site", "settlement", "near", "line", "tehsil", "district", "division", "province", "country", "unknown"];
