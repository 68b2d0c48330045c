/**
 * The state of the page in the address: view, filters, layers and the open incident, so that a
 * link shows the same. In a sandbox, where the address cannot be written, it is kept in memory.
 */

/**
 * @param {geomap.PageView} page
 */
geomap.State = function (page) {
  this.page = page;
  this.memory = "";
};

geomap.State.prototype = {
  /** The state as the part of the address behind "#". */
  text: function () {
    const { map, filters, layers, choropleth, card, panel } = this.page;
    const out = new URLSearchParams();
    const centre = map.getCenter();
    out.set("v", [centre.lat.toFixed(4), centre.lng.toFixed(4), map.getZoom()].join(","));
    if (filters.text.trim()) out.set("q", filters.text.trim());
    if (filters.from !== null) out.set("from", filters.from);
    if (filters.until !== null) out.set("until", filters.until);
    for (const facet of filters.facets) for (const value of facet.on) out.append(facet.name, this._word(facet, value));
    if (layers.points !== "symbols") out.set("points", layers.points);
    if (choropleth.isOn) out.set("areas", ["measure", "rate", "level"].map((key) => choropleth.choice[key]).join(","));
    if (panel.follows.checked) out.set("list", "view");
    if (card.open !== null) out.set("open", card.open + "," + (card.node.dataset.open || ""));
    return out.toString();
  },

  /** Values travel as words where they have any, so that a link outlives a change of the table. */
  _word: function (facet, value) {
    if (value < 0) return "";
    if (facet.name === "side") return geomap.SIDES[value];
    const words = this.page.store.dict[facet.name];
    return words ? words[value] : String(value);
  },

  _value: function (facet, word) {
    if (word === "") return -1;
    const words = facet.name === "side" ? geomap.SIDES : this.page.store.dict[facet.name];
    const value = words ? words.indexOf(word) : Number(word);
    return value >= 0 && facet.values.some((values) => values.includes(value)) ? value : null;
  },

  /** Write the address soon. */
  note: function () {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this.write(), 150);
  },

  write: function () {
    this.memory = this.text();
    try {
      window.history.replaceState(null, "", "#" + this.memory);
    } catch (error) {
      // a sandbox or a notebook: the state stays in memory
    }
  },

  read: function () {
    try {
      return window.location.hash.slice(1);
    } catch (error) {
      return this.memory;
    }
  },

  listen: function () {
    window.addEventListener("hashchange", () => this.read() !== this.memory && this.restore(this.read()));
  },

  _number: function (text) {
    const value = text === null || text === "" ? NaN : Number(text);
    return Number.isFinite(value) ? value : null;
  },

  /** Bring the page to a state; what is not known in it is left out. */
  restore: function (text) {
    const given = new URLSearchParams(text);
    const { map, filters, layers, choropleth, store, panel } = this.page;
    filters.clear();
    panel.follows.checked = given.get("list") === "view";
    filters.text = (given.get("q") || "").slice(0, 500);
    filters.from = this._number(given.get("from"));
    filters.until = this._number(given.get("until"));
    for (const facet of filters.facets) {
      for (const word of given.getAll(facet.name)) {
        const value = this._value(facet, word);
        if (value !== null) facet.on.add(value);
      }
    }
    layers.points = geomap.POINT_LAYERS.includes(given.get("points")) ? given.get("points") : "symbols";
    const [measure, rate, level] = (given.get("areas") || "").split(",");
    choropleth.choice.measure = geomap.MEASURES.includes(measure) ? measure : "";
    if (Object.keys(geomap.RATES).includes(rate)) choropleth.choice.rate = rate;
    if (choropleth.levels().includes(level)) choropleth.choice.level = level;
    this.page.layersChanged();
    filters.apply();
    const [lat, lon, zoom] = (given.get("v") || "").split(",").map(Number);
    if ([lat, lon, zoom].every(Number.isFinite) && Math.abs(lat) <= 90) map.setView([lat, lon], zoom, { animate: false });
    this._open(given.get("open"), store);
  },

  _open: async function (text, store) {
    if (text === null) return;
    const [first, ...others] = text.split(",");
    const at = this._number(first);
    const id = others.join(",");
    const row = id ? await this.page.prose.ids.find(id, at === null ? 0 : at) : at;
    if (Number.isInteger(row) && row >= 0 && row < store.n) this.page.card.openOne(row);
  },
};
