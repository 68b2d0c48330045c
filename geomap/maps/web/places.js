/**
 * The search for places: provinces, districts and towns of the basemap, and the places that
 * incidents name. What matches the words that are being typed is offered as a way to go there.
 */

/**
 * @param {geomap.Store} store
 * @param {Object} context geo, words, onGo(place)
 */
geomap.PlaceSearch = function (store, context) {
  this.store = store;
  this.geo = context.geo;
  this.words = context.words;
  this.onGo = context.onGo;
  this._places = null;
  this.list = geomap.el("ul", { class: "gm-goto", "aria-label": context.words.say("go_list"), hidden: true });
};

/** Letters from which on places are offered, and how many at most. */
geomap.GO_LIMITS = { least: 2, most: 6 };

geomap.PlaceSearch.prototype = {
  /** All places, made on first use; each has names in lower case, and a box (0..1) or a point. */
  _all: function () {
    if (this._places) return this._places;
    const seen = new Set();
    this._places = [];
    const add = (names, level, where) => {
      const key = names[0].toLowerCase() + "|" + (where.box ? level : "");
      if (seen.has(key)) return;
      seen.add(key);
      this._places.push({ name: names[0], level: level, keys: names.map((name) => name.toLowerCase()), ...where });
    };
    for (const { kind, name, shape } of this.geo.features) {
      if (name && (kind === "province" || kind === "district")) add([name], kind, { box: shape.box });
    }
    for (const { name, x, y } of this.geo.towns) add([name], "settlement", { x: x, y: y });
    this._addIncidents(add);
    return this._places;
  },

  _addIncidents: function (add) {
    const { place, dict, degree } = this.store;
    const point = dict.where.indexOf("point");
    for (let p = 0; p < this.store.places; p++) {
      const code = place.place_name[p];
      if (code === geomap.NONE || place.where[p] !== point || place.lon[p] === geomap.NONE) continue;
      const local = dict.place_name_local && dict.place_name_local[code];
      const at = { x: geomap.worldX(place.lon[p] / degree), y: geomap.worldY(place.lat[p] / degree) };
      add(local ? [local, dict.place_name[code]] : [dict.place_name[code]], dict.precision[place.precision[p]], at);
    }
  },

  /** Places whose name begins with a text, then those with a later word that does. */
  find: function (text) {
    const wanted = text.trim().toLowerCase();
    const { least, most } = geomap.GO_LIMITS;
    if (wanted.length < least) return [];
    const first = [], second = [];
    for (const place of this._all()) {
      if (place.keys.some((key) => key.startsWith(wanted))) first.push(place);
      else if (place.keys.some((key) => key.includes(" " + wanted))) second.push(place);
      if (first.length >= most) break;
    }
    return [...first, ...second].slice(0, most);
  },

  /** Offer what matches. */
  update: function (text) {
    const { el } = geomap;
    const found = this.find(text);
    this.list.hidden = !found.length;
    this.list.replaceChildren(...found.map((place) => el("li", null,
      el("button", { type: "button", class: "gm-link", onclick: () => this.onGo(place) },
        el("bdi", null, this.words.say("go_to", { place: place.name.slice(0, 80) }))),
      " ", el("span", { class: "gm-small" }, this.words.say("short." + place.level)))));
  },
};
