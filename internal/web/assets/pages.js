// Papers on screen: the text of a sheet is laid out on pages of 22 lines, as it is printed. Where
// the window is too narrow for a sheet, or the paper very long, it stays in one piece.
(function () {
  "use strict";

  var each = window.bihuan.each;
  var most = 60; // pages
  var mm = 96 / 25.4; // in pixels

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
    range.setStartBefore(block.firstChild);
    range.setEnd(place.node, place.at);
    if (!range.toString().trim()) return null; // nothing of it stays: it moves whole
    range.setStart(place.node, place.at);
    range.setEndAfter(block.lastChild);
    var rest = document.createElement("p");
    rest.className = "gw-p gw-rest";
    rest.appendChild(range.extractContents());
    return rest;
  }

  // Where each cell of some rows stands: its row, its column, and the row behind it.
  function places(rows) {
    var taken = [], out = [];
    rows.forEach(function (row, r) {
      var column = 0;
      Array.prototype.forEach.call(row.cells, function (cell) {
        while (taken[r] && taken[r][column]) column++;
        for (var y = r; y < r + cell.rowSpan; y++) {
          taken[y] = taken[y] || [];
          for (var x = column; x < column + cell.colSpan; x++) taken[y][x] = true;
        }
        out.push({ cell: cell, row: r, column: column, end: r + cell.rowSpan });
        column += cell.colSpan;
      });
    });
    return out;
  }

  // Cells that reach over a cut between rows go on as empty ones below it.
  function goOn(rows, at) {
    var cells = places(rows);
    cells.filter(function (c) { return c.row < at && c.end > at; }).forEach(function (c) {
      var below = c.cell.cloneNode(false);
      below.rowSpan = c.end - at;
      c.cell.rowSpan = at - c.row;
      var behind = cells.filter(function (o) { return o.row === at && o.column > c.column; })[0];
      rows[at].insertBefore(below, behind ? behind.cell : null);
    });
  }

  // Takes the rows below the line out of a table, as a table with the same head.
  function cutTable(block, limit) {
    var body = block.tagName === "FIGURE" && block.querySelector("tbody");
    if (!body) return null;
    var rows = Array.prototype.slice.call(body.rows), at = 0;
    while (at < rows.length && rows[at].getBoundingClientRect().bottom <= limit) at++;
    if (at === 0 || at === rows.length) return null;
    goOn(rows, at);
    var rest = block.cloneNode(false), table = body.parentNode.cloneNode(false), moved = body.cloneNode(false);
    Array.prototype.forEach.call(body.parentNode.children, function (part) {
      if (/^(COLGROUP|THEAD)$/.test(part.tagName)) table.appendChild(part.cloneNode(true));
    });
    rows.slice(at).forEach(function (row) { moved.appendChild(row); });
    table.appendChild(moved);
    rest.appendChild(table);
    return rest;
  }

  function alone(block) { return /^H[2-6]$/.test(block.tagName) && !block.querySelector(".gw-follow"); }

  // Moves what does not fit on a sheet to a new one behind it, which it gives; null where all fits.
  function spill(sheet, area) {
    var box = sheet.getBoundingClientRect();
    var limit = box.top + parseFloat(window.getComputedStyle(sheet).paddingTop) * box.width / sheet.offsetWidth + area + 2;
    var blocks = Array.prototype.slice.call(sheet.children);
    var n = 0;
    while (n < blocks.length && blocks[n].getBoundingClientRect().bottom <= limit) n++;
    if (n === blocks.length) return null;
    var rest = cut(blocks[n], limit) || cutTable(blocks[n], limit);
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

  // A sheet that lies on its side is shown smaller where the window is too narrow for it.
  function shrink(sheet, room) {
    if (room >= 297 * mm || !window.CSS.supports("zoom", "0.5")) return;
    sheet.style.maxWidth = "none";
    sheet.style.zoom = room / (297 * mm);
  }

  function number(paper) {
    each(".gw-sheet", paper, function (sheet) { sheet.classList.add("gw-page"); });
    Array.prototype.forEach.call(paper.querySelectorAll(".gw-sheet"), function (sheet, n) {
      if (sheet.matches(".gw-letter, .gw-imprint")) return;
      var folio = document.createElement("p");
      folio.className = "gw-folio " + (n % 2 ? "gw-folio-even" : "gw-folio-odd");
      folio.setAttribute("aria-hidden", "true");
      folio.textContent = "— " + (n + 1) + " —";
      sheet.appendChild(folio);
    });
  }

  function paginate(paper) {
    if (!paper.querySelector(".gw-sheet") || paper.clientWidth < 210 * mm - 1 || paper.scrollHeight > most * 297 * mm) return;
    each(".gw-landscape", paper, function (sheet) { shrink(sheet, paper.clientWidth); });
    each(".gw-sheet:not(.gw-imprint)", paper, function (sheet) {
      var wide = sheet.matches(".gw-landscape");
      var probe = sheet.getBoundingClientRect().width / (wide ? 297 : 210);
      var area = (wide ? 156 : 225) * probe;
      if (sheet.matches(".gw-letter")) area += 7 * probe;
      for (var next = sheet; next; area = (wide ? 156 : 225) * probe) next = spill(next, area);
    });
    number(paper);
  }

  function start() { each(".gw", document, paginate); }

  if (document.fonts && document.fonts.ready) document.fonts.ready.then(start); else start();
})();
