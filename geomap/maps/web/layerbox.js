/**
 * The box on the map that says what it shows: symbols, heat or neither, and areas coloured by a
 * measure.
 */

/**
 * @param {geomap.Choropleth} choropleth
 * @param {Object} context words, points (whether there are any), onChange()
 */
geomap.LayerBox = function (choropleth, context) {
  this.choropleth = choropleth;
  this.words = context.words;
  this.onChange = context.onChange;
  this.points = "symbols";
  this._id = context.id;
  this.node = this._make(context.points);
};

geomap.POINT_LAYERS = ["symbols", "heat", "none"];

geomap.LayerBox.prototype = {
  _make: function (points) {
    const { el } = geomap;
    const { words, choropleth } = this;
    this._radios = geomap.POINT_LAYERS.map((name) => el("input", {
      type: "radio", name: this._id + "_points", value: name, onchange: () => {
        this.points = name;
        this.onChange();
      },
    }));
    const group = el("fieldset", null, el("legend", null, words.say("layer_points")),
      ...geomap.POINT_LAYERS.map((name, k) => el("label", { class: "gm-tick" }, this._radios[k], el("span", null, words.say("layer." + name)))));
    const levels = choropleth.levels();
    this._selects = [
      ["measure", ["", ...geomap.MEASURES], (value) => words.say(value ? "choose." + value : "choose.none")],
      ["rate", Object.keys(geomap.RATES), (value) => words.say("choose." + value)],
      ["level", levels, (value) => words.say("choose." + value)],
    ].map(([key, values, text]) => this._select(key, values, text));
    const areas = levels.length ? el("fieldset", null, el("legend", null, words.say("layer_areas")), ...this._selects.map(({ row }) => row)) : null;
    return el("details", { class: "gm-layers" }, el("summary", null, words.say("layers")), el("div", { class: "gm-layers-body" }, points ? group : null, areas));
  },

  _select: function (key, values, text) {
    const { el } = geomap;
    const id = this._id + "_" + key;
    const select = el("select", { id: id, onchange: () => {
      this.choropleth.choice[key] = select.value;
      this.onChange();
    } }, ...values.map((value) => el("option", { value: value }, text(value))));
    return { key: key, select: select, row: el("div", { class: "gm-choose" }, el("label", { for: id }, this.words.say("choose_" + key)), select) };
  },

  /** Show what is chosen. */
  update: function () {
    const { choice } = this.choropleth;
    this._radios.forEach((radio) => (radio.checked = radio.value === this.points));
    for (const { key, select, row } of this._selects) {
      select.value = choice[key];
      row.hidden = key !== "measure" && choice.measure === "";
    }
  },
};
