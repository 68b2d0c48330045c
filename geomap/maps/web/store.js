/**
 * The incident table in columns. What depends on the place alone stands once for each place;
 * `row.place` says which place an incident is at.
 */

/**
 * @param {Uint8Array} bytes the block that layers.py wrote: length of the header, header, planes
 * @param {number} degree units of a coordinate in a degree
 */
geomap.Store = function (bytes, degree) {
  const { head, at } = geomap.readHead(bytes);
  this.n = head.n;
  this.places = head.places;
  this.chunks = head.chunks;
  this.idChunks = head.id_chunks;
  this.dict = head.dict;
  this.outletSets = head.outlet_sets;
  const rows = geomap.columns(bytes, at, head.row_columns, head.n);
  this.row = rows.columns;
  this.place = geomap.columns(bytes, rows.end, head.place_columns, head.places).columns;
  this.degree = degree;
  this._figures();
  this._dates();
  this._position();
};

/** Columns that stand once for each place. */
geomap.PLACE_COLUMNS = ["place_name", "precision", "country", "admin1", "admin2", "where", "area", "note"];

geomap.Store.prototype = {
  /** Lowest and highest figures are written as differences from the best. */
  _figures: function () {
    const none = geomap.NONE;
    for (const name of ["fatalities", "injured"]) {
      const best = this.row[name + "_best"];
      for (const edge of ["_low", "_high"]) {
        const gap = this.row[name + edge];
        const out = new Int32Array(this.n);
        for (let i = 0; i < this.n; i++) {
          out[i] = best[i] === none || gap[i] === none ? gap[i] : best[i] + gap[i];
        }
        this.row[name + edge] = out;
      }
    }
  },

  /** The last day is written as a difference from the first. */
  _dates: function () {
    const none = geomap.NONE;
    const { date_start: start, date_end: span } = this.row;
    const end = new Int32Array(this.n);
    for (let i = 0; i < this.n; i++) {
      end[i] = start[i] === none || span[i] === none ? span[i] : start[i] + span[i];
    }
    this.row.date_end = end;
  },

  _position: function () {
    const { place, lon, lat } = this.row;
    const point = this.dict.where.indexOf("point");
    this.x = new Float64Array(this.n);
    this.y = new Float64Array(this.n);
    this.isPoint = new Uint8Array(this.n);
    this.points = 0;
    for (let i = 0; i < this.n; i++) {
      const p = place[i];
      if (this.place.where[p] !== point) continue;
      this.isPoint[i] = 1;
      this.points++;
      this.x[i] = geomap.worldX((this.place.lon[p] + lon[i]) / this.degree);
      this.y[i] = geomap.worldY((this.place.lat[p] + lat[i]) / this.degree);
    }
  },

  /** Degrees east and north of a point, or null. */
  lonLat: function (i) {
    if (!this.isPoint[i]) return null;
    const p = this.row.place[i];
    return [(this.place.lon[p] + this.row.lon[i]) / this.degree, (this.place.lat[p] + this.row.lat[i]) / this.degree];
  },

  /** One number for each point of the map, to tell which incidents share it. */
  pointKey: function (i) {
    const p = this.row.place[i];
    return (this.place.lon[p] + this.row.lon[i]) * 36000001 + this.place.lat[p] + this.row.lat[i];
  },

  /** The value of a column, of the incident's own or of its place. */
  value: function (name, i) {
    return name in this.row ? this.row[name][i] : this.place[name][this.row.place[i]];
  },

  /** The word of a coded column, or null. */
  word: function (name, i) {
    const code = this.value(name, i);
    return code === geomap.NONE ? null : this.dict[name][code];
  },

  /** The name of a place or actor in the page's language, where it is known. */
  localWord: function (name, i) {
    const code = this.value(name, i);
    if (code === geomap.NONE) return null;
    const local = this.dict[name + "_local"];
    return (local && local[code]) || this.dict[name][code];
  },

  /** The area that an incident lies in, or NONE. */
  area: function (i) {
    return this.place.area[this.row.place[i]];
  },

  /** All values of one incident, for words.js. */
  record: function (i) {
    const record = { index: i };
    for (const name of Object.keys(this.row)) record[name] = name in this.dict ? this.localWord(name, i) : this.row[name][i];
    for (const name of geomap.PLACE_COLUMNS) record[name] = name in this.dict ? this.localWord(name, i) : this.value(name, i);
    return record;
  },

  /** The first and last day in the table, or null. */
  days: function () {
    if (this._days !== undefined) return this._days;
    const none = geomap.NONE;
    let first = Infinity, last = -Infinity;
    for (let i = 0; i < this.n; i++) {
      const start = this.row.date_start[i], end = this.row.date_end[i];
      if (start !== none && start < first) first = start;
      if (end !== none && end > last) last = end;
      if (start !== none && start > last) last = start;
      if (start === none && end !== none && end < first) first = end;
    }
    this._days = last === -Infinity ? null : { first: Math.min(first, last), last: last };
    return this._days;
  },

  /** How many of each kind among given incidents. */
  tally: function (indices) {
    const tally = { incidents: 0, operations: 0, statistics: 0, killed: 0 };
    for (const i of indices) this.addTo(tally, i);
    return tally;
  },

  addTo: function (tally, i) {
    const kind = this.word("kind", i);
    tally[kind === "operation" ? "operations" : kind === "statistic" ? "statistics" : "incidents"]++;
    const killed = this.row.fatalities_best[i];
    if (killed > 0) tally.killed += killed;
  },
};
