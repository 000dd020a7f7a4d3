// Papers on screen: the text of a sheet is laid out on pages of 22 lines, as it is printed. Where
// the window is too narrow for a sheet, or the paper very long, it stays in one piece.
(function () {
  "use strict";

  var each = window.bihuan.each;
  var most = 60; // pages

  // The first place of a block that lies below a line of the screen, or null.
  function below(block, limit) {
    var walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    var range = document.createRange();
    while (walk.nextNode()) {
      var node = walk.currentNode, low = 0, high = node.length;
      while (low < high) {
        var middle = (low + high) >> 1;
        range.setStart(node, middle);
        range.setEnd(node, middle + 1);
        if (range.getBoundingClientRect().bottom > limit) high = middle; else low = middle + 1;
      }
      if (low < node.length) return { node: node, at: low };
    }
    return null;
  }

  // Takes what lies below the line out of a paragraph, as a paragraph of its own. A character ends
  // some pixels above its line.
  function cut(block, limit) {
    if (!/^(P|H[1-6])$/.test(block.tagName)) return null;
    var place = below(block, limit - 5);
    var top = block.getBoundingClientRect().top;
    if (!place || limit - top < 20) return null;
    var range = document.createRange();
    range.setStart(place.node, place.at);
    range.setEndAfter(block.lastChild);
    var rest = document.createElement("p");
    rest.className = "gw-p gw-rest";
    rest.appendChild(range.extractContents());
    return block.textContent ? rest : null;
  }

  function alone(block) { return /^H[2-6]$/.test(block.tagName) && !block.querySelector(".gw-follow"); }

  // Moves what does not fit on a sheet to a new one behind it, which it gives; null where all fits.
  function spill(sheet, area) {
    var style = window.getComputedStyle(sheet);
    var limit = sheet.getBoundingClientRect().top + parseFloat(style.paddingTop) + area + 2;
    var blocks = Array.prototype.slice.call(sheet.children);
    var n = 0;
    while (n < blocks.length && blocks[n].getBoundingClientRect().bottom <= limit) n++;
    if (n === blocks.length) return null;
    var rest = cut(blocks[n], limit);
    var from = rest ? n + 1 : n;
    while (!rest && from > 1 && (alone(blocks[from - 1]) || /^gw-(sign|list)/.test(blocks[from].className) && /^gw-(p|list)$/.test(blocks[from - 1].className))) {
      from--;
      if (blocks[from].className === "gw-p") break;
    }
    if (from === 0) return null;
    var next = sheet.cloneNode(false);
    next.classList.remove("gw-letter");
    if (rest) next.appendChild(rest);
    blocks.slice(from).forEach(function (block) { next.appendChild(block); });
    sheet.parentNode.insertBefore(next, sheet.nextSibling);
    return next;
  }

  function number(paper) {
    each(".gw-sheet", paper, function (sheet) { sheet.classList.add("gw-page"); });
    Array.prototype.forEach.call(paper.querySelectorAll(".gw-sheet"), function (sheet, n) {
      if (sheet.matches(".gw-letter, .gw-imprint, .gw-landscape")) return;
      var folio = document.createElement("p");
      folio.className = "gw-folio " + (n % 2 ? "gw-folio-even" : "gw-folio-odd");
      folio.setAttribute("aria-hidden", "true");
      folio.textContent = "— " + (n + 1) + " —";
      sheet.appendChild(folio);
    });
  }

  function paginate(paper) {
    var first = paper.querySelector(".gw-sheet");
    if (!first) return;
    var probe = first.getBoundingClientRect().width / (first.matches(".gw-landscape") ? 297 : 210);
    if (probe < 3.7 || paper.scrollHeight > most * 297 * probe) return; // 1 mm is 3.78 px
    each(".gw-sheet:not(.gw-imprint)", paper, function (sheet) {
      var area = (sheet.matches(".gw-landscape") ? 156 : 225) * probe;
      if (sheet.matches(".gw-letter")) area += 7 * probe;
      for (var next = sheet; next; ) {
        next = spill(next, area);
        area = (sheet.matches(".gw-landscape") ? 156 : 225) * probe;
      }
    });
    number(paper);
  }

  function start() { each(".gw", document, paginate); }

  if (document.fonts && document.fonts.ready) document.fonts.ready.then(start); else start();
})();
