/* 历史上的今天: leads to the page of today's day, where some year has a paper for it. Without a script the link leads to
   the calendar of all such days. */
(function () {
  "use strict";
  var link = document.getElementById("today");
  if (!link) return;
  var now = new Date();
  var day = ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);
  if (link.getAttribute("data-days").split(" ").indexOf(day) < 0) return;
  link.setAttribute("href", link.getAttribute("data-folder") + day + ".html");
  link.querySelector("span").textContent = " " + (now.getMonth() + 1) + "-" + now.getDate();
  link.hidden = false;
})();
