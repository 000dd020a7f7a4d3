// The grid: problems and measures edited cell by cell with the keyboard. Arrows move, Enter or F2 or
// typing edits, Esc leaves it, Tab goes on to the next cell, Ctrl+Z takes back and Ctrl+Y does again,
// a block copied from a spreadsheet is pasted after a preview. The server holds every rule.
(function () {
  "use strict";

  var table = document.getElementById("grid");
  var form = document.getElementById("grid-form");
  if (!table || !form || window.matchMedia("(max-width: 640px)").matches) return;

  var box = table.parentNode;
  var note = document.querySelector("[data-grid-note]");
  var words = form.querySelector("[data-grid-words]");
  var heads = table.tHead.rows[0].cells;
  var rows = table.tBodies[0].rows;
  var at = { row: 0, col: 2 };   // the cell with the focus
  var from = { row: 0, col: 2 }; // where a selection began
  var editor = null;             // the open editor: { box, cell, was, list }
  var sent = 0;
  var queue = Promise.resolve();

  function word(name) { return words.getAttribute("data-" + name); }
  function cell(row, col) { return rows[row] && rows[row].cells[col]; }
  function columnOf(td) { return td.getAttribute("data-c"); }
  function editable(td) { return td && td.hasAttribute("data-edit"); }
  function listOf(col) { return document.getElementById(heads[col].getAttribute("data-list") || "-"); }

  // --- what screen readers hear ---

  table.setAttribute("role", "grid");
  table.setAttribute("aria-multiselectable", "true");
  box.removeAttribute("tabindex");
  box.classList.add("grid-live");
  Array.prototype.forEach.call(rows, function (row) {
    Array.prototype.forEach.call(row.cells, function (td) {
      td.tabIndex = -1;
      if (td.tagName === "TD" && !editable(td)) td.setAttribute("aria-readonly", "true");
    });
  });
  Array.prototype.forEach.call(table.querySelectorAll("tbody a"), function (link) { link.tabIndex = -1; });

  // --- moving and choosing ---

  function span() {
    return {
      top: Math.min(at.row, from.row), bottom: Math.max(at.row, from.row),
      left: Math.min(at.col, from.col), right: Math.max(at.col, from.col)
    };
  }

  function eachChosen(act) {
    var s = span();
    for (var r = s.top; r <= s.bottom; r++) for (var c = s.left; c <= s.right; c++) act(cell(r, c), r, c);
  }

  var marked = [];

  function mark() {
    marked.forEach(function (td) { td.classList.remove("is-chosen"); td.removeAttribute("aria-selected"); });
    marked = [];
    if (at.row === from.row && at.col === from.col) return;
    eachChosen(function (td) { td.classList.add("is-chosen"); td.setAttribute("aria-selected", "true"); marked.push(td); });
  }

  function go(row, col, extend) {
    var next = cell(Math.max(0, Math.min(rows.length - 1, row)), Math.max(0, Math.min(heads.length - 1, col)));
    var old = cell(at.row, at.col);
    if (!next) return;
    if (old) old.tabIndex = -1;
    at = { row: next.parentNode.sectionRowIndex, col: next.cellIndex };
    if (!extend) from = { row: at.row, col: at.col };
    next.tabIndex = 0;
    next.focus();
    mark();
  }

  // --- sending ---

  function fields(cells, more) {
    var data = new URLSearchParams();
    sent++;
    data.append("guard", form.elements.guard ? form.elements.guard.value : "");
    data.append("form_key", form.elements.form_key.value + "-" + sent);
    cells.forEach(function (c, n) {
      var row = c.td.parentNode;
      var at = "cells[" + n + "].";
      data.append(at + "measure", row.hasAttribute("data-measure") ? "true" : "false");
      data.append(at + "id", row.getAttribute("data-row"));
      data.append(at + "column", columnOf(c.td));
      data.append(at + "was", c.was);
      data.append(at + "value", c.value);
    });
    Object.keys(more || {}).forEach(function (name) { data.append(name, more[name]); });
    return data;
  }

  function post(path, data) {
    return fetch(path, {
      method: "POST", body: data, credentials: "same-origin",
      headers: { "X-Fragment": "1", "Content-Type": "application/x-www-form-urlencoded" }
    });
  }

  // One change after the other: the order of taking back is the order of doing.
  function inTurn(act) {
    queue = queue.then(act, act);
    return queue;
  }

  function say(text, bad) {
    note.textContent = text;
    note.classList.toggle("is-bad", !!bad);
  }

  function find(c) {
    var row = table.querySelector('tr[data-row="' + c.id + '"]' + (c.measure ? "[data-measure]" : ":not([data-measure])"));
    return row && row.querySelector('td[data-c="' + c.column + '"]');
  }

  // What came back: cells that were taken read as the server says, others as they were.
  function take(response) {
    if ((response.headers.get("Content-Type") || "").indexOf("json") < 0) {
      return response.text().then(function (text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        say(page.body.textContent.replace(/\s+/g, " ").trim() || word("lost"), true);
        return false;
      });
    }
    return response.json().then(function (answer) {
      var wrong = [];
      answer.cells.forEach(function (c) {
        var td = find(c);
        if (!td) return;
        td.classList.remove("is-saving");
        td.classList.toggle("is-wrong", !!c.wrong && !response.ok);
        if (c.wrong && !response.ok) wrong.push({ td: td, text: c.wrong, stale: c.stale });
        if (td.getAttribute("data-wanted") !== null && c.stale) td.setAttribute("data-theirs", c.text);
        td.textContent = c.text;
      });
      if (!wrong.length) {
        say(word("saved"));
        buttons(response.url.indexOf("/undo") > 0);
        return true;
      }
      say(wrong.map(function (w) { return w.text; }).slice(0, 3).join(" "), true);
      if (wrong.length === 1 && wrong[0].stale) offer(wrong[0].td);
      return false;
    });
  }

  // Somebody else wrote the cell: both texts are shown, and one is chosen.
  function offer(td) {
    var wanted = td.getAttribute("data-wanted");
    [["mine", wanted], ["theirs", null]].forEach(function (choice) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "btn";
      button.textContent = word(choice[0]);
      button.addEventListener("click", function () {
        say("");
        td.classList.remove("is-wrong");
        if (choice[1] !== null) save(td, td.textContent, choice[1]);
        go(td.parentNode.sectionRowIndex, td.cellIndex);
      });
      note.appendChild(document.createTextNode(" "));
      note.appendChild(button);
    });
  }

  function buttons(undone) {
    var undo = form.querySelector("[data-grid-undo]");
    var redo = form.querySelector("[data-grid-redo]");
    if (undo && !undone) { undo.disabled = false; redo.disabled = true; }
    if (undo && undone) { undo.disabled = false; redo.disabled = false; }
  }

  function lost() { say(word("lost"), true); }

  function save(td, was, value) {
    td.textContent = value;
    td.classList.add("is-saving");
    td.setAttribute("data-wanted", value);
    say(word("saving"));
    return inTurn(function () {
      return post(form.getAttribute("action"), fields([{ td: td, was: was, value: value }])).then(take).catch(function () {
        td.classList.remove("is-saving");
        td.textContent = was;
        lost();
      });
    });
  }

  function back(redo) {
    inTurn(function () {
      say(word("saving"));
      return post(form.getAttribute("action") + "/undo", fields([], redo ? { redo: "true" } : {})).then(take).catch(lost);
    });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    back(event.submitter && event.submitter.name === "redo");
    go(at.row, at.col);
  });

  // --- editing ---

  function edit(text) {
    var td = cell(at.row, at.col);
    if (!editable(td)) { say(word("readonly"), true); return; }
    close();
    var area = document.createElement("textarea");
    area.className = "grid-editor";
    area.value = text === null ? td.textContent : text;
    area.setAttribute("aria-label", heads[at.col].textContent);
    editor = { area: area, td: td, was: td.textContent, list: null };
    box.appendChild(area);
    place(area, td);
    attach(area);
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    if (text !== "") suggest();
  }

  function place(element, td) {
    var a = td.getBoundingClientRect();
    var b = box.getBoundingClientRect();
    element.style.left = a.left - b.left + box.scrollLeft + "px";
    element.style.top = a.top - b.top + box.scrollTop + "px";
    element.style.width = Math.max(a.width, 160) + "px";
    element.style.minHeight = a.height + "px";
  }

  function close() {
    if (!editor) return;
    if (editor.list) editor.list.remove();
    var area = editor.area;
    editor = null;
    area.remove();
  }

  function commit() {
    if (!editor) return;
    choose();
    var td = editor.td, was = editor.was, value = editor.area.value.trim();
    close();
    if (value !== was) save(td, was, value);
  }

  function attach(area) {
    area.addEventListener("keydown", function (event) {
      if (event.isComposing || event.keyCode === 229) return;
      var row = at.row, col = at.col;
      if (event.key === "Escape") { close(); go(row, col); }
      else if (event.key === "Enter" && event.altKey) { area.setRangeText("\n", area.selectionStart, area.selectionEnd, "end"); }
      else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { fill(); }
      else if (event.key === "Enter") { commit(); go(row + 1, col); }
      else if (event.key === "Tab") { commit(); step(row, col, event.shiftKey ? -1 : 1); }
      else if (editor && editor.list && (event.key === "ArrowDown" || event.key === "ArrowUp")) { pick(event.key === "ArrowDown" ? 1 : -1); }
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    area.addEventListener("input", suggest);
    area.addEventListener("blur", function () { window.setTimeout(function () { if (editor && editor.area === area) commit(); }, 150); });
  }

  // The next cell that can be edited, on into the next row.
  function step(row, col, by) {
    do {
      col += by;
      if (col >= heads.length) { col = 2; row++; }
      if (col < 2) { col = heads.length - 1; row--; }
    } while (cell(row, col) && !editable(cell(row, col)));
    if (cell(row, col)) go(row, col);
  }

  // Writes what the editor holds into every chosen cell that can take it.
  function fill() {
    var value = editor.area.value.trim();
    var cells = [];
    close();
    eachChosen(function (td) { if (editable(td)) cells.push({ td: td, was: td.textContent, value: value }); });
    preview(cells);
  }

  // --- picking people and departments by name or initials ---

  var multi = /[、,，]/;

  function typed() { return editor.area.value.split(multi).pop().trim(); }

  function suggest() {
    if (!editor) return;
    var source = listOf(editor.td.cellIndex);
    if (editor.list) { editor.list.remove(); editor.list = null; editor.area.removeAttribute("aria-controls"); }
    if (!source) return;
    var q = typed().toLowerCase();
    var found = Array.prototype.filter.call(source.children, function (o) {
      return q && (o.value.toLowerCase().indexOf(q) >= 0 || (o.getAttribute("data-hint") || "").indexOf(q) === 0);
    }).slice(0, 8);
    if (!found.length) return;
    var list = document.createElement("ul");
    list.className = "grid-list";
    list.id = "grid-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", heads[editor.td.cellIndex].textContent);
    found.forEach(function (o, n) {
      var item = document.createElement("li");
      item.id = "grid-option-" + n;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", n === 0 ? "true" : "false");
      item.textContent = o.value;
      item.addEventListener("mousedown", function (event) { event.preventDefault(); select(item); choose(); editor.area.focus(); });
      list.appendChild(item);
    });
    editor.list = list;
    editor.area.setAttribute("aria-controls", list.id);
    editor.area.setAttribute("aria-activedescendant", "grid-option-0");
    box.appendChild(list);
    place(list, editor.td);
    list.style.top = parseFloat(list.style.top) + editor.area.offsetHeight + "px";
  }

  function select(item) {
    Array.prototype.forEach.call(editor.list.children, function (o) { o.setAttribute("aria-selected", o === item ? "true" : "false"); });
    editor.area.setAttribute("aria-activedescendant", item.id);
  }

  function pick(by) {
    var now = editor.list.querySelector("[aria-selected=true]");
    var next = by > 0 ? now.nextElementSibling : now.previousElementSibling;
    if (next) select(next);
  }

  // Takes the chosen entry in place of what was typed of it.
  function choose() {
    if (!editor || !editor.list) return;
    var item = editor.list.querySelector("[aria-selected=true]");
    var parts = editor.area.value.split(multi);
    parts[parts.length - 1] = item.textContent.replace(/（.*$/, "");
    editor.area.value = parts.map(function (p) { return p.trim(); }).join("、");
    editor.list.remove();
    editor.list = null;
  }

  // --- blocks ---

  function quoted(text) { return /[\t\n"]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text; }

  document.addEventListener("copy", function (event) {
    if (editor || !table.contains(document.activeElement) || String(window.getSelection())) return;
    var s = span();
    var lines = [];
    for (var r = s.top; r <= s.bottom; r++) {
      var line = [];
      for (var c = s.left; c <= s.right; c++) line.push(quoted(cell(r, c).textContent.trim()));
      lines.push(line.join("\t"));
    }
    event.clipboardData.setData("text/plain", lines.join("\n"));
    event.preventDefault();
    say(word("copied"));
  });

  // A block as spreadsheets copy it: tabs and lines, quotes around what holds either.
  function parse(text) {
    var block = [[""]], inside = false;
    text = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    for (var i = 0; i < text.length; i++) {
      var ch = text.charAt(i), line = block[block.length - 1], last = line.length - 1;
      if (inside && ch === '"' && text.charAt(i + 1) === '"') { line[last] += '"'; i++; }
      else if (ch === '"' && (inside || line[last] === "")) inside = !inside;
      else if (!inside && ch === "\t") line.push("");
      else if (!inside && ch === "\n") block.push([""]);
      else line[last] += ch;
    }
    return block;
  }

  document.addEventListener("paste", function (event) {
    if (editor || !table.contains(document.activeElement)) return;
    event.preventDefault();
    var block = parse(event.clipboardData.getData("text/plain"));
    var s = span();
    var cells = [];
    var once = block.length === 1 && block[0].length === 1;
    for (var r = 0; r < (once ? s.bottom - s.top + 1 : block.length); r++) {
      for (var c = 0; c < (once ? s.right - s.left + 1 : block[r].length); c++) {
        var td = cell(s.top + r, s.left + c);
        var value = once ? block[0][0] : block[r][c];
        if (td && columnOf(td)) cells.push({ td: td, was: td.textContent, value: value.trim() });
      }
    }
    preview(cells);
  });

  function preview(cells) {
    cells = cells.filter(function (c) { return c.value !== c.was; });
    if (!cells.length) return;
    inTurn(function () {
      return post(form.getAttribute("action"), fields(cells, { preview: "1", lenient: "true" })).then(function (response) {
        return response.text().then(function (text) { show(text, response.ok, cells); });
      }).catch(lost);
    });
  }

  function show(text, good, cells) {
    var page = new DOMParser().parseFromString(text, "text/html");
    if (!good) { say(page.body.textContent.replace(/\s+/g, " ").trim(), true); return; }
    var dialog = document.createElement("dialog");
    var title = document.createElement("h2");
    title.textContent = word("fill");
    title.id = "grid-preview-title";
    dialog.className = "dialog grid-dialog";
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.appendChild(title);
    Array.prototype.slice.call(page.body.childNodes).forEach(function (n) { dialog.appendChild(n); });
    document.body.appendChild(dialog);
    function leave() { if (dialog.close) dialog.close(); dialog.remove(); go(at.row, at.col, true); }
    dialog.addEventListener("cancel", function (event) { event.preventDefault(); leave(); });
    dialog.addEventListener("click", function (event) {
      if (event.target.closest("[data-grid-leave]")) leave();
      if (!event.target.closest("[data-grid-take]")) return;
      leave();
      inTurn(function () { return post(form.getAttribute("action"), fields(cells, { lenient: "true" })).then(take).catch(lost); });
    });
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    dialog.querySelector("button:not([disabled])").focus();
  }

  // --- keys and mouse ---

  function clear() {
    var cells = [];
    eachChosen(function (td) { if (editable(td) && td.textContent) cells.push({ td: td, was: td.textContent, value: "" }); });
    if (cells.length === 1) save(cells[0].td, cells[0].was, "");
    else preview(cells);
  }

  var moves = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-15, 0], PageDown: [15, 0]
  };

  table.addEventListener("keydown", function (event) {
    if (editor) return;
    var ctrl = event.ctrlKey || event.metaKey;
    var move = moves[event.key];
    if (move && !ctrl && !event.altKey) go(at.row + move[0], at.col + move[1], event.shiftKey);
    else if (event.key === "Home") go(ctrl ? 0 : at.row, 0, event.shiftKey);
    else if (event.key === "End") go(ctrl ? rows.length - 1 : at.row, heads.length - 1, event.shiftKey);
    else if (ctrl && event.key.toLowerCase() === "z" && !event.shiftKey) back(false);
    else if (ctrl && (event.key.toLowerCase() === "y" || event.key.toLowerCase() === "z")) back(true);
    else if (ctrl || event.altKey) return;
    else if (event.key === "Enter" && document.activeElement.querySelector("a")) { document.activeElement.querySelector("a").click(); return; }
    else if (event.key === "Enter" || event.key === "F2") edit(null);
    else if (event.key === "Delete" || event.key === "Backspace") clear();
    else if (event.key.length === 1 || event.keyCode === 229) { edit(""); return; } // the key itself goes into the editor
    else return;
    event.preventDefault();
  });

  table.addEventListener("mousedown", function (event) {
    var td = event.target.closest("tbody td, tbody th");
    if (!td || event.target.closest("a") || event.button !== 0) return;
    if (editor) commit();
    go(td.parentNode.sectionRowIndex, td.cellIndex, event.shiftKey);
    event.preventDefault();
  });

  table.addEventListener("mouseover", function (event) {
    var td = event.buttons === 1 && event.target.closest("tbody td, tbody th");
    if (td && !editor) go(td.parentNode.sectionRowIndex, td.cellIndex, true);
  });

  table.addEventListener("dblclick", function () { edit(null); });

  if (cell(0, 2)) cell(0, 2).tabIndex = 0;
})();
