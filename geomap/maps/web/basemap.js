/**
 * The embedded basemap: sea, neighbouring land, lakes, provinces, districts, the Line of Control.
 *
 * @typedef {Object} Feature
 * @property {string} kind neighbour, land, disputed, lake, province, district, control_line
 * @property {string} name
 * @property {Shape} shape
 */

/** Decode what basemap.py wrote. */
geomap.readGeo = function (block) {
  const features = block.features.map((feature) => ({
    kind: feature.kind,
    name: feature.name || "",
    shape: geomap.shape(feature.rings, block.scale),
  }));
  const [west, south, east, north] = block.frame;
  const place = (item) => ({ ...item, x: geomap.worldX(item.lon), y: geomap.worldY(item.lat) });
  return {
    features: features,
    frame: [geomap.worldX(west), geomap.worldY(south), geomap.worldX(east), geomap.worldY(north)],
    towns: block.towns.map(place),
    names: block.names.map(place),
    approximate: block.approximate,
    has: (kind) => features.some((feature) => feature.kind === kind),
  };
};

/**
 * @param {Object} geo
 * @param {geomap.Symbols} symbols
 */
geomap.Basemap = function (geo, symbols) {
  this.geo = geo;
  this.symbols = symbols;
};

geomap.Basemap.prototype = {
  draw: function (ctx, view) {
    const theme = this.symbols.theme();
    const { min, max } = view.bounds;
    ctx.fillStyle = theme.beyond;
    ctx.fillRect(min.x, min.y, max.x - min.x, max.y - min.y);
    const [west, south, east, north] = this.geo.frame;
    const a = geomap.toLayer(view, west, north), b = geomap.toLayer(view, east, south);
    ctx.fillStyle = theme.sea;
    ctx.fillRect(a.x, a.y, b.x - a.x, b.y - a.y);
    this._fill(ctx, view, "neighbour", theme.neighbour, theme.coast);
    this._fill(ctx, view, "disputed", theme.disputed, theme.coast);
    this._fill(ctx, view, "land", theme.land, null);
    this._fill(ctx, view, "province", theme.land, null);
    this._fill(ctx, view, "lake", theme.water, theme.coast);
    this._line(ctx, view, "district", { color: theme.district, width: view.zoom < 6 ? 0.7 : 1 });
    this.lines(ctx, view, theme);
  },

  /** The lines that stand over everything else on the land. */
  lines: function (ctx, view, theme) {
    this._line(ctx, view, "province", { color: theme.province, width: 1.3 });
    this._line(ctx, view, "land", { color: theme.country, width: 1.6 });
    this._line(ctx, view, "control_line", { color: theme.land, width: 2.6 });
    this._line(ctx, view, "control_line", { color: theme.control_line, width: 1.8, dash: [5, 4] });
  },

  _of: function (kind, view) {
    return this.geo.features.filter((f) => f.kind === kind && geomap.inView(view, f.shape.box, 2));
  },

  _fill: function (ctx, view, kind, color, edge) {
    ctx.fillStyle = color;
    for (const feature of this._of(kind, view)) {
      ctx.beginPath();
      geomap.traceRings(ctx, feature.shape, view);
      ctx.fill("evenodd");
    }
    this._line(ctx, view, kind, { color: edge || color, width: 0.8 });
  },

  _line: function (ctx, view, kind, look) {
    ctx.beginPath();
    for (const feature of this._of(kind, view)) geomap.traceLines(ctx, feature.shape, view);
    ctx.lineJoin = "round";
    ctx.setLineDash(look.dash || []);
    ctx.strokeStyle = look.color;
    ctx.lineWidth = look.width;
    ctx.stroke();
    ctx.setLineDash([]);
  },
};
