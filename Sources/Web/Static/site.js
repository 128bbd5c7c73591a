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

  // RadarQuant answers in place: the page with the answer is fetched and its answer put into this one.
  function setUpRadar() {
    var form = document.querySelector("form[data-radar]");
    var target = document.querySelector("[data-radar-answer]");
    if (!form || !target || !window.fetch || !window.history.pushState) { return; }
    var input = form.querySelector("input[name=question]");
    var latest = 0;

    function show(address, isNew) {
      var own = latest += 1;
      target.setAttribute("aria-busy", "true");
      fetch(address, { headers: { Accept: "text/html" } }).then(function (response) {
        return response.text();
      }).then(function (text) {
        if (own !== latest) { return; }
        var answer = new DOMParser().parseFromString(text, "text/html").querySelector("[data-radar-answer]");
        if (!answer) { window.location.assign(address); return; }
        target.textContent = "";
        while (answer.firstChild) { target.appendChild(document.adoptNode(answer.firstChild)); }
        target.removeAttribute("aria-busy");
        input.value = new URL(address, window.location.href).searchParams.get("question") || "";
        if (isNew) { window.history.pushState({}, "", address); }
      }).catch(function () { window.location.assign(address); });
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      show("/radarquant?question=" + encodeURIComponent(input.value), true);
    });
    document.querySelectorAll("[data-radar-examples] a").forEach(function (link) {
      link.addEventListener("click", function (event) {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) { return; }
        event.preventDefault();
        show(link.getAttribute("href"), true);
        input.focus();
      });
    });
    window.addEventListener("popstate", function () { show(window.location.href, false); });
  }

  function start() {
    setUpTheme();
    setUpSorting();
    setUpRadar();
  }
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
