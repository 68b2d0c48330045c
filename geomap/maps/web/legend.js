/**
 * The legend: only what this map shows, drawn with the same shapes and colours.
 */

/**
 * @param {geomap.Store} store
 * @param {Object} context words, symbols, areas, geo
 */
geomap.Legend = function (store, context) {
  const { el } = geomap;
  this.words = context.words;
  this._colours = el("div", { class: "gm-legend-classes", hidden: true });
  this._symbols = el("div", null, ...geomap.legendParts(store, context));
  this._heat = el("p", { class: "gm-note", hidden: true }, el("span", { class: "gm-swatch gm-swatch-heat", "aria-hidden": "true" }), context.words.say("legend_heat"));
  this.node = el("details", { class: "gm-legend" }, el("summary", null, context.words.say("legend")),
    el("div", { class: "gm-legend-body", tabindex: "0", role: "group", "aria-label": context.words.say("legend") }, this._colours, this._heat, this._symbols));
};

geomap.Legend.prototype = {
  /** Say what colours mean now. */
  update: function (choropleth, points) {
    this._colours.hidden = !choropleth.isOn;
    if (choropleth.isOn) this._colours.replaceChildren(...choropleth.legend());
    this._heat.hidden = points !== "heat";
    this._symbols.querySelectorAll(".gm-legend-points").forEach((node) => (node.hidden = points !== "symbols"));
  },
};

/** What the symbols, areas and lines of this map mean. */
geomap.legendParts = function (store, context) {
  const { el } = geomap;
  const { words, symbols } = context;
  const entry = (picture, text, className) => el("li", { class: className || null }, el("span", { class: "gm-key" }, picture), el("span", null, text));
  const swatch = (name) => el("span", { class: "gm-swatch gm-swatch-" + name, "aria-hidden": "true" });
  const has = (name, word) => store.dict[name].includes(word);
  const parts = [];

  const points = store.points > 0;
  if (points) {
    const codes = new Set();
    for (let i = 0; i < store.n; i++) if (store.isPoint[i]) codes.add(store.row.event_type[i]);
    const inUse = new Set([...codes].map((code) => (code === geomap.NONE ? null : store.dict.event_type[code])));
    const known = Object.keys(symbols.palette.events).filter((name) => inUse.delete(name));
    const items = known.map((name) => entry(symbols.icon(name, 6, false), words.eventType(name)));
    if (inUse.size) items.push(entry(symbols.icon(null, 6, false), words.say("legend_other")));
    const part = el("div", { class: "gm-legend-points" }, el("h3", null, words.say("legend_events")), el("ul", null, ...items));
    parts.push(part);
    const sizes = [0, 10, 50].map((n) => el("span", { class: "gm-size" }, symbols.icon("Protests", geomap.symbolRadius(n), false), words.number(n)));
    part.append(el("h3", null, words.say("legend_size")), el("div", { class: "gm-sizes" }, ...sizes),
      el("ul", null, entry(symbols.icon("Protests", 5, true), words.say("legend_unknown"))));
  }
  const areas = [];
  if (points && has("precision", "near")) areas.push(entry(swatch("near"), words.say("legend_near"), "gm-legend-points"));
  if (context.areas.some((area) => area.level !== "line" && area.tally.incidents)) areas.push(entry(swatch("area"), words.say("legend_area")));
  if (context.areas.some((area) => area.level !== "line" && area.tally.operations)) areas.push(entry(swatch("operation"), words.say("legend_operation")));
  if (context.areas.some((area) => area.level === "line")) areas.push(entry(swatch("line"), words.say("legend_line")));
  if (points && store.points > 1) areas.push(entry(swatch("stack"), words.say("legend_stack"), "gm-legend-points"));
  if (store.points >= geomap.CLUSTER_LEAST) areas.push(entry(swatch("cluster"), words.say("legend_cluster"), "gm-legend-points"));
  if (context.geo.has("province")) areas.push(entry(swatch("province"), words.say("legend_province")));
  if (context.geo.has("district")) areas.push(entry(swatch("district"), words.say(context.geo.approximate ? "legend_district" : "legend_district_exact")));
  if (context.geo.has("control_line")) areas.push(entry(swatch("control"), words.say("legend_control")));
  if (areas.length) parts.push(el("ul", { class: "gm-legend-areas" }, ...areas));

  return parts;
};

/** The foot of the page: the note on boundaries, the sources of the data, the version. */
geomap.foot = function (node, { words, meta }) {
  const { el } = geomap;
  const lines = [...meta.attributions.map((line) => geomap.quoted("li", line)), el("li", null, words.say("library")), el("li", null, words.say("version", { version: meta.version }))];
  node.append(
    el("span", { class: "gm-indicative" }, words.say("indicative")),
    el("details", { class: "gm-credits" }, el("summary", null, words.say("sources_note")), el("ul", null, ...lines)),
  );
};
