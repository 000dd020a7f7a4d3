// Bringing files in: many at once, in parts that go on after a break. The form works without this
// script as a plain upload. data-upload names where a file begins.
(function () {
  "use strict";

  var each = window.bihuan.each;
  var READ = 1 << 20;

  // --- SHA-256, piece by piece: an intranet without https has no crypto.subtle ---

  var K = new Uint32Array(64);
  var START = new Uint32Array(8);
  (function () {
    function fraction(x) { return ((x - Math.floor(x)) * 4294967296) >>> 0; }
    for (var n = 2, found = 0; found < 64; n++) {
      for (var d = 2, prime = true; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
      if (!prime) continue;
      if (found < 8) START[found] = fraction(Math.pow(n, 1 / 2));
      K[found++] = fraction(Math.pow(n, 1 / 3));
    }
  })();

  function Sum() {
    this.h = START.slice();
    this.w = new Uint32Array(64);
    this.block = new Uint8Array(64);
    this.filled = 0;
    this.length = 0;
  }

  Sum.prototype.turn = function (b, at) {
    var w = this.w, h = this.h, i, x, y;
    for (i = 0; i < 16; i++, at += 4) w[i] = (b[at] << 24) | (b[at + 1] << 16) | (b[at + 2] << 8) | b[at + 3];
    for (; i < 64; i++) {
      x = w[i - 15]; y = w[i - 2];
      w[i] = w[i - 16] + w[i - 7] + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
        (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
    }
    var a = h[0], bb = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], hh = h[7];
    for (i = 0; i < 64; i++) {
      var t1 = (hh + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      var t2 = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & bb) ^ (a & c) ^ (bb & c))) | 0;
      hh = g; g = f; f = e; e = (d + t1) | 0; d = c; c = bb; bb = a; a = (t1 + t2) | 0;
    }
    h[0] += a; h[1] += bb; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += hh;
  };

  Sum.prototype.add = function (bytes) {
    var at = 0;
    this.length += bytes.length;
    while (at < bytes.length) {
      if (this.filled === 0 && bytes.length - at >= 64) {
        this.turn(bytes, at);
        at += 64;
        continue;
      }
      this.block[this.filled++] = bytes[at++];
      if (this.filled === 64) { this.turn(this.block, 0); this.filled = 0; }
    }
  };

  Sum.prototype.hex = function () {
    var length = this.length, end = new Uint8Array(((this.filled < 56 ? 56 : 120) - this.filled) + 8);
    end[0] = 0x80;
    new DataView(end.buffer).setUint32(end.length - 8, Math.floor(length / 536870912));
    new DataView(end.buffer).setUint32(end.length - 4, (length << 3) >>> 0);
    this.add(end);
    return Array.prototype.map.call(this.h, function (n) { return ("00000000" + n.toString(16)).slice(-8); }).join("");
  };

  function bytesOf(blob) {
    return new Promise(function (done, failed) {
      var r = new FileReader();
      r.onload = function () { done(new Uint8Array(r.result)); };
      r.onerror = function () { failed(new Error("read")); };
      r.readAsArrayBuffer(blob);
    });
  }

  function sumOf(file, tell) {
    var sum = new Sum();
    function next(at) {
      if (at >= file.size) return sum.hex();
      return bytesOf(file.slice(at, at + READ)).then(function (bytes) {
        sum.add(bytes);
        tell(at / file.size);
        return next(at + READ);
      });
    }
    return Promise.resolve(next(0));
  }

  // --- one file ---

  // What the server refuses is told in its words; what broke is tried again.
  function Refusal(text) { this.text = text; }

  function answer(response) {
    if (response.ok) return response.json();
    return response.text().then(function (text) {
      if (response.status === 409 || response.status >= 500) throw new Error("again");
      var page = new DOMParser().parseFromString(text, "text/html");
      throw new Refusal((page.querySelector("[role=alert]") || page.body).textContent.trim());
    });
  }

  function post(address, fields) {
    return fetch(address, { method: "POST", body: new URLSearchParams(fields), headers: { "X-Fragment": "1" }, credentials: "same-origin" }).then(answer);
  }

  function send(form, file, row) {
    var guard = form.elements.guard.value, hash = "", began = null;

    function begin() {
      return post(form.getAttribute("data-upload"), { guard: guard, name: file.name, size: String(file.size), hash: hash });
    }

    function parts(state) {
      began = state;
      row.progress(state.offset / file.size, "");
      if (state.offset >= file.size) return finish();
      return fetch("/uploads/" + state.id + "?offset=" + state.offset, {
        method: "PUT", body: file.slice(state.offset, state.offset + state.chunk), credentials: "same-origin",
        headers: { "Content-Type": "application/octet-stream", "X-Guard": guard, "X-Fragment": "1" }
      }).then(answer).then(parts);
    }

    function finish() {
      var fields = new FormData(form), out = new URLSearchParams();
      fields.forEach(function (value, name) { if (typeof value === "string" && name !== "form_key") out.append(name, value); });
      out.append("form_key", "upload-" + began.id);
      if (form.querySelector("input[type=file]").files.length > 1) out.delete("title");
      return post("/uploads/" + began.id + "/finish", out);
    }

    function attempt(left) {
      return begin().then(parts).catch(function (err) {
        if (err instanceof Refusal || left === 0) throw err;
        row.progress(began ? began.offset / file.size : 0, form.getAttribute("data-again"));
        return new Promise(function (go) { window.setTimeout(go, 1000 + 1000 * (6 - left)); }).then(function () { return attempt(left - 1); });
      });
    }

    return sumOf(file, function (part) { row.progress(part, form.getAttribute("data-checking")); }).then(function (h) {
      hash = h;
      return attempt(6);
    });
  }

  // --- the list of files, with a bar each ---

  function Row(list, file) {
    this.item = document.createElement("li");
    this.bar = document.createElement("progress");
    this.note = document.createElement("span");
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", file.name);
    this.note.className = "quiet";
    var name = document.createElement("span");
    name.textContent = file.name;
    this.item.append(name, this.bar, this.note);
    list.append(this.item);
  }

  Row.prototype.progress = function (part, note) {
    this.bar.value = part;
    this.note.textContent = note || Math.floor(part * 100) + " %";
  };

  Row.prototype.failed = function (text) {
    this.item.classList.add("upload-failed");
    this.note.textContent = text;
    this.note.setAttribute("role", "alert");
  };

  function uploadAll(form, files) {
    var list = form.querySelector("[data-files]"), failed = 0;
    list.textContent = "";
    var rows = files.map(function (f) { return new Row(list, f); });
    return files.reduce(function (before, file, n) {
      return before.then(function () {
        return send(form, file, rows[n]).then(function () {
          rows[n].progress(1, form.getAttribute("data-done"));
        }).catch(function (err) {
          failed++;
          rows[n].failed(err instanceof Refusal ? err.text : form.getAttribute("data-broken"));
        });
      });
    }, Promise.resolve()).then(function () {
      form.classList.remove("is-sent");
      if (failed === 0) {
        form.classList.remove("is-dirty");
        window.location.hash = "evidence";
        window.location.reload();
      }
    });
  }

  window.bihuan.onPart(function (part) {
    each("form[data-upload]", part, function (form) {
      var input = form.querySelector("input[type=file]"), zone = form.querySelector("[data-drop]");
      form.addEventListener("submit", function (event) {
        if (!input.files.length) return;
        event.preventDefault();
        if (form.classList.contains("is-sent")) return;
        form.classList.add("is-sent");
        uploadAll(form, Array.prototype.slice.call(input.files));
      });
      if (!zone) return;
      ["dragenter", "dragover"].forEach(function (kind) {
        zone.addEventListener(kind, function (event) { event.preventDefault(); zone.classList.add("is-over"); });
      });
      ["dragleave", "drop"].forEach(function (kind) {
        zone.addEventListener(kind, function (event) { event.preventDefault(); zone.classList.remove("is-over"); });
      });
      zone.addEventListener("drop", function (event) {
        if (event.dataTransfer && event.dataTransfer.files.length) input.files = event.dataTransfer.files;
      });
    });
  });
})();
