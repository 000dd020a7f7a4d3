// Mending a proposal by keyboard: arrows choose a node, keys do what its buttons do. A button says
// its key with data-key; arrows as keys are pressed together with Alt.
(function () {
  "use strict";

  function typing(element) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && element.type !== "checkbox" && !element.readOnly;
  }

  function step(place, by) {
    var rows = Array.prototype.slice.call(place.querySelectorAll("[data-row]"));
    var at = rows.indexOf(document.activeElement);
    if (at < 0) at = rows.findIndex(function (row) { return row.hasAttribute("aria-current"); });
    var next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) next.click();
  }

  document.addEventListener("keydown", function (event) {
    var place = document.querySelector("[data-mending]");
    if (!place || event.ctrlKey || event.metaKey || typing(event.target)) return;
    if (!place.contains(event.target) && event.target !== document.body) return;
    var arrow = event.key.indexOf("Arrow") === 0;
    if (arrow && event.target.closest("textarea, [role=region]")) return;
    if (arrow && !event.altKey) {
      if (event.key === "ArrowDown") step(place, 1);
      else if (event.key === "ArrowUp") step(place, -1);
      else return;
      event.preventDefault();
      return;
    }
    if (event.altKey !== arrow) return;
    var button = place.querySelector('button[data-key="' + event.key + '"]:not(:disabled)');
    if (!button) return;
    event.preventDefault();
    var folded = button.closest("details:not([open])");
    if (!folded) return button.click();
    folded.open = true;
    folded.querySelector("textarea").focus();
  });

  // The caret is counted in characters, as the server counts.
  document.addEventListener("submit", function (event) {
    var box = event.target.querySelector("[data-caret]");
    if (box) event.target.elements.at.value = Array.from(box.value.slice(0, box.selectionStart)).length;
  }, true);
})();
