/**
 * The main figures of what is shown, in words: the text alternative of the map.
 */

/**
 * @param {geomap.Store} store
 * @param {Object} context filters, words, offMap()
 */
geomap.Summary = function (store, context) {
  this.store = store;
  this.filters = context.filters;
  this.words = context.words;
  this.offMap = context.offMap;
  this.list = geomap.el("ul", null);
  this.node = geomap.el("details", { class: "gm-words" }, geomap.el("summary", null, this.words.say("in_words")), this.list);
};

/** Milliseconds after which the words follow the map: nobody reads them while filters change. */
geomap.SUMMARY_DELAY = 150;

geomap.Summary.prototype = {
  /** Bring the words up to date soon. */
  later: function () {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this.update(), geomap.SUMMARY_DELAY);
  },

  update: function () {
    clearTimeout(this._timer);
    this.list.replaceChildren(...this.lines().map((line) => geomap.el("li", null, line)));
  },

  /** One pass over what is shown. */
  _figures: function () {
    const { store } = this;
    const { kind, fatalities_best: killed, injured_best: injured, date_start: start, date_end: end } = store.row;
    const figures = { tally: { incidents: 0, operations: 0, statistics: 0 }, killed: 0, injured: 0, unstated: 0, points: 0, first: Infinity, last: -Infinity };
    const kinds = store.dict.kind.map((word) => (word === "operation" ? "operations" : word === "statistic" ? "statistics" : "incidents"));
    for (let i = 0; i < store.n; i++) {
      if (!this.filters.shown[i]) continue;
      const of = kinds[kind[i]];
      figures.tally[of]++;
      figures.points += store.isPoint[i];
      if (start[i] !== geomap.NONE && start[i] < figures.first) figures.first = start[i];
      if (end[i] !== geomap.NONE && end[i] > figures.last) figures.last = end[i];
      if (of !== "incidents") continue;
      if (killed[i] === geomap.NONE) figures.unstated++;
      else figures.killed += killed[i];
      if (injured[i] > 0) figures.injured += injured[i];
    }
    return figures;
  },

  /** The most frequent words of a column among what is shown: "Battles 5, Riots 2". */
  _most: function (name, most) {
    const { store, words } = this;
    const column = name in store.row ? store.row[name] : store.place[name];
    const byPlace = !(name in store.row);
    const counts = new Map();
    for (let i = 0; i < store.n; i++) {
      if (!this.filters.shown[i]) continue;
      const code = column[byPlace ? store.row.place[i] : i];
      if (code !== geomap.NONE) counts.set(code, (counts.get(code) || 0) + 1);
    }
    const local = store.dict[name + "_local"];
    const label = (code) => (name === "event_type" ? words.eventType(store.dict[name][code]) : (local && local[code]) || store.dict[name][code]).slice(0, 80);
    const top = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
    return top.map(([code, n]) => label(code) + " " + words.number(n)).join(words.say("comma"));
  },

  lines: function () {
    const { words, filters, store } = this;
    const f = this._figures();
    const lines = [words.say("shown", { n: words.number(filters.count), m: words.number(store.n) }) + (filters.count ? ": " + words.tally(f.tally) : "") + "."];
    if (f.tally.incidents) {
      lines.push(words.say("summary_people", { killed: words.number(f.killed), injured: words.number(f.injured), n: words.number(f.unstated) }));
    }
    if (f.last >= f.first) lines.push(words.say("summary_days", { start: words.day(f.first), end: words.day(f.last) }));
    for (const [name, most] of [["event_type", 7], ["admin1", 5], ["admin2", 5]]) {
      const list = this._most(name, most);
      if (list) lines.push(words.say("summary_" + name, { list: list }));
    }
    const off = this.offMap().length;
    lines.push(words.say("summary_map", { points: words.number(f.points), areas: words.number(filters.count - f.points - off), off: words.number(off) }));
    return lines;
  },
};
