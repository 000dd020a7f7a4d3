// What a page does in the browser beyond links and forms. Every page works without it; it only
// makes things quicker. No inline scripts, no evaluated code, no styles written as text.
(function () {
  "use strict";

  var root = document.documentElement;
  root.classList.remove("no-js");

  function each(selector, within, act) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), act);
  }

  // A click somewhere on an element that matches, however deep.
  function onClick(selector, act) {
    document.addEventListener("click", function (event) {
      var found = event.target.closest && event.target.closest(selector);
      if (found) act(found, event);
    });
  }

  // --- dialogs ---

  onClick("[data-open]", function (link, event) {
    var dialog = document.getElementById(link.getAttribute("data-open"));
    if (!dialog || !dialog.showModal) return;
    event.preventDefault();
    dialog.showModal();
  });

  onClick("[data-close]", function (link, event) {
    var dialog = link.closest("dialog");
    if (!dialog || !dialog.open) return;
    event.preventDefault();
    dialog.close();
  });

  // --- menus and the folded navigation ---

  document.addEventListener("click", function (event) {
    each("details[data-menu][open]", null, function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    each("details[data-menu][open]", null, function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  onClick("[data-toggle]", function (button) {
    var target = document.getElementById(button.getAttribute("data-toggle"));
    if (!target) return;
    var open = target.classList.toggle("is-open");
    button.setAttribute("aria-expanded", String(open));
  });

  // --- keyboard: "/" goes to the search box ---

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    each("[data-hotkey]", null, function (field) {
      if (field.getAttribute("data-hotkey") !== event.key) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  });

  function typing(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  // --- copying ---

  onClick("[data-copy]", function (button) {
    copy(button.getAttribute("data-copy")).then(function () {
      var label = button.querySelector("span") || button;
      var before = label.textContent;
      label.textContent = button.getAttribute("data-done");
      window.setTimeout(function () { label.textContent = before; }, 1500);
    });
  });

  // An intranet is often plain http, where the clipboard interface is absent.
  function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    var box = document.createElement("textarea");
    box.value = text;
    box.className = "visually-hidden";
    document.body.appendChild(box);
    box.select();
    document.execCommand("copy");
    box.remove();
    return Promise.resolve();
  }

  // --- choosing rows ---

  function countChosen(form) {
    var rows = form.querySelectorAll("[data-bulk-row]");
    var chosen = form.querySelectorAll("[data-bulk-row]:checked").length;
    each("[data-bulk-count]", form, function (output) { output.textContent = String(chosen); });
    each("[data-bulk-all]", form, function (all) {
      all.checked = chosen > 0 && chosen === rows.length;
      all.indeterminate = chosen > 0 && chosen < rows.length;
    });
    each("[data-bulk-bar]", form, function (bar) { bar.classList.toggle("is-active", chosen > 0); });
    each("[data-bulk-row]", form, function (box) {
      var row = box.closest("tr");
      if (row) row.classList.toggle("is-chosen", box.checked);
    });
  }

  document.addEventListener("change", function (event) {
    var box = event.target;
    var form = box.form;
    if (!form || !box.matches("[data-bulk-row], [data-bulk-all]")) return;
    if (box.matches("[data-bulk-all]")) {
      each("[data-bulk-row]", form, function (row) { row.checked = box.checked; });
    }
    countChosen(form);
  });

  // --- rows of a form: one more like the last, blank ---

  onClick("[data-more]", function (button) {
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

  // --- forms: nothing typed is lost, nothing is sent twice ---

  var leaving = false;

  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (form && form.hasAttribute("data-dirty")) form.classList.add("is-dirty");
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method === "get" || form.hasAttribute("hx-post")) return;
    if (form.classList.contains("is-sent")) {
      event.preventDefault();
      return;
    }
    leaving = true;
    form.classList.add("is-sent");
  });

  window.addEventListener("beforeunload", function (event) {
    if (leaving || !document.querySelector("form.is-dirty")) return;
    event.preventDefault();
    event.returnValue = "";
  });

  // Coming back with the browser's button shows the form as it was: it may be sent again.
  window.addEventListener("pageshow", function () {
    leaving = false;
    each("form.is-sent", null, function (form) { form.classList.remove("is-sent"); });
  });

  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-filter] select")) event.target.form.requestSubmit();
  });

  function grow(box) {
    box.style.height = "auto";
    box.style.height = box.scrollHeight + 2 + "px";
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches("textarea[data-grow]")) grow(event.target);
  });

  // --- charts ---

  var library = null;

  function withCharts(source, act) {
    if (!library) {
      library = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = source;
        script.onload = resolve;
        script.onerror = reject;
        document.head.appendChild(script);
      });
    }
    library.then(act, function () { /* the table beside the chart has the same figures */ });
  }

  var kinds = ["info", "good", "warn", "bad", "long", "neutral"];

  // The colour of a kind; another word is a colour already.
  function colour(kind) {
    if (kinds.indexOf(kind) < 0) return kind;
    return getComputedStyle(root).getPropertyValue("--fill-" + kind).trim();
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

  // --- what a page, or a part of it put in later, needs at once ---

  function prepare(part) {
    each("textarea[data-grow]", part, grow);
    each("form.bulk", part, countChosen);
    each("[data-more]", part, function (button) { button.hidden = false; });
    each("[data-focus]", part, function (element) { element.focus(); });
    each("[data-scroll]", part, function (box) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    });
    each(".stagebar [aria-current]", part, function (stage) {
      var bar = stage.parentNode;
      bar.scrollLeft = stage.offsetLeft - bar.clientWidth / 3;
    });
    each("[data-chart]", part, function (box) {
      withCharts(box.getAttribute("data-chart-src"), function () { draw(box); });
    });
  }

  prepare(document);
  document.addEventListener("htmx:load", function (event) {
    if (event.target !== document.body) prepare(event.target);
  });
})();
