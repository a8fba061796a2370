// The script of report.html. All that students wrote comes in as text and is shown as text: nothing is ever parsed as HTML.
"use strict";

const report = JSON.parse(document.getElementById("data").textContent);
const { texts, steps } = report;
const MARKS = { p: ["✓", "passed"], f: ["✗", "failed"], s: ["·", "skipped"] };
/** How many rows are drawn at first, and how many of the mistakes. */
const MOST = 300;
const MOST_BARS = 10;

/** Sorts as a person would: s2 before s10. */
const collator = new Intl.Collator("en", { numeric: true });

const rows = report.rows.map((row, at) => ({
  ...row,
  at,
  title: texts[row.title] ?? "",
  search: `${row.id} ${row.name} ${row.file ?? ""}`.toLowerCase(),
}));
const state = {
  column: "id",
  down: false,
  search: "",
  status: "",
  cause: "",
  identical: "",
  all: false,
  allBars: false,
  open: new Set(),
};

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function button(label, act) {
  const element = make("button", "", label);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

function linesOf(numbers) {
  return numbers.map((number) => texts[number]).join("\n");
}

function draw() {
  const { search, status, cause, identical, column, down } = state;
  const found = rows.filter(
    (row) =>
      row.search.includes(search) &&
      (status === "" ||
        (status === "passed"
          ? row.passed === true
          : status === "falls short"
            ? row.passed === false
            : row.status === status)) &&
      (cause === "" || row.cause === cause) &&
      (identical === "" || row.identical === identical),
  );
  const value = (row) => row[column] ?? "";
  found.sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    // What has no value comes last, whichever way it is sorted.
    if ((left === "") !== (right === "")) return left === "" ? 1 : -1;
    const order =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : collator.compare(String(left), String(right));
    return (down ? -order : order) || a.at - b.at;
  });
  const shown = state.all ? found : found.slice(0, MOST);
  document.getElementById("rows").replaceChildren(...shown.flatMap(drawRow));
  document.getElementById("count").textContent = `${found.length} of ${rows.length} rows`;
  const more = document.getElementById("more");
  more.hidden = shown.length === found.length;
  for (const heading of document.querySelectorAll("th[data-column]")) {
    const sorted = heading.dataset.column === column;
    heading.setAttribute("aria-sort", sorted ? (down ? "descending" : "ascending") : "none");
    heading.querySelector("span").textContent = sorted ? (down ? " ▼" : " ▲") : "";
  }
  document.getElementById("cause").value = cause;
  document.getElementById("status").value = status;
  document.getElementById("group").hidden = identical === "";
  document.getElementById("group-text").textContent = `same code as ${identical} `;
}

function drawRow(row) {
  const key = `${row.step} ${row.id}`;
  const isOpen = state.open.has(key);
  const toggle = button(row.id, () => {
    if (isOpen) state.open.delete(key);
    else state.open.add(key);
    draw();
  });
  toggle.setAttribute("aria-expanded", String(isOpen));
  const checks = make("td", "checks");
  const known = steps[row.step]?.checks ?? [];
  for (const [at, mark] of [...row.checks].entries()) {
    const [glyph, className] = MARKS[mark];
    const cell = make("span", className, glyph);
    cell.title = `${known[at]?.title ?? ""}: ${className}`;
    checks.append(cell);
  }
  const graded = row.status === "graded";
  const result = graded ? (row.passed ? "passed" : (row.cause ?? "falls short")) : row.status;
  const same = make("td", "same");
  if (row.identical !== null) {
    same.append(button(row.identical, () => Object.assign(state, { identical: row.identical }) && draw()));
  }
  const line = make(
    "tr",
    "",
    make("td", "student", toggle),
    make("td", "name", ...(row.name ? [row.name] : []), ...(row.late ? [make("span", "open", " late")] : [])),
    make("td", "step", ...(row.step === 0 ? [] : [String(row.step)])),
    make("td", "score", ...(row.score === null ? [] : [row.score.toFixed(2)])),
    checks,
    make("td", `result ${graded ? (row.passed ? "passed" : "failed") : "open"}`, result),
    same,
  );
  return isOpen ? [line, drawDetail(row, known)] : [line];
}

