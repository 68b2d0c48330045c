/**
 * The incidents that the filters leave, as CSV or GeoJSON, made in the page.
 */

/**
 * @param {geomap.Store} store
 * @param {Object} context filters, prose, words
 */
geomap.Download = function (store, context) {
  this.store = store;
  this.filters = context.filters;
  this.prose = context.prose;
  this.words = context.words;
};

/** Columns in their order; those of the incident table that the page has. */
geomap.DOWNLOAD_COLUMNS = [
  "incident_id", "kind", "event_type", "sub_event_type", "date_start", "date_end", "date_precision", "place_name",
  "precision", "lon", "lat", "uncertainty_m", "country", "admin1", "admin2", "n_sites", "fatalities_low", "fatalities_best",
  "fatalities_high", "injured_low", "injured_best", "injured_high", "fatalities_civilians", "fatalities_security_forces",
  "fatalities_militants", "fatalities_unknown", "actor", "actor_basis", "attributed_by", "target", "sources",
];

/** What spreadsheets run, full-width signs and signs behind invisible characters included. */
geomap.FORMULA = /^(?:[\t\r\n]|[\s\x00-\x1f\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

geomap.Download.prototype = {
  buttons: function () {
    const { el } = geomap;
    this.status = el("span", { class: "gm-small", role: "status" });
    const button = (kind) => el("button", { type: "button", class: "gm-download", onclick: () => this.save(kind) }, this.words.say("download_" + kind));
    return el("div", { class: "gm-downloads" }, button("csv"), button("geojson"), this.status);
  },

  /** Make the file and hand it to the browser. */
  save: async function (kind) {
    this.status.textContent = this.words.say("downloading");
    const parts = kind === "csv" ? await this.csv() : await this.geojson();
    const type = kind === "csv" ? "text/csv;charset=utf-8" : "application/geo+json";
    const link = geomap.el("a", { hidden: true });
    link.href = URL.createObjectURL(new Blob(parts, { type: type }));
    link.download = "incidents." + kind;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    this.status.textContent = "";
  },

  /** The values of one incident, None as null, words of the table rather than of the page. */
  row: async function (i) {
    const { store } = this;
    const value = (name) => {
      if (name in store.dict) return store.word(name, i);
      const number = store.value(name, i);
      return number === geomap.NONE ? null : number;
    };
    const day = (name) => {
      const number = store.row[name][i];
      return number === geomap.NONE ? null : new Date(number * 86400000).toISOString().slice(0, 10);
    };
    const prose = await this.prose.of(i);
    const own = { incident_id: prose.id || null, date_start: day("date_start"), date_end: day("date_end"), sources: prose.sources };
    [own.lon, own.lat] = store.lonLat(i) || [null, null];
    return Object.fromEntries(geomap.DOWNLOAD_COLUMNS.map((name) => [name, name in own ? own[name] : value(name)]));
  },

  _each: async function (visit) {
    for (let i = 0; i < this.store.n; i++) if (this.filters.shown[i]) visit(await this.row(i));
  },

  /**
   * A cell that no spreadsheet runs as a formula: such text gets an apostrophe, as in tables.py.
   * @param {*} value
   */
  cell: function (value) {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    let text = typeof value === "string" ? value : JSON.stringify(value);
    const runs = geomap.FORMULA.test(text);
    text = (runs ? "'" : "") + text.replace(/\r\n?/g, "\n");
    return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  },

  /** The lines of the CSV file, with a byte order mark, which spreadsheets want for Urdu. */
  csv: async function () {
    const lines = ["\ufeff" + geomap.DOWNLOAD_COLUMNS.join(",") + "\n"];
    await this._each((row) => lines.push(geomap.DOWNLOAD_COLUMNS.map((name) => this.cell(row[name])).join(",") + "\n"));
    return lines;
  },

  /** A feature for each incident; without an honest point its geometry is null. */
  geojson: async function () {
    const parts = ['{"type":"FeatureCollection","features":['];
    await this._each((row) => {
      const geometry = row.lon === null ? null : { type: "Point", coordinates: [row.lon, row.lat] };
      parts.push((parts.length > 1 ? ",\n" : "\n") + JSON.stringify({ type: "Feature", id: row.incident_id, geometry: geometry, properties: row }));
    });
    parts.push("\n]}\n");
    return parts;
  },
};
