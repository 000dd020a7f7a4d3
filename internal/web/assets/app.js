// What a page does in the browser beyond links and forms. Every page works without it; it only
// makes things quicker. No inline scripts, no evaluated code, no styles written as text.
// form.js, rows.js and chart.js build on window.bihuan.
(function () {
  "use strict";

  document.documentElement.classList.remove("no-js");

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

  // What each page, and each part put into it later, needs at once.
  var preparations = [];

  function onPart(act) {
    preparations.push(act);
    act(document);
  }

  function prepare(part) {
    preparations.forEach(function (act) { act(part); });
  }

  document.addEventListener("htmx:load", function (event) {
    if (event.target !== document.body) prepare(event.target);
  });

  window.bihuan = { each: each, onClick: onClick, onPart: onPart, prepare: prepare };

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

  onClick("[data-print]", function () { window.print(); });

  // --- menus and the folded navigation ---

  function closeMenus(except) {
    each("details[data-menu][open]", null, function (menu) {
      if (!except || !menu.contains(except)) menu.open = false;
    });
  }

  document.addEventListener("click", function (event) { closeMenus(event.target); });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var open = document.querySelector("details[data-menu][open]");
    closeMenus();
    if (open) open.querySelector("summary").focus();
  });

  onClick("[data-toggle]", function (button) {
    var target = document.getElementById(button.getAttribute("data-toggle"));
    if (target) button.setAttribute("aria-expanded", String(target.classList.toggle("is-open")));
  });

  onClick("[data-back]", function (link, event) {
    event.preventDefault();
    window.history.back();
  });

  // --- keyboard: "/" goes to the search box ---

  function typing(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    each("[data-hotkey]", null, function (field) {
      if (field.getAttribute("data-hotkey") !== event.key) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  });

  // --- copying ---

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

  onClick("[data-copy]", function (button) {
    copy(button.getAttribute("data-copy")).then(function () {
      var label = button.querySelector("span") || button;
      var before = label.textContent;
      label.textContent = button.getAttribute("data-done");
      window.setTimeout(function () { label.textContent = before; }, 1500);
    });
  });

  onPart(function (part) {
    each("[data-focus]", part, function (element) { element.focus(); });
    // A box that scrolls has to be reachable by keyboard.
    each("[data-scroll]", part, function (box) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    });
    each(".stagebar [aria-current]", part, function (stage) {
      var bar = stage.parentNode;
      bar.scrollLeft = stage.offsetLeft - bar.clientWidth / 3;
    });
  });
})();
