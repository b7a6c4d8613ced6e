/* An article's comforts: copying a citation, the wish to see the page's lines, kept from piece to piece, and marks on
   the words that a search found here.
   Without it the page reads the same; what needs it is hidden. */
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

  document.querySelectorAll("button.copy").forEach(function (button) {
    var word = button.textContent;
    var said = document.querySelector(".said");
    button.hidden = false;
    button.addEventListener("click", function () {
      var source = document.getElementById(button.dataset.copy);
      var text = source.textContent.replace(/\r\n?/g, "\n");
      if (button.dataset.ends === "crlf") text = text.replace(/\n/g, "\r\n"); // as RIS asks
      copied(text, source).then(function () {
        button.textContent = said.textContent = button.dataset.done;
        setTimeout(function () { button.textContent = word; said.textContent = ""; }, 2000);
      }, function () { select(source); }); // selected: the reader copies it by hand
    });
  });

  // The words stand in the address as they are printed here; a line may end within one.
  function mark(block, words) {
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes = [], whole = "", node;
    while ((node = walker.nextNode())) { nodes.push([node, whole.length]); whole += node.data; }
    words.forEach(function (word) {
      for (var at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length)) {
        nodes.forEach(function (held) {
          var from = Math.max(at - held[1], 0), to = Math.min(at + word.length - held[1], held[0].length);
          if (from >= to) return;
          var range = document.createRange();
          range.setStart(held[0], from);
          range.setEnd(held[0], to);
          found.push(range);
        });
      }
    });
  }

  var found = [];
  var asked = new URLSearchParams(location.search).getAll("m").filter(Boolean);
  if (asked.length) {
    document.querySelectorAll(".heads > *, .para > p, .para > h2, .para li, .also").forEach(function (block) { mark(block, asked); });
    found.reverse().forEach(function (range) { // from the end: what stands before keeps its place
      try { range.surroundContents(document.createElement("mark")); } catch (_) { /* it lies in another mark */ }
    });
    if (location.hash) location.replace(location.hash);
  }

  var lines = document.getElementById("source-lines");
  if (!lines) return;
  try { // a browser may forbid the store
    lines.checked = lines.checked || localStorage.getItem("source-lines") === "on";
    lines.addEventListener("change", function () {
      localStorage.setItem("source-lines", lines.checked ? "on" : "off");
    });
  } catch (_) { /* the switch works all the same */ }
})();
