/**
 * Puts the page together. `geomap.mapOptions` and `geomap.start` are what map.html calls.
 */

/** Options of the Leaflet map; less motion where the reader asks for less. */
geomap.mapOptions = function (options) {
  const calm = geomap.isCalm();
  return { zoomAnimation: !calm, fadeAnimation: !calm, inertia: !calm, ...options };
};

/** The maps that are open in this document, for scripts that want to look at one or steer it. */
geomap.pages = [];

/**
 * Unpack the data and open the page. The map itself is there at once, for folium's other layers.
 * @param {L.Map} map
 * @param {string} name id of the map's element; the data elements' ids begin with it
 * @returns {Promise<geomap.PageView>}
 */
geomap.start = async function (map, name) {
  const app = document.getElementById(name + "_app");
  const block = geomap.readBlock(name + "_data");
  const words = new geomap.Words(block.strings, block.meta.lang);
  try {
    const [geoBlock, areaBlock, unitBlock, bytes] = await Promise.all([
      geomap.unpackJson(name + "_geo"), geomap.unpackJson(name + "_areas"), geomap.unpackJson(name + "_units"), geomap.unpack(name + "_table"),
    ]);
    await geomap.whenSized(app);
    map.invalidateSize({ animate: false });
    const symbols = new geomap.Symbols(block.palette);
    const geo = geomap.readGeo(geoBlock);
    const store = new geomap.Store(bytes, block.meta.degree);
    const prose = new geomap.Prose(store, name + "_prose");
    const filters = new geomap.Filters(store, prose);
    filters._compute();
    const areas = new geomap.Areas(store, areaBlock, { filters: filters, geo: geo, scale: geoBlock.scale, symbols: symbols, words: words });
    const incidents = new geomap.Incidents(store, { filters: filters, symbols: symbols, areas: areas, labels: new geomap.Labels(geo), words: words });
    const choropleth = new geomap.Choropleth(store, unitBlock, { filters: filters, geo: geo, words: words, symbols: symbols });
    const parts = {
      app: app, store: store, prose: prose, filters: filters, words: words, symbols: symbols, geo: geo, areas: areas,
      incidents: incidents, choropleth: choropleth, meta: block.meta,
    };
    const page = new geomap.PageView(map, parts);
    page.open();
    geomap.pages.push(page);
    app.dataset.ready = "";
    return page;
  } catch (error) {
    app.querySelector(".gm-bar").append(geomap.el("p", { role: "alert" }, words.say("cannot_open")));
    throw error;
  }
};

/**
 * The map with everything around it.
 * @param {L.Map} map
 * @param {Object} parts app, store, prose, filters, words, symbols, geo, areas, incidents, choropleth, meta
 */
geomap.PageView = function (map, parts) {
  this.map = map;
  Object.assign(this, parts);
  this.stage = this.app.querySelector(".gm-stage");
  const { words, symbols, filters } = this;
  this.card = new geomap.Card(this.store, {
    prose: this.prose, words: words, symbols: symbols,
    onShow: (i) => this.show(i),
    onSelect: (i) => this._select(i),
    onGrown: (i) => {
      this._keepInSight(i);
      this.state.note();
    },
  });
  this.panel = new geomap.Panel(filters, {
    words: words, symbols: symbols, card: this.card, meta: this.meta,
    openOne: (i) => this.openFromList(i),
    openOff: () => this.openOff(),
    offMap: () => this.offMap(),
    onToggle: () => this.map.invalidateSize({ animate: false }),
  });
  this.download = new geomap.Download(this.store, { filters: filters, prose: this.prose, words: words });
  this.summary = new geomap.Summary(this.store, { filters: filters, words: words, offMap: () => this.offMap() });
  this.layers = new geomap.LayerBox(this.choropleth, {
    words: words, id: map.getContainer().id, points: this.store.points > 0,
    onChange: () => {
      this.layersChanged();
      this.state.note();
    },
  });
  this.state = new geomap.State(this);
  this.timeline = new geomap.Timeline(filters, { words: words, symbols: symbols, onChange: () => filters.apply() });
};

