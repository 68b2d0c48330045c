/**
 * A list of which only the rows in sight are in the page. It holds a million: where the rows
 * would be higher than a page can be, the scroll bar moves faster than the rows. One row takes
 * part in the order of the Tab key, the arrow keys move among the rows.
 */

/**
 * @param {function(number): HTMLElement} makeRow a row for an incident
 * @param {string} label
 */
geomap.List = function (makeRow, label) {
  this._makeRow = makeRow;
  this._items = [];
  this._current = 0; // the row that Tab reaches
  this._marked = null; // the incident that is open
  this._rows = geomap.el("ul", { class: "gm-rows gm-virtual", "aria-label": label });
  this.node = geomap.el("div", { class: "gm-list", tabindex: "-1" }, this._rows);
  this.node.addEventListener("scroll", () => this._draw());
  this.node.addEventListener("keydown", (event) => this._key(event));
  this.node.addEventListener("focusin", (event) => this._enter(event.target.closest("li")));
  new ResizeObserver(() => this._draw()).observe(this.node);
};

/** Height of one row in pixels, as in the style sheet, and of the whole list at most. */
geomap.List.ROW = 54;
geomap.List.MOST = 8e6;

geomap.List.prototype = {
  /** @param {ArrayLike<number>} items incidents in order */
  set: function (items) {
    this._items = items;
    this._drawn = null;
    this._current = 0;
    const whole = items.length * geomap.List.ROW;
    this._height = Math.min(whole, geomap.List.MOST);
    this._rows.style.height = this._height + "px";
    this._draw();
  },

  /** Mark the row of the open incident, and bring it in sight unless the list itself is in use. */
  mark: function (incident) {
    this._marked = incident;
    const at = incident === null ? -1 : this._items.indexOf(incident);
    if (at >= 0 && !this.node.contains(document.activeElement)) {
      this._reveal(at);
      this._draw();
    }
    for (const item of this._rows.children) {
      const button = item.querySelector("button");
      if (Number(item.dataset.at) === at) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  },

  /** Scroll as little as brings a row in sight. */
  _reveal: function (at) {
    const inView = this.node.clientHeight / geomap.List.ROW;
    const first = this._first();
    if (at < first) this._scrollTo(at);
    if (at + 1 > first + inView) this._scrollTo(at + 1 - inView);
  },

  /** Rows by which the list is scrolled. */
  _first: function () {
    const view = this.node.clientHeight;
    const rows = this._items.length - view / geomap.List.ROW;
    const room = this._height - view;
    return room > 0 ? (this.node.scrollTop / room) * rows : 0;
  },

  _scrollTo: function (first) {
    const view = this.node.clientHeight;
    const rows = this._items.length - view / geomap.List.ROW;
    if (rows > 0) this.node.scrollTop = (first / rows) * (this._height - view);
  },

  _draw: function () {
    const row = geomap.List.ROW;
    const first = this._first();
    const from = Math.max(0, Math.floor(first) - 5);
    const until = Math.min(this._items.length, Math.ceil(first + this.node.clientHeight / row) + 5);
    const exact = this._height === this._items.length * row;
    const key = exact ? from + ":" + until : from + ":" + until + ":" + this.node.scrollTop;
    if (this._drawn === key) return;
    const holder = this._rows.contains(document.activeElement) ? document.activeElement.closest("li") : null;
    const focused = holder ? Number(holder.dataset.at) : -1;
    if (this._drawn === null) this._rows.replaceChildren();
    this._drawn = key;
    if (this._current < from || this._current >= until) this._current = Math.min(until - 1, Math.ceil(first));
    this._fill(from, until, (at) => (exact ? at * row : this.node.scrollTop + (at - first) * row));
    if (focused >= from && focused < until && !this._rows.contains(holder)) this._focus(focused);
  },

  /** Put in the rows of a stretch. Those already in stay the same nodes: a click may have begun on one. */
  _fill: function (from, until, top) {
    for (const item of [...this._rows.children]) {
      if (Number(item.dataset.at) < from || Number(item.dataset.at) >= until) item.remove();
    }
    let next = this._rows.firstElementChild;
    for (let at = from; at < until; at++) {
      const known = next !== null && Number(next.dataset.at) === at;
      const item = known ? next : this._item(at);
      if (known) next = next.nextElementSibling;
      else this._rows.insertBefore(item, next);
      item.style.top = top(at) + "px";
      item.firstElementChild.tabIndex = at === this._current ? 0 : -1;
    }
  },

  _item: function (at) {
    const button = this._makeRow(this._items[at]);
    if (this._items[at] === this._marked) button.setAttribute("aria-current", "true");
    return geomap.el("li", { "aria-setsize": this._items.length, "aria-posinset": at + 1, "data-at": at }, button);
  },

  /** A row that was entered is the one that Tab comes back to. */
  _enter: function (item) {
    if (!item) return;
    this._current = Number(item.dataset.at);
    for (const button of this._rows.querySelectorAll("li > button")) button.tabIndex = button.parentNode === item ? 0 : -1;
  },

  _focus: function (at) {
    const item = this._rows.querySelector('[data-at="' + at + '"] button');
    if (item) item.focus({ preventScroll: true });
  },

  _key: function (event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity };
    const item = event.target.closest("li");
    if (!(event.key in steps) || !item) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(this._items.length - 1, Number(item.dataset.at) + steps[event.key]));
    this._reveal(at);
    this._draw();
    this._focus(at);
  },
};
