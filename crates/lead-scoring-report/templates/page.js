// Tables of leads: sorted by a click on a column's name, cut down to what is typed. Without this script they are plain tables.
(() => {
  "use strict";
  const said = document.getElementById("report").dataset;
  // Blanks that do not break lines are blanks to those who type.
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const number = (text) => {
    const found = text.replace(/,/g, "").match(/^[+-]?\d+(\.\d+)?/);
    return found ? Number(found[0]) : NaN;
  };
  const compare = (a, b) => {
    const [x, y] = [number(a), number(b)];
    if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    return a.localeCompare(b, document.documentElement.lang, { numeric: true });
  };
  for (const table of document.querySelectorAll("table.leads")) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const falls = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", falls ? "descending" : "ascending");
        const text = (row) => plain(row.cells[at].textContent);
        rows.sort((a, b) => compare(text(a), text(b)) * (falls ? -1 : 1));
        body.append(...rows);
      });
      head.append(button);
    });
    const filter = document.createElement("div");
    filter.className = "filter";
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "search";
    // Screen readers say it whenever it changes.
    const left = document.createElement("output");
    input.addEventListener("input", () => {
      const wanted = plain(input.value).toLocaleLowerCase();
      rows.forEach((row) => { row.hidden = !plain(row.textContent).toLocaleLowerCase().includes(wanted); });
      const shown = rows.filter((row) => !row.hidden).length;
      left.textContent = wanted ? said.shown.replace("{shown}", shown).replace("{all}", rows.length) : "";
    });
    label.append(said.filter, input);
    filter.append(label, left);
    table.parentElement.before(filter);
  }
})();
