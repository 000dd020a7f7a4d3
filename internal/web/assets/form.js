// Forms: nothing typed is lost, nothing is done twice. A POST form is sent from here, so that a
// refusal appears above the form while everything typed stays; success leads on to the next page.
(function () {
  "use strict";

  var each = window.bihuan.each;
  var leaving = false;

  function leave(address) {
    leaving = true;
    var here = window.location.href.split("#")[0];
    var next = new URL(address, here);
    window.location.assign(next.href);
    if (next.href.split("#")[0] === here && next.hash) window.location.reload();
  }

  // --- sending ---

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.getAttribute("method") !== "post" || event.defaultPrevented || form.hasAttribute("hx-post")) return;
    if (form.classList.contains("is-sent")) {
      event.preventDefault();
      return;
    }
    form.classList.add("is-sent");
    if (form.hasAttribute("data-plain")) {
      leaving = true;
      window.setTimeout(release, 3000, form); // a file to keep leaves the page where it is
      return;
    }
    event.preventDefault();
    send(form, event.submitter);
  });

  function release(form) {
    leaving = false;
    form.classList.remove("is-sent");
  }

  function body(form, submitter) {
    var data = new FormData(form);
    if (submitter && submitter.name) data.append(submitter.name, submitter.value);
    return form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  }

  function send(form, submitter) {
    var action = (submitter && submitter.getAttribute("formaction")) || form.getAttribute("action") || window.location.href;
    fetch(action, {
      method: "POST",
      body: body(form, submitter),
      headers: { "X-Fragment": "1" },
      credentials: "same-origin"
    }).then(function (response) {
      return answer(form, response);
    }).catch(function () {
      // The form's key makes it safe to send again: what was done is not done twice.
      tell(form, message(document.body.getAttribute("data-lost")));
    }).then(function () {
      if (!leaving) form.classList.remove("is-sent");
    });
  }

  function answer(form, response) {
    var next = response.headers.get("X-Next");
    var part = form.getAttribute("data-part");
    if (next && part) return window.bihuan.bring(next, part);
    if (next) return leave(next);
    if (response.redirected) return leave(response.url);
    return response.text().then(function (text) {
      var page = new DOMParser().parseFromString(text, "text/html");
      if (response.headers.get("X-Fragment")) tell(form, page.body);
      else replace(page);
    });
  }

  // A whole page as answer takes the place of this one.
  function replace(page) {
    document.title = page.title;
    document.body.replaceWith(page.body);
    window.scrollTo(0, 0);
    window.bihuan.prepare(document);
  }

  function message(text) {
    var note = document.createElement("div");
    note.className = "note note-bad";
    note.setAttribute("role", "alert");
    note.textContent = text;
    return note;
  }

  // Shows the answer above the form, or above the page's content for a form that is only a button.
  function tell(form, content) {
    var place = form.matches(".post-button, .menu form") ? document.getElementById("main") : form;
    each(".form-answer", place, function (old) { old.remove(); });
    var box = document.createElement("div");
    box.className = "form-answer";
    box.tabIndex = -1;
    if (content.tagName === "BODY") box.append.apply(box, Array.prototype.slice.call(content.childNodes));
    else box.append(content);
    place.prepend(box);
    each("[aria-invalid]", form, function (field) { field.removeAttribute("aria-invalid"); });
    each("[data-field]", box, function (link) { mark(form, link); });
    window.bihuan.prepare(box);
    box.focus();
    box.scrollIntoView({ block: "nearest" });
  }

  // Marks the field that a message is about, and lets the message lead to it.
  function mark(form, link) {
    var field = form.elements[link.getAttribute("data-field")];
    if (field && !field.tagName) field = field[0];
    if (!field) return;
    field.setAttribute("aria-invalid", "true");
    if (field.id) link.setAttribute("href", "#" + field.id);
  }

  // --- words that are put where the cursor stands ---

  document.addEventListener("click", function (event) {
    var word = event.target.closest && event.target.closest("[data-insert]");
    var field = word && document.getElementsByName(word.getAttribute("data-insert"))[0];
    if (!field || !field.setRangeText) return;
    field.focus();
    field.setRangeText(word.textContent, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // --- leaving with something typed ---

  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (form && form.hasAttribute("data-dirty")) form.classList.add("is-dirty");
  });

  window.addEventListener("beforeunload", function (event) {
    if (leaving || !document.querySelector("form.is-dirty")) return;
    event.preventDefault();
    event.returnValue = "";
  });

  // Coming back with the browser's button shows the form as it was: it may be sent again.
  window.addEventListener("pageshow", function () {
    leaving = false;
    each("form.is-sent", null, release);
  });
})();
