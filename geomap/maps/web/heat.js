/**
 * Where incidents are dense: a blurred count of the points in view, coloured from faint to full.
 */

/**
 * @param {geomap.Clusters} clusters whose index and filters it shares
 */
geomap.Heat = function (clusters) {
  this.clusters = clusters;
};

/** Side of a counting cell and reach of the blur, in pixels. */
geomap.HEAT = { cell: 4, reach: 18 };

geomap.Heat.prototype = {
  draw: function (ctx, view, theme) {
    const { cell, reach } = geomap.HEAT;
    const { min, max } = view.bounds;
    const cols = Math.ceil((max.x - min.x) / cell) + 1, rows = Math.ceil((max.y - min.y) / cell) + 1;
    let grid = this._count(view, cols, rows);
    const radius = Math.max(1, Math.round(reach / cell / 2));
    for (let pass = 0; pass < 3; pass++) grid = this._blur(this._blur(grid, cols, rows, radius, 1, cols), rows, cols, radius, cols, 1);
    const most = grid.reduce((m, v) => Math.max(m, v), 0);
    if (!most) return;
    const picture = document.createElement("canvas");
    picture.width = cols;
    picture.height = rows;
    const pen = picture.getContext("2d");
    const image = pen.createImageData(cols, rows);
    const ramp = theme.heat.map((color) => [1, 3, 5].map((k) => parseInt(color.slice(k, k + 2), 16)));
    for (let k = 0; k < grid.length; k++) {
      const share = Math.sqrt(grid[k] / most);
      if (share < 0.04) continue;
      const at = share * (ramp.length - 1), low = Math.min(ramp.length - 2, Math.floor(at)), part = at - low;
      for (let c = 0; c < 3; c++) image.data[4 * k + c] = ramp[low][c] + (ramp[low + 1][c] - ramp[low][c]) * part;
      image.data[4 * k + 3] = 255 * Math.min(0.85, 0.15 + share);
    }
    pen.putImageData(image, 0, 0);
    ctx.imageSmoothingEnabled = true;
    ctx.drawImage(picture, min.x, min.y, cols * cell, rows * cell);
  },

  _count: function (view, cols, rows) {
    const { store, filters, index } = this.clusters;
    const { min } = view.bounds;
    const grid = new Float32Array(cols * rows);
    index.each(this.clusters._box(view, 0), (i) => {
      if (!filters.shown[i]) return;
      const c = Math.floor((store.x[i] * view.scale - view.origin.x - min.x) / geomap.HEAT.cell);
      const r = Math.floor((store.y[i] * view.scale - view.origin.y - min.y) / geomap.HEAT.cell);
      if (c >= 0 && r >= 0 && c < cols && r < rows) grid[r * cols + c]++;
    });
    return grid;
  },

  /** A running mean along one axis; three of them on both come close to a Gaussian. */
  _blur: function (grid, length, lines, radius, step, jump) {
    const out = new Float32Array(grid.length);
    const width = 2 * radius + 1;
    for (let line = 0; line < lines; line++) {
      const base = line * jump;
      let sum = 0;
      for (let k = 0; k < Math.min(radius, length); k++) sum += grid[base + k * step];
      for (let k = 0; k < length; k++) {
        if (k + radius < length) sum += grid[base + (k + radius) * step];
        if (k - radius - 1 >= 0) sum -= grid[base + (k - radius - 1) * step];
        out[base + k * step] = sum > 1e-6 ? sum / width : 0;
      }
    }
    return out;
  },
};
