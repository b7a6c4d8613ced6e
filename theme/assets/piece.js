/* An article's comforts: copying a citation, and the wish to see the page's lines, kept from piece to piece.
   Without it the page reads the same; what needs it is made here. */
(function () {
  "use strict";

  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return selection;
  }

  function copied(text, element) {
    if (navigator.clipboard && navigator.clipboard.writeText) {
      return navigator.clipboard.writeText(text);
    }
    var selection = select(element); // an old browser, or a page served without https
    var done = document.execCommand("copy");
    selection.removeAllRanges();
    return done ? Promise.resolve() : Promise.reject();
  }

  var said = document.querySelector(".said");

  function offer(source, place) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.dataset.copy = source.id;
    button.textContent = said.dataset.copy;
    button.addEventListener("click", function () {
      var text = source.textContent.replace(/\r\n?/g, "\n");
      if (source.id === "cite-ris") text = text.replace(/\n/g, "\r\n"); // as RIS asks
      copied(text, source).then(function () {
        button.textContent = said.textContent = said.dataset.done;
        setTimeout(function () { button.textContent = said.dataset.copy; said.textContent = ""; }, 2000);
      }, function () { select(source); }); // selected: the reader copies it by hand
    });
    place.appendChild(button);
  }

  document.querySelectorAll(".citations dd").forEach(function (form) { offer(form, form.previousElementSibling); });
  offer(document.getElementById("address"), document.getElementById("address").parentNode);

  var lines = document.getElementById("source-lines");
  if (!lines) return;
  try { // a browser may forbid the store
    lines.checked = lines.checked || localStorage.getItem("source-lines") === "on";
    lines.addEventListener("change", function () {
      localStorage.setItem("source-lines", lines.checked ? "on" : "off");
    });
  } catch (_) { /* the switch works all the same */ }
})();
