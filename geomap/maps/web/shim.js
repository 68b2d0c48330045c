/**
 * For layers that folium adds: the two things its scripts ask of jQuery, Leaflet's marker
 * pictures (the names in capitals are filled in by Python) and folium.Icon's coloured pins.
 */
(function () {
  "use strict";
  if (!window.$) {
    window.$ = function (what) {
      if (typeof what !== "string") return { ready: (run) => run() };
      const template = document.createElement("template");
      template.innerHTML = what.trim();
      return [document.importNode(template.content, true).firstElementChild];
    };
  }
  L.Icon.Default.imagePath = "";
  L.Icon.Default.mergeOptions({ iconUrl: "MARKER_ICON", iconRetinaUrl: "MARKER_ICON_2X", shadowUrl: "MARKER_SHADOW" });
  const colors = {
    red: "#d33d2a", darkred: "#a23336", lightred: "#ff8e7f", orange: "#f69730", beige: "#ffcb92", green: "#72b026",
    darkgreen: "#728224", lightgreen: "#bbf970", blue: "#38aadd", darkblue: "#00649f", cadetblue: "#436978",
    lightblue: "#8adaff", purple: "#d252b9", darkpurple: "#5b396b", pink: "#ff91ea", white: "#fbfbfb", gray: "#575757",
    lightgray: "#a3a3a3", black: "#303030",
  };
  L.AwesomeMarkers = L.AwesomeMarkers || {
    Icon: L.DivIcon.extend({
      initialize: function (options) {
        L.DivIcon.prototype.initialize.call(this, options);
        const color = Object.prototype.hasOwnProperty.call(colors, options.markerColor) ? colors[options.markerColor] : colors.blue;
        Object.assign(this.options, {
          className: "gm-pin", iconSize: [25, 41], iconAnchor: [12, 41], popupAnchor: [1, -34], tooltipAnchor: [16, -28],
          html: '<svg width="25" height="41" viewBox="0 0 25 41"><path d="M12.5 40C9 29 1 22 1 12.5a11.5 11.5 0 0 1 23 0C24 22 16 29 12.5 40z" fill="' + color + '" stroke="#222" stroke-width="1"/><circle cx="12.5" cy="12.5" r="4" fill="#fff"/></svg>',
        });
      },
    }),
    icon: (options) => new L.AwesomeMarkers.Icon(options),
  };
})();
