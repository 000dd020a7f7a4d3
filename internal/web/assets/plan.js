// Commenting on the plan: a field, or a sentence chosen with the mouse or the keyboard, fills the
// place into the form. Without this script the form is filled by hand.
(function () {
  "use strict";
  var bihuan = window.bihuan;

  function fill(place, quote) {
    var box = document.getElementById("comment-form");
    var form = box && box.querySelector("form");
    if (!form) return;
    box.open = true;
    form.elements.problem.value = place.getAttribute("data-problem");
    form.elements.comment_field.value = place.getAttribute("data-passage") || place.getAttribute("data-comment-on");
    form.elements.measure.value = place.getAttribute("data-measure") || "";
    form.elements.quote.value = quote;
    form.scrollIntoView({ block: "center" });
    form.elements.comment.focus();
  }

  bihuan.onClick("[data-comment-on]", function (link, event) {
    event.preventDefault();
    fill(link, "");
  });

  // The passage in which all of the chosen text lies.
  function chosen() {
    var s = window.getSelection();
    if (!s || s.isCollapsed || !s.rangeCount) return null;
    var from = s.anchorNode && s.anchorNode.parentElement && s.anchorNode.parentElement.closest("[data-passage]");
    var to = s.focusNode && s.focusNode.parentElement && s.focusNode.parentElement.closest("[data-passage]");
    return from && from === to ? { place: from, text: s.toString() } : null;
  }

  var last = null;
  document.addEventListener("selectionchange", function () {
    var button = document.querySelector("[data-quote]");
    if (!button) return;
    var now = chosen();
    if (now) last = now;
    button.hidden = !now && document.activeElement !== button;
  });

  bihuan.onClick("[data-quote]", function (button) {
    if (!last) return;
    fill(last.place, last.text.trim());
    button.hidden = true;
  });

  // A place chosen by hand is no longer the measure that was chosen before.
  document.addEventListener("change", function (event) {
    var form = event.target.form;
    if (form && form.closest("#comment-form") && /^(problem|comment_field)$/.test(event.target.name)) form.elements.measure.value = "";
  });
})();
