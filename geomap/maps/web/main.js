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
  const words = new geomap.Words(block.strings, block.meta.lang, app.dir);
  try {
    const [geoBlock, areaBlock, unitBlock, bytes] = await Promise.all([
      geomap.unpackJson(name + "_geo"), geomap.unpackJson(name + "_areas"), geomap.unpackJson(name + "_units"), geomap.unpack(name + "_table"),
    ]);
    await geomap.whenSized(app);
    map.invalidateSize({ animate: false });
    const symbols = new geomap.Symbols(block.palette);
    const geo = geomap.readGeo(geoBlock);
    const store = new geomap.Store(bytes, block.meta.degree);
    const prose = new geomap.Prose(store, new geomap.Ids(store, name + "_ids"), name + "_prose");
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
  this.places = new geomap.PlaceSearch(this.store, { geo: this.geo, words: words, onGo: (place) => this.goTo(place) });
  this.panel = new geomap.Panel(filters, {
    words: words, symbols: symbols, card: this.card, meta: this.meta, places: this.places,
    openOne: (i) => this.openFromList(i),
    openOff: () => this.openOff(),
    offMap: () => this.offMap(),
    inView: () => this.inView(), stage: () => map.getContainer(),
    onFollow: () => this.state.note(),
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
  this.timeline = new geomap.Timeline(filters, {
    words: words, symbols: symbols, isShown: this.panel.shows("timeline"), onChange: () => filters.apply(),
  });
};

geomap.PageView.prototype = {
  open: function () {
    const { map, stage, app } = this;
    this.panel.fill(app.querySelector(".gm-bar"), app.querySelector(".gm-panel"));
    if (this.panel.shows("download")) this.panel.listHead.append(this.download.buttons());
    this.timeline.fill(app.querySelector(".gm-timeline"));
    geomap.foot(app.querySelector(".gm-foot"), { words: this.words, meta: this.meta });
    app.querySelector(".gm-foot").append(this.summary.node);
    this.summary.list.id = map.getContainer().id + "_words";
    this.tip = geomap.el("div", { class: "gm-tip", "aria-hidden": "true", hidden: true });
    this.areas.recount();
    this.legend = new geomap.Legend(this.store, {
      words: this.words, symbols: this.symbols, areas: this.areas.areas, geo: this.geo,
    });
    if (this.panel.shows("layers")) stage.append(this.layers.node);
    if (this.panel.shows("legend")) stage.append(this.legend.node);
    stage.append(this.tip, this.card.node);
    map.getContainer().setAttribute("role", "application");
    map.getContainer().setAttribute("aria-label", this.words.say("map"));
    map.getContainer().setAttribute("aria-describedby", this.summary.list.id);
    if (map.attributionControl) map.attributionControl.setPrefix(false);
    L.control.scale({ position: "bottomleft", maxWidth: 120 }).addTo(map);
    this.panel.update(); // with their words in them, bar and time line have the height that they keep
    this.timeline.update();
    const wide = app.clientWidth >= 800;
    this.panel.setOpen(wide && this.panel.shows("list"));
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
    this.incidents.covered = () => this._covered();
    for (const { node } of [this.layers, this.legend]) node.addEventListener("toggle", () => this.overlay.redraw());
    this._tiles();
  },

  /** Where controls lie over the map, in layer points: names and badges stay clear of them. */
  _covered: function () {
    const origin = this.map.containerPointToLayerPoint([0, 0]);
    const stage = this.map.getContainer().getBoundingClientRect();
    const boxes = [];
    for (const node of this.stage.querySelectorAll(".leaflet-control-scale, .leaflet-control-zoom, .gm-layers, .gm-legend")) {
      const box = node.getBoundingClientRect();
      if (!box.width || box.top >= stage.bottom) continue;
      const x = origin.x - stage.left, y = origin.y - stage.top;
      boxes.push({ x0: box.left + x, y0: box.top + y, x1: box.right + x, y1: box.bottom + y });
    }
    return boxes;
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
    new ResizeObserver(() => this._resized()).observe(this.stage);
    map.on("mouseout movestart zoomstart", () => this._tip(null));
    map.on("zoomstart", () => (this.incidents.fan = null));
    map.on("moveend", () => {
      this.panel.moved();
      this.state.note();
    });
    this.state.listen();
    window.addEventListener("beforeprint", () => this._unfold(true));
    window.addEventListener("afterprint", () => this._unfold(false));
    window.matchMedia("print").addEventListener("change", (event) => this._print(event.matches));
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaint());
  },

  /** Tell Leaflet of a new size; told of the same one, it would forget the exact centre. */
  _resized: function () {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const size = this.map.getSize();
    if (clientWidth !== size.x || clientHeight !== size.y) this.map.invalidateSize({ animate: false });
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
    this.symbols.reset();
    this.areas.reset();
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
    this.panel.list.mark(i);
    if (!this.overlay) return;
    this.overlay.redraw();
    this.state.note();
  },

  /** Show all that there is, leaving room at the edges. */
  fit: function () {
    const [west, south, east, north] = this.meta.bounds;
    const hasLegend = this.legend.node.isConnected && this.legend.node.open;
    const room = hasLegend && this.stage.clientWidth >= 700 ? this.legend.node.offsetWidth + 80 : 0;
    const options = { paddingTopLeft: [28, 28], paddingBottomRight: [Math.max(28, room), 28], maxZoom: 9, animate: false };
    this.map.fitBounds([[south, west], [north, east]], options);
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

  /** 1 for each incident whose point or area lies in the map's window, whether shown or not. */
  inView: function () {
    const { store, areas, incidents } = this;
    const seen = new Uint8Array(store.n);
    const bounds = this.map.getBounds();
    const box = [geomap.worldX(bounds.getWest()), geomap.worldY(bounds.getNorth()), geomap.worldX(bounds.getEast()), geomap.worldY(bounds.getSouth())];
    incidents.clusters.index.each(box, (i) => {
      const x = store.x[i], y = store.y[i];
      if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) seen[i] = 1;
    });
    for (const area of areas.areas) {
      if (!area.shapes.some((shape) => geomap.touches(shape, box, area.level !== "line"))) continue;
      for (const i of area.members) seen[i] = 1;
    }
    return seen;
  },

  /** Go to a place of the search: all of a unit, or close to a point. */
  goTo: function ({ box, x, y }) {
    if (this.app.clientWidth < 800) this.panel.setOpen(false);
    if (box) this._fitBox(box);
    else this.map.setView(this._latLng(x, y), Math.max(10, this.map.getZoom()), { animate: !geomap.isCalm() });
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
    const { x, y } = this.store;
    const area = this.store.area(i);
    if (this.store.isPoint[i]) this._fitBox([x[i], y[i], x[i], y[i]], Math.max(9, this.map.getZoom()));
    else if (area !== geomap.NONE) this._fitBox(this.areas.boxOf(this.areas.areas[area]));
  },

  /** Fit a box (0..1) into the part of the map that the card leaves free. */
  _fitBox: function ([west, north, east, south], maxZoom) {
    const free = this._free(), size = this.map.getSize();
    this.map.fitBounds(L.latLngBounds(this._latLng(west, south), this._latLng(east, north)), {
      paddingTopLeft: [free.left, free.top], paddingBottomRight: [size.x - free.right, size.y - free.bottom],
      animate: !geomap.isCalm(), ...(maxZoom === undefined ? {} : { maxZoom: maxZoom }),
    });
  },
};
