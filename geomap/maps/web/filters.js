/**
 * What the filters leave of the table. One pass over the columns says which rows are shown and,
 * for each filter, how many rows each of its values would leave beside the other filters.
 */

/**
 * One filter of ticked values. A row has a key; a key stands for one value or for several (the
 * outlets that reported an incident, the sides that lost people). Nothing ticked: all pass.
 * @param {string} name
 * @param {{keys: Int32Array|Uint8Array, byPlace: boolean, values: number[][]}} rows values of each key
 */
geomap.Facet = function (name, { keys, byPlace, values }) {
  this.name = name;
  this.keys = keys;
  this.byPlace = byPlace;
  this.values = values;
  this.on = new Set();
  this.counts = new Map();
  this.isWatched = true; // whether its counts are seen, and therefore kept up to date
};

geomap.Facet.prototype = {
  /** 1 for each key that passes. */
  passes: function () {
    return Uint8Array.from(this.values, (values) => (this.on.size === 0 || values.some((v) => this.on.has(v)) ? 1 : 0));
  },

  /** Turn counts by key into counts by value. */
  count: function (byKey) {
    this.counts.clear();
    this.values.forEach((values, key) => values.forEach((v) => this.counts.set(v, (this.counts.get(v) || 0) + byKey[key])));
  },
};

/** Least number killed of each class of severity; class 0 is "not stated". */
geomap.SEVERITY = [null, 0, 1, 3, 10, 25];
geomap.SIDES = ["civilians", "security_forces", "militants", "unknown"];

/**
 * @param {geomap.Store} store
 * @param {geomap.Prose} prose
 */
geomap.Filters = function (store, prose) {
  this.store = store;
  this.prose = prose;
  this.shown = new Uint8Array(store.n).fill(1);
  this.count = store.n;
  this.version = 0;
  this.undatedHidden = 0;
  this._listeners = [];
  this._fails = new Uint8Array(store.n);
  this._which = new Uint8Array(store.n);
  this.facets = [
    this._coded("event_type"), this._coded("kind"), this._severity(), this._coded("actor"), this._sides(),
    this._coded("precision"), this._coded("admin1"), this._coded("admin2"), this._outlets(),
  ];
  this.clear();
};