geomap.PageView.prototype = {
  open: function () {
    const { map, stage, app } = this;
    this.panel.fill(app.querySelector(".gm-bar"), app.querySelector(".gm-panel"));
    this.panel.listHead.append(this.download.buttons());
    this.timeline.fill(app.querySelector(".gm-timeline"));
    geomap.foot(app.querySelector(".gm-foot"), { words: this.words, meta: this.meta });
    app.querySelector(".gm-foot").append(this.summary.node);
    this.summary.list.id = map.getContainer().id + "_words";
    this.tip = geomap.el("div", { class: "gm-tip", "aria-hidden": "true", hidden: true });
    this.areas.recount();
    this.legend = new geomap.Legend(this.store, {
      words: this.words, symbols: this.symbols, areas: this.areas.areas, geo: this.geo,
    });
    stage.append(this.layers.node, this.legend.node, this.tip, this.card.node);
    map.getContainer().setAttribute("role", "application");
    map.getContainer().setAttribute("aria-label", this.words.say("map"));
    map.getContainer().setAttribute("aria-describedby", this.summary.list.id);
    if (map.attributionControl) map.attributionControl.setPrefix(false);
    L.control.scale({ position: "bottomleft", maxWidth: 120 }).addTo(map);
    const wide = app.clientWidth >= 800;
    this.panel.setOpen(wide);
    this.legend.node.open = wide && app.clientHeight >= 560;
    this.fit();
    this._canvases();
    this.layersChanged();
    this._listen();
    this.update();
    this.summary.update();
    if (this.state.read()) this.state.restore(this.state.read());
  },

  _canvases: function () {
    const { map } = this;
    map.createPane("geomap-base").style.zIndex = 150;
    map.createPane("geomap-incidents").style.zIndex = 450;
    map.getPane("geomap-incidents").style.pointerEvents = "none";
    const basemap = new geomap.Basemap(this.geo, this.symbols);
    this.base = new geomap.CanvasPane((ctx, view) => basemap.draw(ctx, view), { pane: "geomap-base" }).addTo(map);
    this.overlay = new geomap.CanvasPane((ctx, view) => this.incidents.paint(ctx, view), { pane: "geomap-incidents" }).addTo(map);
    this.incidents.under = (ctx, view, theme) => {
      if (this.isPrinting) basemap.draw(ctx, view);
      if (!this.choropleth.isOn) return;
      this.choropleth.draw(ctx, view, theme);
      basemap.lines(ctx, view, theme);
    };
    this._tiles();
  },

  /** Where tiles arrive they bring their own names; where none do, the embedded basemap stands. */
  _tiles: function () {
    if (this.meta.basemap === "none") this.base.remove();
    if (this.meta.basemap !== "tiles") return;
    this.map.eachLayer((layer) => layer instanceof L.TileLayer && layer.once("tileload", () => {
      this.incidents.named = false;
      this.overlay.redraw();
    }));
  },

  /** After a change of what the map shows. */
  layersChanged: function () {
    this.incidents.show = this.layers.points;
    this.areas.plain = this.choropleth.isOn;
    this.layers.update();
    this.legend.update(this.choropleth, this.layers.points);
    this.overlay.redraw();
  },

  _listen: function () {
    const { map } = this;
    this.filters.onChange(() => this.update());
    map.on("click", (event) => this._click(event));
    map.on("mousemove", (event) => this._hover(event));
    map.on("mouseout movestart zoomstart", () => this._tip(null));
    map.on("zoomstart", () => (this.incidents.fan = null));
    map.on("moveend", () => this.state.note());
    this.state.listen();
    window.addEventListener("beforeprint", () => this._unfold(true));
    window.addEventListener("afterprint", () => this._unfold(false));
    window.matchMedia("print").addEventListener("change", (event) => this._print(event.matches));
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaint());
  },

  /** Draw everything anew, as when the page turns dark. */
  repaint: function () {
    this.symbols.reset();
    this.areas.reset();
    this.base.redraw();
    this.overlay.redraw();
    this.timeline.draw();
  },

  /** Open what paper cannot; before the sheets are counted, where the browser says so in time. */
  _unfold: function (on) {
    for (const node of this.app.querySelectorAll(".gm-credits, .gm-words, .gm-legend")) {
      if (on === Boolean(node.dataset.was)) continue;
      if (on) node.dataset.was = node.open ? "open" : "shut";
      node.open = on || node.dataset.was === "open";
      if (!on) delete node.dataset.was;
    }
    if (on) this.summary.update();
  },

  /**
   * Fit the map to the sheet at once. Chromium prints only the canvas that was drawn last, so
   * that one then holds the embedded basemap too.
   */
  _print: function (on) {
    this.isPrinting = on && this.meta.basemap === "vector";
    this._unfold(on);
    this.base.isHeld = this.overlay.isHeld = true;
    if (on) this._before = { bounds: this.map.getBounds(), centre: this.map.getCenter(), zoom: this.map.getZoom() };
    this.map.invalidateSize({ animate: false });
    if (on) this.map.fitBounds(this._before.bounds, { animate: false, maxZoom: this._before.zoom });
    else this.map.setView(this._before.centre, this._before.zoom, { animate: false });
    if (!this.isPrinting) this.base.redrawNow();
    this.overlay.redrawNow();
  },

  /** After a change of the filters. */
  update: function () {
    this.areas.recount();
    this.panel.update();
    this.timeline.update();
    this.summary.later();
    if (this.choropleth.isOn) this.legend.update(this.choropleth, this.layers.points);
    this.overlay.redraw();
    this.state.note();
  },

  _select: function (i) {
    this.incidents.selected = i;
    if (!this.overlay) return;
    this.overlay.redraw();
    this.state.note();
  },

  /** Show all that there is, leaving room at the edges. */
  fit: function () {
    const [west, south, east, north] = this.meta.bounds;
    const room = this.legend.node.open && this.stage.clientWidth >= 700 ? this.legend.node.offsetWidth + 80 : 0;
    const options = { paddingTopLeft: [28, 28], paddingBottomRight: [Math.max(28, room), 28], maxZoom: 9, animate: false };
    this.map.fitBounds([[south, west], [north, east]], options);
  },

  _pick: function (event, reach) {
    return this.incidents.pick(event.layerPoint, this.overlay.view(), reach);
  },

  _click: function (event) {
    this._tip(null);
    const found = this._pick(event, window.matchMedia("(pointer: coarse)").matches ? 20 : 9);
    if (!found) {
      this._fanOut(null);
      return this._openUnit(event.latlng);
    }
    if (found.area) return this.openArea(found.area);
    if (found.mark.kind === "cluster") return this.openCluster(found.mark);
    if (found.mark.kind === "stack") this._fanOut(found.mark.members);
    this.openMembers(found.mark.members);
    this._keepInSight(found.mark.members[0]);
  },

  /** The incidents of the coloured unit at a place; elsewhere the card is closed. */
  _openUnit: function (latLng) {
    const unit = this.choropleth.unitAt(geomap.worldX(latLng.lng), geomap.worldY(latLng.lat));
    if (!unit) return this.card.close();
    const members = this.choropleth.membersOf(unit.unit);
    this.card.openGroup({ title: unit.text, notes: [], groups: [{ title: null, members: members }], keep: true });
  },

  _fanOut: function (members) {
    this.incidents.fan = members && members.length <= geomap.FAN_MOST ? members : null;
    this.overlay.redraw();
  },

  /** Go closer until a cluster opens; one that never will opens as a list. */
  openCluster: function (mark) {
    const members = this.incidents.clusters.membersOf(this.overlay.view(), mark);
    const { x, y } = this.store;
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of members) {
      box[0] = Math.min(box[0], x[i]);
      box[1] = Math.min(box[1], y[i]);
      box[2] = Math.max(box[2], x[i]);
      box[3] = Math.max(box[3], y[i]);
    }
    const bounds = L.latLngBounds(this._latLng(box[0], box[3]), this._latLng(box[2], box[1]));
    const zoom = Math.max(Math.min(this.map.getBoundsZoom(bounds, false, [40, 40]), geomap.CLUSTER_UNTIL), this.map.getZoom() + 1);
    if (zoom > this.map.getMaxZoom()) return this.openMembers(members);
    this.map.setView(bounds.getCenter(), zoom, { animate: !geomap.isCalm() });
  },

  openMembers: function (members) {
    this.card.openGroup({ title: this.words.count("here", members.length), notes: [], groups: [{ title: null, members: members }] });
  },

  openArea: function (area) {
    const members = this.areas.shownIn(area);
    this.card.openGroup({
      title: area.label + ": " + this.words.tally(this.store.tally(members)),
      notes: [this.words.say("area_note")],
      groups: [{ title: null, members: members }],
      keep: true,
    });
  },

  /** Incidents in view of the filters that have neither point nor area. */
  offMap: function () {
    const list = this.store.dict.where.indexOf("list");
    const { where } = this.store.place;
    const { place } = this.store.row;
    const out = [];
    if (!where.includes(list)) return out;
    for (let i = 0; i < this.store.n; i++) if (where[place[i]] === list && this.filters.shown[i]) out.push(i);
    return out;
  },

  openOff: function () {
    const sort = { off_country: [], off_abroad: [], off_unknown: [], off_other: [] };
    for (const i of this.offMap()) {
      const precision = this.store.word("precision", i), country = this.store.word("country", i);
      if (country && country !== "PK") sort.off_abroad.push(i);
      else if (precision === "country") sort.off_country.push(i);
      else if (precision === "unknown") sort.off_unknown.push(i);
      else sort.off_other.push(i);
    }
    this.card.openGroup({
      title: this.words.say("off_map_title"),
      notes: [this.words.say("off_map_note")],
      groups: Object.keys(sort).map((key) => ({ title: this.words.say(key), members: sort[key] })),
      keep: true,
    });
  },

  openFromList: function (i) {
    this.card._list = null;
    if (this.app.clientWidth < 800) this.panel.setOpen(false);
    this.card.openOne(i);
    this._keepInSight(i);
  },

  /** The part of the map that the card leaves free, in container pixels. */
  _free: function () {
    const size = this.map.getSize();
    if (!this.card.isOpen) return { left: 20, top: 20, right: size.x - 20, bottom: size.y - 20 };
    const card = this.card.node.getBoundingClientRect(), stage = this.stage.getBoundingClientRect();
    const below = card.width > stage.width * 0.7;
    const atLeft = !below && card.left - stage.left < stage.width / 3;
    return {
      left: atLeft ? card.right - stage.left + 20 : 20, top: 20,
      right: below || atLeft ? size.x - 20 : card.left - stage.left - 20, bottom: below ? card.top - stage.top - 20 : size.y - 20,
    };
  },

  /** Move the map, if need be, so that an incident's point is not under the card. */
  _keepInSight: function (i) {
    if (!this.store.isPoint[i]) return;
    const at = this.map.latLngToContainerPoint(this._latLng(this.store.x[i], this.store.y[i]));
    const free = this._free();
    const dx = at.x < free.left ? at.x - free.left : at.x > free.right ? at.x - free.right : 0;
    const dy = at.y < free.top ? at.y - free.top : at.y > free.bottom ? at.y - free.bottom : 0;
    if (dx || dy) this.map.panBy([dx, dy], { animate: !geomap.isCalm() });
  },

  _latLng: function (x, y) {
    return L.latLng((Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, (x - 0.5) * 360);
  },

  /** Bring an incident's point or area to the middle of the free part. */
  show: function (i) {
    const area = this.store.area(i);
    const free = this._free(), size = this.map.getSize();
    const options = { paddingTopLeft: [free.left, free.top], paddingBottomRight: [size.x - free.right, size.y - free.bottom], animate: !geomap.isCalm() };
    if (this.store.isPoint[i]) {
      const point = this._latLng(this.store.x[i], this.store.y[i]);
      this.map.fitBounds(L.latLngBounds(point, point), { ...options, maxZoom: Math.max(9, this.map.getZoom()) });
    } else if (area !== geomap.NONE) {
      const [west, north, east, south] = this.areas.boxOf(this.areas.areas[area]);
      this.map.fitBounds(L.latLngBounds(this._latLng(west, south), this._latLng(east, north)), options);
    }
  },

  _hover: function (event) {
    let found = this._pick(event, 6);
    if (!found && this.choropleth.isOn) {
      const unit = this.choropleth.unitAt(geomap.worldX(event.latlng.lng), geomap.worldY(event.latlng.lat));
      found = unit && { unit: unit };
    }
    this.map.getContainer().style.cursor = found ? "pointer" : "";
    this._tip(found, event.containerPoint);
  },

  _tipText: function ({ mark, area, unit }) {
    const { words, store } = this;
    if (unit) return unit.text;
    if (area) return area.label + ": " + words.tally(area.tally);
    if (mark.count > 1) return words.count("here", mark.count) + (mark.killed ? ", " + words.say("cluster_killed", { n: words.number(mark.killed) }) : "");
    const record = store.record(mark.members[0]);
    return [words.where(record), words.whenShort(record), words.say("killed").toLowerCase() + ": " + words.killed(record)].join(" \u00b7 ");
  },

  _tip: function (found, at) {
    this.tip.hidden = !found;
    if (!found) return;
    this.tip.textContent = this._tipText(found).slice(0, 300);
    const size = this.map.getSize();
    this.tip.style.left = Math.min(at.x + 14, Math.max(8, size.x - this.tip.offsetWidth - 8)) + "px";
    this.tip.style.top = (at.y > size.y - 60 ? at.y - 40 : at.y + 16) + "px";
  },
};
