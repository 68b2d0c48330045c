/**
 * Everything the page says in words, from one table of strings and one incident's values.
 * Nothing here touches the document.
 */

/**
 * @param {Object<string, string>} strings
 * @param {string} lang BCP 47
 * @param {string} dir "ltr" or "rtl", as the page reads
 */
geomap.Words = function (strings, lang, dir) {
  this.strings = strings;
  this.lang = lang;
  this.dir = dir;
  this._number = new Intl.NumberFormat(lang);
  this._compact = new Intl.NumberFormat(lang, { notation: "compact", maximumFractionDigits: 1 });
  this._decimal = new Intl.NumberFormat(lang, { maximumSignificantDigits: 2 });
  const date = (options) => new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { timeZone: "UTC", ...options });
  this._day = date({ day: "numeric", month: "long", year: "numeric" });
  this._short = date({ day: "numeric", month: "short", year: "numeric" });
  this._month = date({ month: "long", year: "numeric" });
  this._year = date({ year: "numeric" });
};

geomap.Words.prototype = {
  /** The string of a key with {names} filled in; an unknown key gives the last part of it. */
  say: function (key, values) {
    const known = Object.prototype.hasOwnProperty.call(this.strings, key);
    const text = known ? this.strings[key] : key.slice(key.indexOf(".") + 1).replace(/_/g, " ");
    return text.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? String(values[name]) : whole));
  },

  has: function (key) {
    return Object.prototype.hasOwnProperty.call(this.strings, key);
  },

  /** "1 incident", "2 incidents". */
  count: function (key, n) {
    return this.say(key + (n === 1 ? "_one" : "_other"), { n: this.number(n) });
  },

  /** A name inside a sentence, kept apart where it runs the other way than the page. */
  isolate: function (name) {
    const { dir } = geomap.direction(name);
    return dir !== "auto" && dir !== this.dir ? "\u2068" + name + "\u2069" : name;
  },

  number: function (n) {
    return this._number.format(n);
  },

  /** A rate, to two significant digits. */
  decimal: function (value) {
    return this._decimal.format(value);
  },

  /** A count in few signs: 950, 12K, 3.4M. */
  compact: function (n) {
    return n < 10000 ? this._number.format(n) : this._compact.format(n);
  },

  /** An event type in the page's language; a type of the table's own as it stands. */
  eventType: function (name) {
    if (!name) return this.say("event.none");
    return this.has("event." + name) ? this.say("event." + name) : name;
  },

  _format: function (format, day) {
    return format.format(new Date(day * 86400000));
  },

  /** A day number as a date, long or short. */
  day: function (day, short) {
    return this._format(short ? this._short : this._day, day);
  },

  /** An ISO date (or any text that is none) as a date. */
  iso: function (text) {
    const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text.slice(0, 10) + "T00:00:00Z") : NaN;
    return Number.isNaN(time) ? text : this.day(time / 86400000);
  },

  /** When, with how exactly it is known. */
  when: function (record) {
    const start = record.date_start === geomap.NONE ? record.date_end : record.date_start;
    if (start === geomap.NONE) return this.say("date.unknown");
    const end = record.date_end === geomap.NONE ? start : record.date_end;
    const same = start === end;
    const from = this.day(start), until = this.day(end);
    const month = this._format(this._month, start), lastMonth = this._format(this._month, end);
    switch (record.date_precision) {
      case "week":
        return this.say(same || end - start < 7 ? "date.week" : "date.weeks", { start: from, end: until });
      case "month":
        return month === lastMonth
          ? this.say("date.month", { month: month })
          : this.say("date.months", { start: month, end: lastMonth });
      case "year":
        return this.say("date.year", { year: this._format(this._year, start) });
      case "range":
        return same ? from : this.say("date.range", { start: from, end: until });
      default:
        return same ? from : this.say("date.days", { start: from, end: until });
    }
  },

  /** The date in a few signs, for the list. */
  whenShort: function (record) {
    const start = record.date_start === geomap.NONE ? record.date_end : record.date_start;
    if (start === geomap.NONE) return this.say("undated");
    if (record.date_precision === "year") return this._format(this._year, start);
    if (record.date_precision === "month") return this._format(this._month, start);
    const end = record.date_end === geomap.NONE ? start : record.date_end;
    const from = this.day(start, true);
    return end === start ? from : from + " \u2013 " + this.day(end, true);
  },

  distance: function (metres) {
    if (metres < 1000) return this.say("metres", { n: this.number(Math.round(metres)) });
    const km = metres / 1000;
    return this.say("kilometres", { n: this.number(km < 10 ? Math.round(km * 10) / 10 : Math.round(km)) });
  },

  /** The place with its level word: "Mastung district". */
  placeName: function (record) {
    const level = record.precision;
    const name = level === "province" ? record.admin1 || record.place_name
      : level === "district" ? record.admin2 || record.place_name
      : record.place_name || record.admin2 || record.admin1;
    if (!name) return null;
    const key = "unit." + level;
    if (!this.has(key) || name.toLowerCase().includes(this.say(key))) return this.isolate(name);
    return this.say("unit_name." + level, { name: this.isolate(name) });
  },

  /** Where, in words that say how exactly it is known. */
  where: function (record) {
    const level = record.precision;
    const place = this.placeName(record);
    if (level === "unknown" && !place) return this.say("place.unknown");
    if (!place && (level === "site" || level === "settlement" || level === "near")) return this.say("place.unnamed");
    if (!place) return level === "country" ? this.say("level.country") : this.say("place.unknown");
    if (level === "near") {
      return record.uncertainty_m > 0
        ? this.say("place.near", { place: place, distance: this.distance(record.uncertainty_m) })
        : this.say("place.near_plain", { place: place });
    }
    const area = level === "tehsil" || level === "district" || level === "division" || level === "province";
    return this.say("place." + (area ? "area" : level), { place: place });
  },

  /** District and province around a place that is finer than they are; never a name twice. */
  around: function (record) {
    const parts = [];
    const finer = ["site", "settlement", "near", "line", "tehsil"].includes(record.precision);
    if (finer && record.admin2) parts.push(this.placeName({ precision: "district", admin2: record.admin2 }));
    if (record.precision !== "province" && record.precision !== "country" && record.admin1) parts.push(record.admin1);
    if (record.country && record.country !== "PK") parts.push(this.say("abroad", { country: record.country }));
    return parts.join(this.say("comma"));
  },

  /** "4 (reports say 3 to 6)"; "not stated" when no report gives a figure, never 0. */
  figure: function (low, best, high) {
    const none = geomap.NONE;
    const n = (value) => this.number(value);
    if (best === none) {
      if (low !== none && high !== none) return low === high ? n(low) : this.say("figure_range", { low: n(low), high: n(high) });
      if (low !== none) return this.say("figure_low", { low: n(low) });
      if (high !== none) return this.say("figure_high", { high: n(high) });
      return this.say("not_stated");
    }
    const least = low === none ? best : low, most = high === none ? best : high;
    if (least === best && most === best) return n(best);
    return this.say("figure_best", { best: n(best), low: n(least), high: n(most) });
  },

  killed: function (record) {
    return this.figure(record.fatalities_low, record.fatalities_best, record.fatalities_high);
  },

  injured: function (record) {
    return this.figure(record.injured_low, record.injured_best, record.injured_high);
  },

  /** "of them: civilians 2, militants 1", or null. */
  sides: function (record) {
    const parts = ["civilians", "security_forces", "militants", "unknown"]
      .filter((side) => record["fatalities_" + side] !== geomap.NONE)
      .map((side) => this.say("side_" + side, { n: this.number(record["fatalities_" + side]) }));
    return parts.length ? this.say("of_them", { list: parts.join(this.say("comma")) }) : null;
  },

  /** What kind of record: "Coordinated event at several sites, 12 sites". */
  kind: function (record) {
    const kind = this.say("kind." + (record.kind || "incident"));
    return record.n_sites > 1 ? kind + this.say("comma") + this.say("n_sites", { n: this.number(record.n_sites) }) : kind;
  },

  /** Who, on what basis, according to whom. */
  actor: function (record) {
    if (!record.actor) return this.say("not_stated");
    const basis = this.say("basis." + (record.actor_basis || "unknown"));
    const by = record.attributed_by ? this.say("comma") + this.say("attributed_by", { name: this.isolate(record.attributed_by) }) : "";
    return this.isolate(record.actor) + " (" + basis + by + ")";
  },

  /** "2 incidents, 1 operation" of a tally by kind. */
  tally: function (tally) {
    const parts = [];
    for (const key of ["incidents", "operations", "statistics"]) {
      if (tally[key]) parts.push(this.count(key, tally[key]));
    }
    return parts.join(this.say("comma"));
  },

  /** The heading of a quote: which field its words carry. */
  field: function (name) {
    const key = Object.keys(this.strings).find((k) => k.startsWith("field.") && name.startsWith(k.slice(6)));
    return key ? this.say(key) : name ? name.replace(/_/g, " ") : this.say("field.other");
  },
};