geomap.Filters.prototype = {
  facet: function (name) {
    return this.facets.find((facet) => facet.name === name);
  },

  /** A facet of a coded column; key 0 is "none", whose value is -1. */
  _coded: function (name) {
    const { store } = this;
    const byPlace = name in store.place;
    const keys = (byPlace ? store.place : store.row)[name].map((code) => (code === geomap.NONE ? 0 : code + 1));
    return new geomap.Facet(name, { keys: keys, byPlace: byPlace, values: [[-1], ...store.dict[name].map((_, code) => [code])] });
  },

  _severity: function () {
    const keys = new Uint8Array(this.store.n);
    this.store.row.fatalities_best.forEach((killed, i) => {
      for (let k = 1; k < geomap.SEVERITY.length && killed >= geomap.SEVERITY[k]; k++) keys[i] = k;
    });
    return new geomap.Facet("severity", { keys: keys, byPlace: false, values: geomap.SEVERITY.map((_, k) => [k]) });
  },

  _sides: function () {
    const keys = new Uint8Array(this.store.n);
    geomap.SIDES.forEach((side, bit) => this.store.row["fatalities_" + side].forEach((killed, i) => {
      if (killed > 0) keys[i] |= 1 << bit;
    }));
    const values = Array.from({ length: 16 }, (_, mask) => (mask ? [0, 1, 2, 3].filter((bit) => mask & (1 << bit)) : [-1]));
    return new geomap.Facet("side", { keys: keys, byPlace: false, values: values });
  },

  _outlets: function () {
    const { row, outletSets } = this.store;
    const keys = row.outlets.map((code) => (code === geomap.NONE ? 0 : code + 1));
    return new geomap.Facet("outlet", { keys: keys, byPlace: false, values: [[-1], ...outletSets] });
  },

  clear: function () {
    this.text = "";
    this.from = this.until = null;
    for (const facet of this.facets) facet.on.clear();
  },

  /** Whether anything is filtered. */
  isActive: function () {
    return this.text.trim() !== "" || this.from !== null || this.until !== null || this.facets.some((facet) => facet.on.size > 0);
  },

  onChange: function (listener) {
    this._listeners.push(listener);
  },

  /** Recompute what is shown and tell those who listen; words are then looked for in the prose. */
  apply: function () {
    this._compute();
    const words = this._words();
    if (words.length && !this.prose.isRead) {
      this.prose.readAll().then(() => this.text.trim() && this._compute());
    }
  },

  /** Whether words are still being looked for in titles and quotes. */
  isSearching: function () {
    return this._words().length > 0 && !this.prose.isRead;
  },

  _words: function () {
    return this.text.toLowerCase().split(/\s+/).filter(Boolean);
  },

  _compute: function () {
    const { n } = this.store;
    this._fails.fill(0);
    this.facets.forEach((facet, f) => facet.on.size && this._tryFacet(facet, f));
    this._tryDates(this.facets.length);
    this._tryWords(this.facets.length + 1);
    this.count = 0;
    for (let i = 0; i < n; i++) this.count += this.shown[i] = this._fails[i] ? 0 : 1;
    this.facets.forEach((facet, f) => facet.isWatched && this._countFacet(facet, f));
    this._countDays(this.facets.length);
    this.version++;
    this._listeners.forEach((listener) => listener());
  },

  _tryFacet: function (facet, f) {
    const ok = facet.passes();
    const { keys, byPlace } = facet;
    const { place } = this.store.row;
    const fails = this._fails, which = this._which;
    for (let i = 0; i < fails.length; i++) {
      if (ok[byPlace ? keys[place[i]] : keys[i]]) continue;
      fails[i]++;
      which[i] = f;
    }
  },

  _tryDates: function (f) {
    this.undatedHidden = 0;
    if (this.from === null && this.until === null) return;
    const from = this.from === null ? -Infinity : this.from, until = this.until === null ? Infinity : this.until;
    const { date_start: starts, date_end: ends } = this.store.row;
    const none = geomap.NONE;
    for (let i = 0; i < this.store.n; i++) {
      const start = starts[i] === none ? ends[i] : starts[i];
      const end = ends[i] === none ? start : ends[i];
      if (start !== none && end >= from && start <= until) continue;
      if (start === none && !this._fails[i]) this.undatedHidden++;
      this._fails[i]++;
      this._which[i] = f;
    }
  },

  _tryWords: function (f) {
    const words = this._words();
    if (!words.length) return;
    const { store, prose } = this;
    const { place, outlets } = store.row;
    const checks = words.map((word) => this._dictionaryHits(word));
    for (let i = 0; i < store.n; i++) {
      const found = words.every((word, w) => {
        const { rows, places, sets } = checks[w];
        if (places[place[i]] || (outlets[i] !== geomap.NONE && sets[outlets[i]])) return true;
        for (const [column, hits] of rows) if (column[i] !== geomap.NONE && hits[column[i]]) return true;
        return prose.text(i).includes(word);
      });
      if (found) continue;
      this._fails[i]++;
      this._which[i] = f;
    }
  },

  /** Which words of the dictionaries contain a word: so each is looked at once, not once a row. */
  _dictionaryHits: function (word) {
    const { store } = this;
    const has = (text) => (text && text.toLowerCase().includes(word) ? 1 : 0);
    const hits = (name) => Uint8Array.from(store.dict[name], (text, k) => has(text) || has(store.dict[name + "_local"] && store.dict[name + "_local"][k]));
    const rows = ["event_type", "sub_event_type", "actor", "target", "attributed_by"].map((name) => [store.row[name], hits(name)]);
    const places = new Uint8Array(store.places);
    for (const name of ["place_name", "admin1", "admin2", "country"]) {
      const found = hits(name);
      store.place[name].forEach((code, p) => code !== geomap.NONE && found[code] && (places[p] = 1));
    }
    const outlets = hits("outlet");
    return { rows: rows.filter(([, found]) => found.includes(1)), places: places, sets: store.outletSets.map((set) => set.some((k) => outlets[k])) };
  },

  /** Count the values of a facet for as long as they are seen. */
  watch: function (facet, on) {
    facet.isWatched = on;
    if (on) this._countFacet(facet, this.facets.indexOf(facet));
  },

  /** Rows that pass every filter but perhaps this one. */
  _countFacet: function (facet, f) {
    const counts = new Int32Array(facet.values.length);
    const { keys, byPlace } = facet;
    const { place } = this.store.row;
    const fails = this._fails, which = this._which;
    for (let i = 0; i < fails.length; i++) {
      if (fails[i] > 1 || (fails[i] === 1 && which[i] !== f)) continue;
      counts[byPlace ? keys[place[i]] : keys[i]]++;
    }
    facet.count(counts);
  },

  /** The same for the bars of the histogram. */
  _countDays: function (f) {
    const days = this.store.days();
    if (!days) return;
    if (!this.bins) this._makeBins(days);
    const { of, counts } = this.bins;
    counts.fill(0);
    for (let i = 0; i < of.length; i++) {
      if (of[i] < 0 || this._fails[i] > 1 || (this._fails[i] === 1 && this._which[i] !== f)) continue;
      counts[of[i]]++;
    }
  },

  _makeBins: function (days) {
    const edges = geomap.dayEdges(days.first, days.last);
    const of = new Int16Array(this.store.n);
    const { date_start: starts, date_end: ends } = this.store.row;
    const binOf = new Int16Array(days.last - days.first + 1);
    for (let k = 0; k + 1 < edges.length; k++) {
      for (let day = Math.max(edges[k], days.first); day < edges[k + 1] && day <= days.last; day++) binOf[day - days.first] = k;
    }
    for (let i = 0; i < of.length; i++) {
      const day = starts[i] === geomap.NONE ? ends[i] : starts[i];
      of[i] = day === geomap.NONE ? -1 : binOf[day - days.first];
    }
    this.bins = { edges: edges, of: of, counts: new Int32Array(edges.length - 1) };
  },
};

/**
 * Edges of the histogram's bars: days, weeks, months, quarters or years, about a hundred at most.
 * @param {number} first
 * @param {number} last
 * @returns {number[]} days; a bar holds those from its edge up to the next
 */
geomap.dayEdges = function (first, last) {
  const span = last - first + 1;
  if (span > 40000) {
    const step = Math.ceil(span / 100);
    return Array.from({ length: Math.ceil(span / step) + 1 }, (_, k) => first + k * step);
  }
  const step = span <= 100 ? 1 : span <= 700 ? 7 : 0;
  const edges = [];
  if (step) {
    let day = step === 7 ? first - ((((first + 3) % 7) + 7) % 7) : first; // weeks begin on Mondays
    for (; day <= last; day += step) edges.push(day);
    edges.push(day);
    return edges;
  }
  const months = span <= 3100 ? 1 : span <= 9300 ? 3 : 12;
  const start = new Date(first * 86400000);
  let month = start.getUTCFullYear() * 12 + Math.floor(start.getUTCMonth() / months) * months;
  for (;;) {
    edges.push(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000);
    if (edges[edges.length - 1] > last) return edges;
    month += months;
  }
};
