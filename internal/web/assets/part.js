// Parts: what carries data-part="id" brings of the page that follows only the element with that id,
// in the place of the one that is there. The address moves along; the rest of the page stays.
(function () {
  "use strict";

  var each = window.bihuan.each;

  function keyOf(element) {
    if (!element || !element.closest) return "";
    return element.id || element.getAttribute("data-stay") || "";
  }

  // Puts the keyboard back to where it was, or where the new part wants it.
  function refocus(part, key) {
    var wanted = part.querySelector("[data-part-focus]");
    var same = key && (document.getElementById(key) || part.querySelector('[data-stay="' + key + '"]'));
    var target = wanted || same;
    if (target) target.focus({ preventScroll: !wanted });
  }

  function show(part) {
    each("[data-in-view]", part, function (element, n) {
      if (n > 0) return;
      var box = element.closest("[role=region]");
      if (box) box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
    });
  }

  // Fetches the page at an address and takes the part from it; a page without it is gone to.
  function bring(address, id) {
    var key = keyOf(document.activeElement);
    return fetch(address, { credentials: "same-origin" }).then(function (response) {
      return response.text().then(function (text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        var next = page.getElementById(id), here = document.getElementById(id);
        if (!response.ok || !next || !here) return window.location.assign(address);
        var lists = scrolled(here);
        here.replaceWith(next);
        each(".form-answer", document, function (old) { if (!next.contains(old)) old.remove(); });
        window.history.replaceState(null, "", response.url || address);
        lists.forEach(function (l) { each(l[0], next, function (box) { box.scrollTop = l[1]; }); });
        window.bihuan.prepare(next);
        if (window.htmx) window.htmx.process(next);
        refocus(next, key);
        show(next);
      });
    });
  }

  // Lists that scroll stay where they were.
  function scrolled(part) {
    return Array.prototype.filter.call(part.querySelectorAll("[data-scrolls]"), function (box) { return box.id; })
      .map(function (box) { return ["#" + box.id, box.scrollTop]; });
  }

  window.bihuan.bring = bring;

  window.bihuan.onClick("a[data-part]", function (link, event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    bring(link.href, link.getAttribute("data-part"));
  });

  window.bihuan.onPart(show);
})();
