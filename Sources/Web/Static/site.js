// Everything works without this file; it adds a choice of theme, sorting of tables and answers without a reload.
(function () {
  "use strict";
  var root = document.documentElement;
  var stored = null;
  try { stored = localStorage.getItem("market-echo-theme"); } catch (error) { stored = null; }
  if (stored === "light" || stored === "dark") { root.setAttribute("data-theme", stored); }

  function isDark() {
    var chosen = root.getAttribute("data-theme");
    if (chosen) { return chosen === "dark"; }
    return window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function setUpTheme() {
    var button = document.querySelector("[data-theme-button]");
    if (!button) { return; }
    function label() { button.textContent = isDark() ? "Light" : "Dark"; }
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      root.setAttribute("data-theme", next);
      try { localStorage.setItem("market-echo-theme", next); } catch (error) { /* the choice lasts for this page */ }
      label();
    });
  }

  // A table with data-sortable sorts by a column when its heading is pressed; values are in data-value or the text.
  function value(row, column) {
    var cell = row.cells[column];
    if (!cell) { return ""; }
    var raw = cell.getAttribute("data-value");
    if (raw !== null && raw !== "" && !isNaN(Number(raw))) { return Number(raw); }
    return cell.textContent.trim().toLowerCase();
  }

  function sort(table, column, heading) {
    var descending = heading.getAttribute("aria-sort") !== "descending";
    table.querySelectorAll("thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    Array.prototype.forEach.call(table.tBodies, function (body) {
      var rows = Array.prototype.slice.call(body.rows);
      rows.sort(function (a, b) {
        var x = value(a, column);
        var y = value(b, column);
        if (typeof x !== typeof y) { return typeof x === "number" ? -1 : 1; }
        var order = x < y ? -1 : x > y ? 1 : 0;
        return descending ? -order : order;
      });
      rows.forEach(function (row) { body.appendChild(row); });
    });
  }

  function setUpSorting() {
    document.querySelectorAll("table[data-sortable]").forEach(function (table) {
      var headings = table.querySelectorAll("thead tr:last-child th");
      headings.forEach(function (heading, column) {
        var button = document.createElement("button");
        button.type = "button";
        button.className = "sort";
        while (heading.firstChild) { button.appendChild(heading.firstChild); }
        heading.appendChild(button);
        button.addEventListener("click", function () { sort(table, column, heading); });
      });
    });
  }

  function start() {
    setUpTheme();
    setUpSorting();
  }
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
