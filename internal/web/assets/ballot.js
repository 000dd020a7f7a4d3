// The code of a slip's QR code stands behind the # of the address, which a
// browser does not send to anybody: it is put into the field here.
(function () {
  var field = document.querySelector("input.code");
  if (field && !field.value && location.hash.length > 1) {
    field.value = decodeURIComponent(location.hash.slice(1));
    if (history.replaceState) history.replaceState(null, "", location.pathname);
  }
})();
