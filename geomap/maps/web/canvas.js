/**
 * A canvas over the map, drawn by one function and kept in place by Leaflet. It reaches beyond
 * the window by a quarter on each side, so that short drags need no drawing.
 *
 * @typedef {Object} View
 * @property {number} scale pixels of the whole world at this zoom
 * @property {number} zoom
 * @property {{x: number, y: number}} origin world pixel at layer point 0, 0
 * @property {{min: {x: number, y: number}, max: {x: number, y: number}}} bounds drawn part, in layer points
 * @property {number} ratio device pixels per pixel
 */
geomap.CanvasPane = L.Renderer.extend({
  options: { padding: 0.25 },

  /**
   * @param {function(CanvasRenderingContext2D, View): void} paint
   * @param {Object} options a Leaflet pane's name in `pane`
   */
  initialize: function (paint, options) {
    this._paint = paint;
    L.Renderer.prototype.initialize.call(this, options);
  },

  getEvents: function () {
    const events = L.Renderer.prototype.getEvents.call(this);
    events.move = this._onMove;
    return events;
  },

  _initContainer: function () {
    const page = this._map.getContainer().closest(".gm");
    this._container = geomap.el("canvas", { "aria-hidden": "true", class: "gm-canvas", dir: page && page.dir });
    this._ctx = this._container.getContext("2d");
  },

  _destroyContainer: function () {
    L.Util.cancelAnimFrame(this._frame);
    this._container.remove();
    this._container = this._ctx = null;
  },

  _onMove: function () {
    if (this._map._animatingZoom || !this._bounds) return;
    const size = this._map.getSize();
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    const seen = L.bounds(corner, corner.add(size));
    if (!this._bounds.contains(seen)) this.redraw();
  },

  /** Draw again now, as for paper; what a hold (`isHeld`) kept back is thereby done. */
  redrawNow: function () {
    this.isHeld = false;
    if (this._map) this._update();
  },

  /** Draw again before the next frame. */
  redraw: function () {
    if (!this._map || this._frame) return;
    this._frame = L.Util.requestAnimFrame(() => {
      this._frame = null;
      if (this._map) this._update();
    });
  },

  /** The view that the canvas was last drawn for. */
  view: function () {
    const origin = this._map.getPixelOrigin();
    const zoom = this._map.getZoom();
    return {
      scale: this._map.options.crs.scale(zoom),
      zoom: zoom,
      origin: { x: origin.x, y: origin.y },
      bounds: this._bounds,
      ratio: Math.min(window.devicePixelRatio || 1, 3),
    };
  },

  _update: function () {
    if (this.isHeld || (this._map._animatingZoom && this._bounds)) return;
    L.Renderer.prototype._update.call(this);
    const view = this.view();
    const size = this._bounds.getSize();
    const canvas = this._container;
    L.DomUtil.setPosition(canvas, this._bounds.min);
    const width = Math.max(1, Math.round(size.x * view.ratio));
    const height = Math.max(1, Math.round(size.y * view.ratio));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = size.x + "px";
      canvas.style.height = size.y + "px";
    }
    const ctx = this._ctx;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, width, height);
    const min = this._bounds.min;
    ctx.setTransform(view.ratio, 0, 0, view.ratio, -min.x * view.ratio, -min.y * view.ratio);
    this._paint(ctx, view);
  },
});

/** Layer point of a world position (0..1). */
geomap.toLayer = function (view, x, y) {
  return { x: x * view.scale - view.origin.x, y: y * view.scale - view.origin.y };
};

/** The part of the drawing that the window shows, in layer points. */
geomap.window = function (view) {
  const { min, max } = view.bounds;
  const edge = geomap.CanvasPane.prototype.options.padding / (1 + 2 * geomap.CanvasPane.prototype.options.padding);
  const dx = (max.x - min.x) * edge, dy = (max.y - min.y) * edge;
  return { min: { x: min.x + dx, y: min.y + dy }, max: { x: max.x - dx, y: max.y - dy } };
};

/** Whether a box (0..1) touches the drawn part, with a margin in pixels. */
geomap.inView = function (view, box, margin) {
  const a = geomap.toLayer(view, box[0], box[1]), b = geomap.toLayer(view, box[2], box[3]);
  const m = margin || 0;
  return b.x >= view.bounds.min.x - m && a.x <= view.bounds.max.x + m &&
    b.y >= view.bounds.min.y - m && a.y <= view.bounds.max.y + m;
};

/** Add rings to the current path, closed, for filling; corners nearer than half a pixel drop out. */
geomap.traceRings = function (ctx, shape, view) {
  for (const ring of shape.rings) {
    let lastX = Infinity, lastY = Infinity;
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i] * view.scale - view.origin.x, y = ring[i + 1] * view.scale - view.origin.y;
      if (i && i < ring.length - 2 && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.6) continue;
      if (i) ctx.lineTo(x, y);
      else ctx.moveTo(x, y);
      lastX = x;
      lastY = y;
    }
    ctx.closePath();
  }
};

/** Add rings to the current path as lines, leaving out what lies outside the view (dashes cost). */
geomap.traceLines = function (ctx, shape, view) {
  const margin = 20;
  const west = view.bounds.min.x - margin, east = view.bounds.max.x + margin;
  const north = view.bounds.min.y - margin, south = view.bounds.max.y + margin;
  for (const ring of shape.rings) {
    let lastX = 0, lastY = 0, pen = false;
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i] * view.scale - view.origin.x, y = ring[i + 1] * view.scale - view.origin.y;
      if (i) {
        if (i < ring.length - 2 && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.6) continue;
        const outside = (x < west && lastX < west) || (x > east && lastX > east) ||
          (y < north && lastY < north) || (y > south && lastY > south);
        if (outside) pen = false;
        else {
          if (!pen) ctx.moveTo(lastX, lastY);
          ctx.lineTo(x, y);
          pen = true;
        }
      }
      lastX = x;
      lastY = y;
    }
  }
};

/** Whether a world position lies in a shape (even-odd over all rings). */
geomap.contains = function (shape, x, y) {
  const box = shape.box;
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let inside = false;
  for (const ring of shape.rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1], yj = ring[j + 1];
      if (yi > y !== yj > y && x < ((ring[j] - ring[i]) * (y - yi)) / (yj - yi) + ring[i]) inside = !inside;
    }
  }
  return inside;
};

/** Whether a line from a to b touches a box (west, north, east, south). */
geomap.crosses = function (ax, ay, bx, by, [west, north, east, south]) {
  if ((ax < west && bx < west) || (ax > east && bx > east) || (ay < north && by < north) || (ay > south && by > south)) return false;
  if ((ax >= west && ax <= east && ay >= north && ay <= south) || (bx >= west && bx <= east && by >= north && by <= south)) return true;
  const side = (x, y) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  const sides = [side(west, north), side(east, north), side(west, south), side(east, south)];
  return Math.min(...sides) <= 0 && Math.max(...sides) >= 0;
};

/**
 * Whether an outline or a filled shape (0..1) touches a box: a line of it does, or the box lies inside.
 * @param {Shape} shape
 * @param {number[]} box west, north, east, south
 * @param {boolean} filled
 */
geomap.touches = function (shape, box, filled) {
  const own = shape.box;
  if (own[0] > box[2] || own[2] < box[0] || own[1] > box[3] || own[3] < box[1]) return false;
  for (const ring of shape.rings) {
    for (let i = 2; i < ring.length; i += 2) if (geomap.crosses(ring[i - 2], ring[i - 1], ring[i], ring[i + 1], box)) return true;
  }
  return filled && geomap.contains(shape, box[0], box[1]);
};
