/**
 * What the pointer does on the map: picking, opening, going closer, and the note beside it.
 */
Object.assign(geomap.PageView.prototype, {
  _pick: function (event, reach) {
    return this.incidents.pick(event.layerPoint, this.overlay.view(), reach);
  },

  _click: function (event) {
    this._tip(null);
    const found = this._pick(event, window.matchMedia("(pointer: coarse)").matches ? 20 : 9);
    if (!found) {
      this._fanOut(null);
      return this._openUnit(event.latlng);
    }
    if (found.area) return this.openArea(found.area);
    if (found.mark.kind === "cluster") return this.openCluster(found.mark);
    if (found.mark.kind === "stack") this._fanOut(found.mark.members);
    this.openMembers(found.mark.members);
    this._keepInSight(found.mark.members[0]);
  },

  /** The incidents of the coloured unit at a place; elsewhere the card is closed. */
  _openUnit: function (latLng) {
    const unit = this.choropleth.unitAt(geomap.worldX(latLng.lng), geomap.worldY(latLng.lat));
    if (!unit) return this.card.close();
    const members = this.choropleth.membersOf(unit.unit);
    this.card.openGroup({ title: unit.text, notes: [], groups: [{ title: null, members: members }], keep: true });
  },

  _fanOut: function (members) {
    this.incidents.fan = members && members.length <= geomap.FAN_MOST ? members : null;
    this.overlay.redraw();
  },

  /** Go closer until a cluster opens; one that never will opens as a list. */
  openCluster: function (mark) {
    const members = this.incidents.clusters.membersOf(this.overlay.view(), mark);
    const { x, y } = this.store;
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of members) {
      box[0] = Math.min(box[0], x[i]);
      box[1] = Math.min(box[1], y[i]);
      box[2] = Math.max(box[2], x[i]);
      box[3] = Math.max(box[3], y[i]);
    }
    const bounds = L.latLngBounds(this._latLng(box[0], box[3]), this._latLng(box[2], box[1]));
    const zoom = Math.max(Math.min(this.map.getBoundsZoom(bounds, false, [40, 40]), geomap.CLUSTER_UNTIL), this.map.getZoom() + 1);
    if (zoom > this.map.getMaxZoom()) return this.openMembers(members);
    this.map.setView(bounds.getCenter(), zoom, { animate: !geomap.isCalm() });
  },

  _hover: function (event) {
    let found = this._pick(event, 6);
    if (!found && this.choropleth.isOn) {
      const unit = this.choropleth.unitAt(geomap.worldX(event.latlng.lng), geomap.worldY(event.latlng.lat));
      found = unit && { unit: unit };
    }
    this.map.getContainer().style.cursor = found ? "pointer" : "";
    this._tip(found, event.containerPoint);
  },

  _tipText: function ({ mark, area, unit }) {
    const { words, store } = this;
    if (unit) return unit.text;
    if (area) return area.label + ": " + words.tally(area.tally);
    if (mark.count > 1) return words.count("here", mark.count) + (mark.killed ? words.say("comma") + words.say("cluster_killed", { n: words.number(mark.killed) }) : "");
    const record = store.record(mark.members[0]);
    return [words.where(record), words.whenShort(record), words.say("killed").toLowerCase() + ": " + words.killed(record)].join(" \u00b7 ");
  },

  _tip: function (found, at) {
    this.tip.hidden = !found;
    if (!found) return;
    this.tip.textContent = this._tipText(found).slice(0, 300);
    const size = this.map.getSize();
    this.tip.style.left = Math.min(at.x + 14, Math.max(8, size.x - this.tip.offsetWidth - 8)) + "px";
    this.tip.style.top = (at.y > size.y - 60 ? at.y - 40 : at.y + 16) + "px";
  },
});
