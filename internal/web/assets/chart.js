// Charts: draws the ECharts option of every [data-chart] in the colours of the page. The library is
// fetched only by pages that have a chart; without it the table beside has the same figures.
(function () {
  "use strict";

  var each = window.bihuan.each;
  var library = null;

  function withLibrary(source, act) {
    if (!library) {
      library = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = source;
        script.onload = resolve;
        script.onerror = reject;
        document.head.appendChild(script);
      });
    }
    library.then(act, function () { /* the table remains */ });
  }

  var kinds = ["info", "good", "warn", "bad", "long", "neutral"];

  // The colour of a kind; another word is a colour already.
  function colour(kind) {
    if (kinds.indexOf(kind) < 0) return kind;
    return getComputedStyle(document.documentElement).getPropertyValue("--fill-" + kind).trim();
  }

  function colourPoints(series) {
    (series.data || []).forEach(function (point) {
      if (point && point.kind) point.itemStyle = Object.assign({ color: colour(point.kind) }, point.itemStyle);
    });
  }

  function draw(box) {
    var option = JSON.parse(box.getAttribute("data-chart"));
    var chart = window.echarts.init(box, null, { renderer: "svg" });
    option.tooltip = Object.assign({ renderMode: "richText", confine: true }, option.tooltip);
    option.textStyle = Object.assign({ fontFamily: getComputedStyle(document.body).fontFamily }, option.textStyle);
    option.animation = false;
    option.color = (option.color || kinds).map(colour);
    [].concat(option.series || []).forEach(colourPoints);
    chart.setOption(option);
    chart.on("click", function (point) {
      if (point.data && point.data.link) window.location.assign(point.data.link);
    });
    window.addEventListener("resize", function () { chart.resize(); });
  }

  window.bihuan.onPart(function (part) {
    each("[data-chart]", part, function (box) {
      withLibrary(box.getAttribute("data-chart-src"), function () { draw(box); });
    });
  });
})();
