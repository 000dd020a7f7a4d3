// Rows: choosing rows of a list, adding rows to a form, filters that apply at once, texts that grow.
(function () {
  "use strict";

  var each = window.bihuan.each;

  // --- choosing rows ---

  // The boxes of a form may stand outside it, naming it.
  function boxes(form, selector) {
    return Array.prototype.filter.call(form.elements, function (field) { return field.matches(selector); });
  }

  function countChosen(form) {
    var rows = boxes(form, "[data-bulk-row]");
    var chosen = boxes(form, "[data-bulk-row]:checked").length;
    each("[data-bulk-count]", form, function (output) { output.textContent = String(chosen); });
    boxes(form, "[data-bulk-all]").forEach(function (all) {
      all.checked = chosen > 0 && chosen === rows.length;
      all.indeterminate = chosen > 0 && chosen < rows.length;
    });
    each("[data-bulk-bar]", form, function (bar) { bar.classList.toggle("is-active", chosen > 0); });
    rows.forEach(function (box) {
      var row = box.closest("tr");
      if (row) row.classList.toggle("is-chosen", box.checked);
    });
  }

  document.addEventListener("change", function (event) {
    var box = event.target;
    if (!box.form || !box.matches("[data-bulk-row], [data-bulk-all]")) return;
    if (box.matches("[data-bulk-all]")) {
      boxes(box.form, "[data-bulk-row]").forEach(function (row) { row.checked = box.checked; });
    }
    countChosen(box.form);
  });

  // --- rows of a form: one more like the last, blank ---

  window.bihuan.onClick("[data-more]", function (button) {
    var rows = button.closest("[data-rows]").querySelectorAll("tbody > tr");
    var last = rows[rows.length - 1];
    var next = last.cloneNode(true);
    each("[name]", next, function (field) {
      ["name", "id"].forEach(function (what) {
        field[what] = field[what].replace("[" + (rows.length - 1) + "]", "[" + rows.length + "]");
      });
      if (field.type !== "checkbox") field.value = "";
      field.checked = false;
    });
    last.parentNode.appendChild(next);
    next.querySelector("[name]:not([type=hidden])").focus();
  });

  // --- filters apply at once ---

  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-filter] select")) event.target.form.requestSubmit();
  });

  // --- long choices are narrowed by a name or its initials ---

  document.addEventListener("input", function (event) {
    if (!event.target.matches("[data-narrow-by]")) return;
    var q = event.target.value.trim().toLowerCase();
    each("[data-find]", event.target.closest("[data-narrow]"), function (entry) {
      entry.hidden = q !== "" && entry.getAttribute("data-find").toLowerCase().indexOf(q) < 0;
    });
  });

  // --- texts that grow ---

  function grow(box) {
    if (!box.scrollHeight) return; // not shown yet
    box.style.height = "auto";
    box.style.height = box.scrollHeight + 2 + "px";
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches("textarea[data-grow]")) grow(event.target);
  });

  window.bihuan.onPart(function (part) {
    each("textarea[data-grow]", part, grow);
    each("form.bulk", part, countChosen);
    each("[data-narrow-by]", part, function (box) { box.hidden = false; });
    each("[data-more]", part, function (button) { button.hidden = false; });
  });
})();
