/**
 * The incident table in columns, what the filters leave of it, and its prose, which is read only
 * when something is opened or searched for.
 */

/**
 * @param {Object} block what layers.py wrote: n, dict, coded, integers, areas
 * @param {function(): Object} readProse
 */
geomap.Store = function (block, readProse) {
  this.n = block.n;
  this.dict = block.dict;
  this.columns = {};
  for (const [name, text] of Object.entries(block.coded)) this.columns[name] = geomap.integers(text);
  for (const [name, text] of Object.entries(block.integers)) this.columns[name] = geomap.integers(text);
  for (const [name, text] of Object.entries(block.summed)) this.columns[name] = geomap.integers(text, true);
  this.shown = new Uint8Array(this.n).fill(1);
  this.count = this.n;
  this.undatedHidden = 0;
  this._readProse = readProse;
  this._prose = null;
  this._haystack = null;
  this._listeners = [];
  this._place();
  this.clear();
};

/** Columns that a filter of ticked values works on. */
geomap.FACETS = ["event_type", "kind", "precision"];

geomap.Store.prototype = {
  _place: function () {
    const { lon, lat, where } = this.columns;
    const point = this.dict.where.indexOf("point");
    this.x = new Float64Array(this.n);
    this.y = new Float64Array(this.n);
    this.isPoint = new Uint8Array(this.n);
    for (let i = 0; i < this.n; i++) {
      if (where[i] !== point) continue;
      this.isPoint[i] = 1;
      this.x[i] = geomap.worldX(lon[i] / 1e5);
      this.y[i] = geomap.worldY(lat[i] / 1e5);
    }
  },

  /** The word of a coded column, or null. */
  word: function (name, i) {
    const code = this.columns[name][i];
    return code === geomap.NONE ? null : this.dict[name][code];
  },

  /** All values of one incident, for words.js. */
  record: function (i) {
    const record = { index: i };
    for (const name of Object.keys(this.columns)) {
      record[name] = name in this.dict ? this.word(name, i) : this.columns[name][i];
    }
    return record;
  },

  _readAll: function () {
    if (!this._prose) this._prose = this._readProse();
    return this._prose;
  },

  /** Quotes, sources and notes of one incident. */
  prose: function (i) {
    const { articles, fields, notes, rows } = this._readAll();
    const [id, sources, evidence, noteCodes, confidence, areaNote] = rows[i];
    const article = (k) => {
      const [title, source, url, published] = articles[k];
      return { title: title, source: source, url: url, published: published };
    };
    return {
      id: id,
      sources: sources.map(article),
      evidence: evidence.map(([field, k, quote]) => ({ field: fields[field], article: k === null ? null : article(k), quote: quote })),
      notes: noteCodes.map((code) => notes[code]),
      confidence: confidence,
      areaNote: areaNote,
    };
  },

  _words: function () {
    if (this._haystack) return this._haystack;
    const { articles, rows } = this._readAll();
    const titles = articles.map(([title, source]) => (title || "") + " " + (source || ""));
    const columns = ["place_name", "admin2", "admin1", "country", "actor", "target", "event_type", "sub_event_type"];
    this._haystack = rows.map((row, i) => {
      const parts = columns.map((name) => this.word(name, i) || "");
      row[1].forEach((k) => parts.push(titles[k]));
      row[2].forEach(([, , quote]) => parts.push(quote));
      parts.push(row[0]);
      return parts.join(" ").toLowerCase();
    });
    return this._haystack;
  },

  /** Values of a facet that occur, most frequent first: [code, count]. */
  facet: function (name) {
    const counts = new Map();
    for (const code of this.columns[name]) counts.set(code, (counts.get(code) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  },

  /** The first and last day in the table, or null. */
  days: function () {
    let first = Infinity, last = -Infinity;
    for (let i = 0; i < this.n; i++) {
      const start = this.columns.date_start[i], end = this.columns.date_end[i];
      if (start !== geomap.NONE) first = Math.min(first, start);
      if (end !== geomap.NONE) last = Math.max(last, end);
      else if (start !== geomap.NONE) last = Math.max(last, start);
    }
    return last === -Infinity ? null : { first: Math.min(first, last), last: last };
  },

  clear: function () {
    this.filter = { words: [], from: null, until: null, off: {} };
    for (const name of geomap.FACETS) this.filter.off[name] = new Set();
  },

  filtered: function () {
    const f = this.filter;
    return f.words.length > 0 || f.from !== null || f.until !== null || geomap.FACETS.some((name) => f.off[name].size > 0);
  },

  /** Recompute what is shown and tell those who listen. */
  apply: function () {
    const { words, from, until, off } = this.filter;
    const haystack = words.length ? this._words() : null;
    const { date_start: starts, date_end: ends } = this.columns;
    const facets = geomap.FACETS.filter((name) => off[name].size).map((name) => [this.columns[name], off[name]]);
    const dated = from !== null || until !== null;
    this.count = this.undatedHidden = 0;
    for (let i = 0; i < this.n; i++) {
      let keep = facets.every(([column, codes]) => !codes.has(column[i]));
      if (keep && haystack) keep = words.every((word) => haystack[i].includes(word));
      if (keep && dated) {
        const start = starts[i] === geomap.NONE ? ends[i] : starts[i];
        const end = ends[i] === geomap.NONE ? start : ends[i];
        if (start === geomap.NONE) this.undatedHidden++;
        keep = start !== geomap.NONE && (from === null || end >= from) && (until === null || start <= until);
      }
      this.shown[i] = keep ? 1 : 0;
      this.count += this.shown[i];
    }
    this._listeners.forEach((listener) => listener());
  },

  onChange: function (listener) {
    this._listeners.push(listener);
  },

  /** How many of each kind among given incidents. */
  tally: function (indices) {
    const tally = { incidents: 0, operations: 0, statistics: 0 };
    for (const i of indices) {
      const kind = this.word("kind", i);
      tally[kind === "operation" ? "operations" : kind === "statistic" ? "statistics" : "incidents"]++;
    }
    return tally;
  },
};
