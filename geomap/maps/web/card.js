/**
 * The card beside the map: one incident in full, or the list of those at one place or area.
 */

/**
 * @param {geomap.Store} store
 * @param {Object} context prose, words, symbols, onShow(index), onSelect(index|null), onGrown(index)
 */
geomap.Card = function (store, context) {
  this.store = store;
  this.prose = context.prose;
  this.words = context.words;
  this.symbols = context.symbols;
  this.onShow = context.onShow;
  this.onSelect = context.onSelect;
  this.onGrown = context.onGrown;
  this.node = geomap.el("div", { class: "gm-card", role: "dialog", "aria-label": this.words.say("evidence"), hidden: true });
  this.node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.close();
  });
  this._opener = null;
  this._list = null;
  this.open = null; // the incident that is shown
};

geomap.Card.prototype = {
  get isOpen() {
    return !this.node.hidden;
  },

  /**
   * Open a group: one incident at once, several as a list.
   * @param {{title: string, notes: string[], groups: {title: string|null, members: number[]}[]}} group
   */
  openGroup: function (group) {
    const members = group.groups.flatMap((part) => part.members);
    this._list = null;
    this.open = null;
    if (members.length === 1 && group.groups.length === 1 && !group.keep) return this.openOne(members[0]);
    this._list = group;
    this.onSelect(null);
    this._show(this._groupHead(group), this._groupBody(group));
  },

  /** Show an incident's figures at once, and its sources as soon as they are unpacked. */
  openOne: async function (i) {
    const record = this.store.record(i);
    this.open = i;
    this.onSelect(i);
    this._show(this._oneHead(record), this._oneBody(record));
    const prose = await this.prose.of(i);
    if (this.open !== i || !this.isOpen) return;
    const body = this.node.querySelector(".gm-card-body");
    body.append(...this._evidence(prose), ...this._sources(prose), this._reading(record, prose));
    this.node.dataset.open = prose.id;
    this.onGrown(i);
  },

  close: function () {
    if (!this.isOpen) return;
    this.node.hidden = true;
    this._list = null;
    this.open = null;
    this.onSelect(null);
    if (this._opener && this._opener.isConnected) this._opener.focus();
    this._opener = null;
  },

  _show: function (head, body) {
    const { el } = geomap;
    if (!this.isOpen) this._opener = document.activeElement;
    const title = el("h2", { tabindex: "-1" }, ...head);
    const close = el("button", { type: "button", class: "gm-close", "aria-label": this.words.say("close"), onclick: () => this.close() }, "\u00d7");
    const scroll = el("div", { class: "gm-card-body" }, ...body);
    this.node.replaceChildren(el("div", { class: "gm-card-head" }, title, close), scroll);
    this.node.hidden = false;
    scroll.scrollTop = 0;
    title.focus({ preventScroll: true });
  },

  _groupHead: function (group) {
    return [group.title];
  },

  _groupBody: function (group) {
    const { el } = geomap;
    const body = group.notes.map((note) => el("p", { class: "gm-note" }, note));
    for (const part of group.groups) {
      if (!part.members.length) continue;
      if (part.title) body.push(el("h3", null, part.title + " (" + this.words.number(part.members.length) + ")"));
      body.push(part.members.length > 60 ? this._longList(part.members, group.title)
        : el("ul", { class: "gm-rows" }, ...part.members.map((i) => el("li", null, this.row(i, () => this.openOne(i))))));
    }
    return body;
  },

  _longList: function (members, label) {
    const list = new geomap.List((i) => this.row(i, () => this.openOne(i)), label);
    list.set(members);
    list.node.classList.add("gm-inner-list");
    return list.node;
  },

  /** One incident in two lines, as a button. */
  row: function (i, onOpen) {
    const { el } = geomap;
    const words = this.words;
    const record = this.store.record(i);
    const hollow = record.fatalities_best === geomap.NONE;
    const kind = record.kind && record.kind !== "incident" ? words.say("kind." + record.kind) : words.eventType(record.event_type);
    const place = words.placeName(record) || words.say("short.unknown");
    return el("button", { type: "button", class: "gm-row", onclick: onOpen },
      this.symbols.icon(record.event_type, 6, hollow),
      el("span", { class: "gm-row-text" },
        el("span", { class: "gm-row-top" }, el("bdi", { class: "gm-row-place" }, place.slice(0, 120)), el("span", { class: "gm-row-date" }, words.whenShort(record))),
        el("span", { class: "gm-row-more" }, kind.slice(0, 120) + " \u00b7 " + words.say("killed").toLowerCase() + ": " + words.killed(record))));
  },

  _oneHead: function (record) {
    const icon = this.symbols.icon(record.event_type, 8, record.fatalities_best === geomap.NONE);
    return [icon, geomap.el("span", null, this.words.eventType(record.event_type))];
  },

  _oneBody: function (record) {
    const { el } = geomap;
    const words = this.words;
    const body = [];
    if (this._list) {
      const list = this._list;
      body.push(el("button", { type: "button", class: "gm-back", onclick: () => this._backTo(list) }, "\u2190 " + words.say("back")));
    }
    if (record.kind && record.kind !== "incident") body.push(el("p", { class: "gm-kind" }, words.kind(record)));
    body.push(this._facts(record));
    return body;
  },

  _backTo: function (list) {
    const opener = this._opener;
    this.openGroup({ ...list, keep: true });
    this._opener = opener;
  },

  _facts: function (record) {
    const { el } = geomap;
    const words = this.words;
    const list = el("dl", { class: "gm-facts" });
    const add = (term, ...values) => list.append(el("div", null, el("dt", null, words.say(term)), el("dd", null, ...values)));
    const small = (text) => (text ? el("span", { class: "gm-small" }, text) : null);
    const where = words.where(record);
    add("when", words.when(record));
    const level = ["site", "settlement", "near", "line"].includes(record.precision) ? words.say("level." + record.precision) : null;
    add("where", el("bdi", { dir: words.dir }, where), small(words.around(record)), small(level), small(record.note && words.say("shown_as", { area: record.note })), this._zoom(record));
    add("killed", words.killed(record), small(words.sides(record)));
    add("injured", words.injured(record));
    add("who", el("bdi", { dir: words.dir }, words.actor(record)));
    if (record.target) add("target", el("bdi", null, record.target));
    if (record.sub_event_type) add("what", record.sub_event_type);
    return list;
  },

  _zoom: function (record) {
    const placed = this.store.isPoint[record.index] || this.store.area(record.index) !== geomap.NONE;
    if (!placed) return null;
    return geomap.el("button", { type: "button", class: "gm-link", onclick: () => this.onShow(record.index) }, this.words.say("zoom_to"));
  },

  _evidence: function (prose) {
    const { el } = geomap;
    const body = [el("h3", null, this.words.say("evidence"))];
    if (!prose.evidence.length) return [...body, el("p", { class: "gm-note" }, this.words.say("no_evidence"))];
    const groups = new Map();
    for (const item of prose.evidence) {
      const source = item.article && prose.sources.length > 1 ? item.article.source || item.article.title : null;
      const key = JSON.stringify([item.quote, source]);
      const group = groups.get(key) || { quote: item.quote, source, fields: [] };
      const field = this.words.field(item.field || "");
      if (!group.fields.includes(field)) group.fields.push(field);
      groups.set(key, group);
    }
    for (const { quote, source, fields } of groups.values()) {
      body.push(el("figure", { class: "gm-quote" },
        el("figcaption", null, fields.join(this.words.say("comma")), source ? " \u00b7 " : null, source ? el("bdi", null, source) : null),
        geomap.quoted("blockquote", quote)));
    }
    return body;
  },

  _sources: function (prose) {
    const { el } = geomap;
    const words = this.words;
    const body = [el("h3", null, words.say("sources"))];
    if (!prose.sources.length) return [...body, el("p", { class: "gm-note" }, words.say("no_sources"))];
    const items = prose.sources.map((article) => {
      const address = geomap.webAddress(article.url);
      const { lang, dir } = geomap.direction(article.title || "");
      const title = article.title || words.say("untitled");
      const head = address
        ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer", lang: lang, dir: dir }, title)
        : el("span", { lang: lang, dir: dir }, title);
      const published = article.published ? words.say("published", { date: words.iso(article.published) }) : null;
      const more = [article.source && el("bdi", null, article.source), article.source && published ? words.say("comma") : null, published];
      const plain = article.url && !address ? el("span", { class: "gm-small" }, article.url) : null;
      return el("li", null, head, more.some(Boolean) ? el("span", { class: "gm-small", dir: "auto" }, ...more) : null, plain);
    });
    return [...body, el("ul", { class: "gm-sources" }, ...items)];
  },

  _reading: function (record, prose) {
    const { el } = geomap;
    const words = this.words;
    const lines = [];
    if (prose.confidence !== null) lines.push(words.say("confidence", { n: words.number(prose.confidence) }));
    lines.push(...prose.notes, words.say("identifier", { id: prose.id }));
    return el("details", { class: "gm-reading" }, el("summary", null, words.say("how_read")), el("ul", null, ...lines.map((line) => el("li", null, line))));
  },
};
