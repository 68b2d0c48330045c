/**
 * A list of which only the rows in sight are in the page; it holds many thousands.
 */

/**
 * @param {function(number): HTMLElement} makeRow a row for an incident
 * @param {string} label
 */
geomap.List = function (makeRow, label) {
  this._makeRow = makeRow;
  this._items = [];
  this._from = this._until = -1;
  this._rows = geomap.el("ul", { class: "gm-rows gm-virtual", "aria-label": label });
  this.node = geomap.el("div", { class: "gm-list" }, this._rows);
  this.node.addEventListener("scroll", () => this._draw());
  this.node.addEventListener("keydown", (event) => this._key(event));
  new ResizeObserver(() => this._draw()).observe(this.node);
};

/** Height of one row in pixels; the style sheet gives rows the same. */
geomap.List.ROW = 54;

geomap.List.prototype = {
  /** @param {number[]} items incidents in order */
  set: function (items) {
    this._items = items;
    this._from = this._until = -1;
    this._rows.style.height = items.length * geomap.List.ROW + "px";
    this._draw();
  },

  _draw: function () {
    const row = geomap.List.ROW;
    const from = Math.max(0, Math.floor(this.node.scrollTop / row) - 5);
    const until = Math.min(this._items.length, Math.ceil((this.node.scrollTop + this.node.clientHeight) / row) + 5);
    if (from === this._from && until === this._until) return;
    const focused = document.activeElement && this._rows.contains(document.activeElement) ? Number(document.activeElement.parentNode.dataset.at) : -1;
    this._from = from;
    this._until = until;
    const nodes = [];
    for (let at = from; at < until; at++) {
      const item = geomap.el("li", { "aria-setsize": this._items.length, "aria-posinset": at + 1, "data-at": at }, this._makeRow(this._items[at]));
      item.style.top = at * row + "px";
      nodes.push(item);
    }
    this._rows.replaceChildren(...nodes);
    if (focused >= from && focused < until) this._focus(focused);
  },

  _focus: function (at) {
    const item = this._rows.querySelector('[data-at="' + at + '"] button');
    if (item) item.focus({ preventScroll: true });
  },

  _key: function (event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity };
    const button = event.target.closest("li");
    if (!(event.key in steps) || !button) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(this._items.length - 1, Number(button.dataset.at) + steps[event.key]));
    const top = at * geomap.List.ROW;
    if (top < this.node.scrollTop) this.node.scrollTop = top;
    if (top + geomap.List.ROW > this.node.scrollTop + this.node.clientHeight) this.node.scrollTop = top + geomap.List.ROW - this.node.clientHeight;
    this._draw();
    this._focus(at);
  },
};
