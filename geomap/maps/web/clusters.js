/**
 * Which points lie in view, and how they are put together: many close ones as a cluster that
 * counts them, those at exactly one point as a stack, the rest as they are.
 */

/**
 * An index of points: the world is cut into cells over the points' extent, and the points are
 * sorted by cell, so that a view reads only the cells that it touches.
 * @param {geomap.Store} store
 */
geomap.PointIndex = function (store) {
  this.store = store;
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < store.n; i++) {
    if (!store.isPoint[i]) continue;
    box[0] = Math.min(box[0], store.x[i]);
    box[1] = Math.min(box[1], store.y[i]);
    box[2] = Math.max(box[2], store.x[i]);
    box[3] = Math.max(box[3], store.y[i]);
  }
  this._box = box;
  this._size = Math.max(1, Math.min(256, Math.ceil(Math.sqrt(store.points / 8))));
  this._sort();
};

geomap.PointIndex.prototype = {
  _cell: function (value, low, high) {
    return high > low ? Math.max(0, Math.min(this._size - 1, Math.floor(((value - low) / (high - low)) * this._size))) : 0;
  },

  _sort: function () {
    const { store, _size: size, _box: box } = this;
    const cells = new Int32Array(store.n).fill(-1);
    this._starts = new Int32Array(size * size + 1);
    for (let i = 0; i < store.n; i++) {
      if (!store.isPoint[i]) continue;
      cells[i] = this._cell(store.y[i], box[1], box[3]) * size + this._cell(store.x[i], box[0], box[2]);
      this._starts[cells[i] + 1]++;
    }
    for (let k = 0; k < size * size; k++) this._starts[k + 1] += this._starts[k];
    const next = this._starts.slice();
    this.order = new Int32Array(store.points);
    for (let i = 0; i < store.n; i++) if (cells[i] >= 0) this.order[next[cells[i]]++] = i;
  },

  /**
   * Where in `order` the points of a box, 0..1, and perhaps some beside it, stand.
   * @param {number[]} view west, north, east, south
   * @returns {number[][]} from and until of each run
   */
  runs: function (view) {
    const { _size: size, _box: box, _starts: starts } = this;
    if (!this.order.length || view[2] < box[0] || view[0] > box[2] || view[3] < box[1] || view[1] > box[3]) return [];
    const left = this._cell(view[0], box[0], box[2]), right = this._cell(view[2], box[0], box[2]);
    const top = this._cell(view[1], box[1], box[3]), bottom = this._cell(view[3], box[1], box[3]);
    const runs = [];
    for (let row = top; row <= bottom; row++) {
      const from = starts[row * size + left], until = starts[row * size + right + 1];
      const last = runs[runs.length - 1];
      if (last && last[1] === from) last[1] = until;
      else if (until > from) runs.push([from, until]);
    }
    return runs;
  },

  /** Visit the points of a box. */
  each: function (view, visit) {
    for (const [from, until] of this.runs(view)) for (let k = from; k < until; k++) visit(this.order[k]);
  },
};

/** Side of a cluster's cell in pixels, and how many points in it become a cluster. */
geomap.CLUSTER_CELL = 84;
geomap.CLUSTER_LEAST = 5;
/** From this zoom on, points are never put together. */
geomap.CLUSTER_UNTIL = 12;

/**
 * @typedef {Object} Mark
 * @property {"point"|"stack"|"cluster"} kind
 * @property {number} x layer point
 * @property {number} y
 * @property {number} r radius in pixels
 * @property {number[]} members incidents; of a cluster only how many (`count`)
 * @property {number} count
 * @property {number} killed
 */

/**
 * @param {geomap.Store} store
 * @param {geomap.Filters} filters
 */
geomap.Clusters = function (store, filters) {
  this.store = store;
  this.filters = filters;
  this.index = new geomap.PointIndex(store);
  this._cells = new Int32Array(store.points); // the cell of each point in the index's order
};