function drawDetail(row, known) {
  const cell = make("td");
  cell.colSpan = 7;
  if (row.file !== null) cell.append(make("p", "dim", row.file));
  if (row.why !== null) cell.append(make("p", "open", row.why));
  if (row.title) cell.append(make("h2", "", row.title));
  if (row.place !== null) cell.append(make("p", "dim", row.place));
  if (row.frame.length > 0) cell.append(make("pre", "frame", linesOf(row.frame)));
  for (const number of [row.because, row.fix]) {
    if (texts[number]) cell.append(make("p", "", texts[number]));
  }
  if (row.advice.length > 0) cell.append(make("p", "", `What could be better: ${row.advice.join(", ")}`));
  const failed = known.filter((_, at) => row.checks[at] === "f");
  if (failed.length > 0)
    cell.append(make("ul", "failed", ...failed.map(({ title }) => make("li", "", title))));
  const inside = known.filter(({ seenInside }, at) => seenInside && row.checks[at] === "p");
  if (inside.length > 0) {
    const titles = inside.map(({ title }) => title).join("; ");
    cell.append(make("p", "dim", `Judged by what the program told of itself: ${titles}`));
  }
  if (row.diagram.length > 0) cell.append(make("pre", "diagram", linesOf(row.diagram)));
  if (row.cut)
    cell.append(make("p", "dim", "The page is full: the code and the conversation are in results.ndjson."));
  return make("tr", "detail", cell);
}

function choose(id, field) {
  document.getElementById(id).addEventListener("input", (event) => {
    state[field] = field === "search" ? event.target.value.toLowerCase() : event.target.value;
    draw();
  });
}

/** A bar for each of the commonest mistakes, the longest for the commonest. */
function drawBars() {
  const shown = state.allBars ? report.causes : report.causes.slice(0, MOST_BARS);
  const bars = shown.flatMap(({ cause, count }) => {
    const meter = make("meter");
    // Nothing would be best.
    Object.assign(meter, { max: report.causes[0].count, low: 0, high: 0, optimum: 0, value: count });
    const name = button(
      cause,
      () => Object.assign(state, { cause: state.cause === cause ? "" : cause }) && draw(),
    );
    return [name, meter, make("span", "", String(count))];
  });
  document.getElementById("bars").replaceChildren(...bars);
  const more = document.getElementById("more-bars");
  more.hidden = shown.length === report.causes.length;
  more.textContent = `show all ${report.causes.length}`;
}

for (const { cause } of report.causes) {
  const option = make("option", "", cause);
  option.value = cause;
  document.getElementById("cause").append(option);
}
for (const status of [
  "passed",
  "falls short",
  ...report.statuses.map((one) => one.status).filter((one) => one !== "graded"),
]) {
  const option = make("option", "", status);
  option.value = status;
  document.getElementById("status").append(option);
}
for (const heading of document.querySelectorAll("th[data-column]")) {
  const { column } = heading.dataset;
  const label = heading.textContent;
  heading.replaceChildren(
    button(
      label,
      () => Object.assign(state, { down: state.column === column && !state.down, column }) && draw(),
    ),
    make("span"),
  );
}
choose("search", "search");
choose("status", "status");
choose("cause", "cause");
document
  .getElementById("more")
  .addEventListener("click", () => Object.assign(state, { all: true }) && draw());
document
  .getElementById("ungroup")
  .addEventListener("click", () => Object.assign(state, { identical: "" }) && draw());
document
  .getElementById("more-bars")
  .addEventListener("click", () => Object.assign(state, { allBars: true }) && drawBars());
drawBars();
draw();
