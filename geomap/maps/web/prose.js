/**
 * Sources, quotes and notes, in packed chunks that are read when something is opened,
 * searched for or downloaded.
 */

/**
 * @param {geomap.Store} store
 * @param {geomap.Ids} ids
 * @param {string} name the chunks' elements are named `name` + number
 */
geomap.Prose = function (store, ids, name) {
  this.store = store;
  this.ids = ids;
  this.name = name;
  this._chunks = new Array(store.chunks);
  this._texts = null;
  this.isRead = store.chunks === 0 && store.idChunks === 0;
};

/** Rows of a chunk, as in prose.py. */
geomap.CHUNK = 512;

geomap.Prose.prototype = {
  _chunk: function (k) {
    if (!this._chunks[k]) this._chunks[k] = geomap.unpackJson(this.name + k);
    return this._chunks[k];
  },

  /** Id, quotes, sources and notes of one incident. */
  of: async function (i) {
    const id = await this.ids.of(i);
    if (!this.store.chunks) return { id: id, sources: [], evidence: [], notes: [], confidence: null };
    const { articles, fields, notes, rows } = await this._chunk(Math.floor(i / geomap.CHUNK));
    const [sources, evidence, noteCodes, confidence] = rows[i % geomap.CHUNK];
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
    };
  },

  /** Read every chunk; `texts` then answers. */
  readAll: async function () {
    if (this.isRead) return;
    if (!this._reading) this._reading = this._readAll();
    await this._reading;
  },

  _readAll: async function () {
    const id = await this.ids.readAll();
    const texts = this.store.chunks ? [] : Array.from({ length: this.store.n }, (_, i) => id(i).toLowerCase());
    for (let k = 0; k < this.store.chunks; k++) {
      const { articles, rows } = await this._chunk(k);
      const titles = articles.map(([title]) => title || "");
      for (const [sources, evidence] of rows) {
        const quotes = evidence.map((item) => item[2]);
        texts.push([id(texts.length), ...sources.map((a) => titles[a]), ...quotes].join(" ").toLowerCase());
      }
    }
    this._texts = texts;
    this.isRead = true;
  },

  /** Lower-case words of titles, quotes and id of a row, once all is read. */
  text: function (i) {
    return this._texts ? this._texts[i] : "";
  },
};
