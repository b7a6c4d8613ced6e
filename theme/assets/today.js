/* The home page: 历史上的今天 leads to the page of today's day, where some year has a paper for it (without a script to the
   calendar of all such days), and the box of the search to its page. */
(function () {
  "use strict";
  var seek = document.getElementById("seek");
  if (seek) {
    seek.className = "seek";
    seek.addEventListener("submit", function (event) {
      event.preventDefault();
      var mark = location.protocol === "file:" ? "#q=" : "?q="; // as the search page keeps it
      location.href = seek.getAttribute("data-to") + mark + encodeURIComponent(seek.elements.q.value);
    });
  }

  var link = document.getElementById("today");
  if (!link) return;
  var now = new Date();
  var day = ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);
  if (link.getAttribute("data-days").split(" ").indexOf(day) < 0) return;
  link.setAttribute("href", link.getAttribute("data-folder") + day + ".html");
  link.querySelector("span").textContent = " " + (now.getMonth() + 1) + "-" + now.getDate();
  link.hidden = false;
})();
