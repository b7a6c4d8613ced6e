/* An article's comforts: copying a citation, the wish to see the page's lines, kept from piece to piece, and marks on
   the words that a search found here.
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

  var said = document.querySelector("[role=status]");

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
  document.querySelectorAll("#cite-plain, #address").forEach(function (line) { offer(line, line.parentNode); });

  // Words stand in the address as printed here; one may run over several nodes. From the end: what is before stays.
  function mark(block, word) {
    var walker = document.createTreeWalker(block, 4), nodes = [], whole = "", at;
    while (walker.nextNode()) if (!walker.currentNode.parentNode.hash) { nodes.unshift([walker.currentNode, whole.length]); whole += walker.currentNode.data; }
    for (at = whole.length; at > 0 && (at = whole.lastIndexOf(word, at - 1)) >= 0;) nodes.forEach(function (held) {
      var range = document.createRange(), from = Math.max(at - held[1], 0), to = Math.min(at + word.length - held[1], held[0].length);
      if (from >= to) return;
      range.setStart(held[0], from);
      range.setEnd(held[0], to);
      range.surroundContents(document.createElement("mark"));
    });
  }

  new URLSearchParams(location.search).getAll("m").forEach(function (word) {
    if (word) document.querySelectorAll(".heads > *, .text > :not(.para), .para > :not(.aside), .also").forEach(function (block) { mark(block, word); });
  });

  var lines = document.getElementById("source-lines");
  if (!lines) return;
  try { // a browser may forbid the store
    lines.checked = lines.checked || localStorage.getItem("source-lines") === "on";
    lines.addEventListener("change", function () {
      localStorage.setItem("source-lines", lines.checked ? "on" : "off");
    });
  } catch (_) { /* the switch works all the same */ }
})();