geomap.Clusters.prototype = {
  /** The box of a view, 0..1, with a margin in pixels. */
  _box: function (view, margin) {
    const { min, max } = view.bounds;
    return [
      (min.x - margin + view.origin.x) / view.scale, (min.y - margin + view.origin.y) / view.scale,
      (max.x + margin + view.origin.x) / view.scale, (max.y + margin + view.origin.y) / view.scale,
    ];
  },

  /** Cells of the view, which stand still in the world while the map is moved. */
  _grid: function (view) {
    const box = this._box(view, geomap.CLUSTER_CELL);
    const size = geomap.CLUSTER_CELL / view.scale;
    const col = Math.floor(box[0] / size), row = Math.floor(box[1] / size);
    const cols = Math.floor(box[2] / size) - col + 1, rows = Math.floor(box[3] / size) - row + 1;
    const { x, y } = this.store;
    const cellOf = (i) => {
      const c = Math.floor(x[i] / size) - col, r = Math.floor(y[i] / size) - row;
      return c < 0 || r < 0 || c >= cols || r >= rows ? -1 : r * cols + c;
    };
    return { box: box, size: size, col: col, row: row, cols: cols, rows: rows, cellOf: cellOf };
  },

  /**
   * The marks of a view, the largest first.
   * @param {View} view
   * @returns {Mark[]}
   */
  layout: function (view) {
    const grid = this._grid(view);
    const runs = this.index.runs(grid.box);
    const sums = this._sum(grid, runs);
    const together = view.zoom < geomap.CLUSTER_UNTIL;
    const marks = [];
    const stacks = new Map();
    for (let cell = 0; cell < sums.count.length; cell++) {
      if (!sums.count[cell] || !together || sums.count[cell] < geomap.CLUSTER_LEAST || sums.one[cell]) continue;
      marks.push(this._cluster(view, grid, sums, cell));
    }
    for (const [from, until] of runs) {
      for (let k = from; k < until; k++) {
        const cell = this._cells[k];
        if (cell < 0 || (together && sums.count[cell] >= geomap.CLUSTER_LEAST && !sums.one[cell])) continue;
        const i = this.index.order[k];
        const key = this.store.pointKey(i);
        const stack = stacks.get(key);
        if (stack) stack.push(i);
        else stacks.set(key, [i]);
      }
    }
    for (const members of stacks.values()) marks.push(this._point(view, members));
    return marks.sort((a, b) => b.r - a.r || a.y - b.y);
  },

  /** Counts, dead and middle of each cell; `one` is 1 while all its points are one. Fills `_cells`. */
  _sum: function (grid, runs) {
    const { x, y } = this.store;
    const { shown } = this.filters;
    const killed = this.store.row.fatalities_best;
    const cells = grid.cols * grid.rows;
    const sums = {
      count: new Int32Array(cells), killed: new Float64Array(cells), x: new Float64Array(cells),
      y: new Float64Array(cells), first: new Int32Array(cells), one: new Uint8Array(cells).fill(1),
    };
    const { order } = this.index;
    for (const [from, until] of runs) {
      for (let k = from; k < until; k++) {
        const i = order[k];
        const cell = (this._cells[k] = shown[i] ? grid.cellOf(i) : -1);
        if (cell < 0) continue;
        if (!sums.count[cell]++) sums.first[cell] = i;
        else if (x[i] !== x[sums.first[cell]] || y[i] !== y[sums.first[cell]]) sums.one[cell] = 0;
        if (killed[i] > 0) sums.killed[cell] += killed[i];
        sums.x[cell] += x[i];
        sums.y[cell] += y[i];
      }
    }
    return sums;
  },

  /** A cluster stands at the middle of its points, moved so that it lies within its cell. */
  _cluster: function (view, grid, sums, cell) {
    const count = sums.count[cell];
    const r = Math.min(29, 15 + 2.3 * Math.log2(count / 4));
    const margin = (r + 2) / geomap.CLUSTER_CELL;
    const within = (value, start) => Math.max((start + margin) * grid.size, Math.min((start + 1 - margin) * grid.size, value));
    const at = geomap.toLayer(view,
      within(sums.x[cell] / count, grid.col + (cell % grid.cols)), within(sums.y[cell] / count, grid.row + Math.floor(cell / grid.cols)));
    return { kind: "cluster", x: at.x, y: at.y, r: r, members: [], count: count, killed: sums.killed[cell], cell: cell };
  },

  _point: function (view, members) {
    const best = this.store.row.fatalities_best;
    const at = geomap.toLayer(view, this.store.x[members[0]], this.store.y[members[0]]);
    let first = members[0], killed = 0;
    for (const i of members) {
      if (best[i] > best[first]) first = i;
      if (best[i] > 0) killed += best[i];
    }
    return {
      kind: members.length > 1 ? "stack" : "point", x: at.x, y: at.y, r: geomap.symbolRadius(best[first]),
      hollow: best[first] === geomap.NONE, eventType: this.store.word("event_type", first),
      members: members, count: members.length, killed: killed, first: first,
    };
  },

  /** The incidents of a cluster of the view that it was laid out for. */
  membersOf: function (view, cluster) {
    const grid = this._grid(view);
    const out = [];
    this.index.each(grid.box, (i) => this.filters.shown[i] && grid.cellOf(i) === cluster.cell && out.push(i));
    return out.sort((a, b) => a - b);
  },
};
