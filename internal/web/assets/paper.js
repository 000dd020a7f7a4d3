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
      each("[data-counted]", item, function (list) { list.open = !item.hidden; });
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

  // Finds words in the paper, over the borders of elements, and selects them.
  function find(words) {
    var paper = document.querySelector(".gw");
    if (!paper) return;
    var walk = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
    var nodes = [], starts = [], text = "";
    while (walk.nextNode()) {
      nodes.push(walk.currentNode);
      starts.push(text.length);
      text += walk.currentNode.data;
    }
    var at = text.indexOf(words);
    if (at < 0) return;
    var range = document.createRange();
    nodes.forEach(function (node, n) {
      var from = at - starts[n], to = at + words.length - starts[n];
      if (from >= 0 && from < node.length) range.setStart(node, from);
      if (to > 0 && to <= node.length) range.setEnd(node, to);
    });
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
  }

  window.bihuan.onClick("[data-find]", function (button) { find(button.getAttribute("data-find")); });

  document.addEventListener("mouseover", function (event) {
    var item = event.target.closest("[data-source]");
    each(".src[data-refs]", null, function (words) {
      words.classList.toggle("is-pointed", !!item && refsOf(words).indexOf(item.getAttribute("data-source")) >= 0);
    });
  });
})();
