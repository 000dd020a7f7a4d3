// Papers: words that rest on records show those records, and a record shows its words.
(function () {
  "use strict";

  var each = window.bihuan.each;

  function refsOf(words) { return words.getAttribute("data-refs").split(" "); }

  // Lists only the records behind the words.
  function cite(words) {
    var panel = document.querySelector("[data-sources]");
    if (!panel) return;
    var refs = refsOf(words);
    each(".is-cited", null, function (old) { old.classList.remove("is-cited"); });
    words.classList.add("is-cited");
    each("[data-source]", panel, function (item) {
      item.hidden = refs.indexOf(item.getAttribute("data-source")) < 0;
    });
    each("[data-sources-all]", panel, function (button) { button.hidden = false; });
  }

  window.bihuan.onClick(".src[data-refs]", cite);

  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches(".src[data-refs]")) cite(event.target);
  });

  window.bihuan.onClick("[data-sources-all]", function (button) {
    each("[data-source]", null, function (item) { item.hidden = false; });
    each(".is-cited", null, function (old) { old.classList.remove("is-cited"); });
    button.hidden = true;
  });

  document.addEventListener("mouseover", function (event) {
    var item = event.target.closest("[data-source]");
    each(".src[data-refs]", null, function (words) {
      words.classList.toggle("is-pointed", !!item && refsOf(words).indexOf(item.getAttribute("data-source")) >= 0);
    });
  });
})();
