import { expect, it } from "vitest";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import { readingsOf } from "../../../src/check/source/readings.ts";
import { parseFile } from "../../../src/check/source/source.ts";
import type { Handled, Source } from "../../../src/check/source/source.ts";

function sourceOf(text: string, name = "/app.js"): Source {
  return { files: [parseFile(name, text)] };
}

/** The lines at which the handlers of a request begin. */
function linesOf(text: string, path = "/token"): number[] {
  return handlersOf(sourceOf(text), "POST", path).map((found) => placeOfFound(found).line);
}

it.each([
  ["given in place", `app.post("/token", (req, res) => {});`],
  ["for every method", `app.all("/token", (req, res) => {});`],
  ["on a router that is mounted elsewhere", `router.post("/token", function (req, res) {});`],
  ["in a chain of a route", `app.route("/token").get(list).post((req, res) => {});`],
  ["wrapped by a helper", `app.post("/token", wrap(async (req, res) => {}));`],
])("finds a handler %s", (_, text) => {
  expect(linesOf(text)).toEqual([1]);
});

it.each([
  ["a function", `app.post("/token", renew);\nfunction renew(req, res) {}`],
  ["a variable", `app.post("/token", renew);\nconst renew = (req, res) => {};`],
  ["a method", `app.post("/token", auth.renew);\nclass Auth { renew(req, res) {} }`],
  ["a bound method", `app.post("/token", auth.renew.bind(auth));\nclass Auth { renew(req, res) {} }`],
])("follows a name to %s", (_, text) => {
  expect(linesOf(text)).toEqual([2]);
});

it("takes the functions that a handler calls by name for parts of it", () => {
  expect(linesOf(`app.post("/token", (req, res) => { isKnown(req); });\nfunction isKnown(req) {}`)).toEqual([
    1, 2,
  ]);
});

it("leaves handlers of other paths and methods alone", () => {
  expect(linesOf(`app.get("/token", (req, res) => {}); app.post("/tokens", (req, res) => {});`)).toEqual([]);
});

/** What a handler reads, as "part.key". */
function readIn(body: string, parameters = "req, res"): string[] {
  const source = sourceOf(`app.post("/token", (${parameters}) => { ${body} });`);
  const readings = readingsOf(handlersOf(source, "POST", "/token"));
  return readings.map(({ part, key, odd }) => odd ?? `${part}.${key ?? "*"}`);
}

it.each([
  ["a member", "use(req.body.refreshToken)", ["body.refreshToken"]],
  ["a member that may not be there", "use(req.body?.refreshToken)", ["body.refreshToken"]],
  ["a member in brackets", `use(req.body["refreshToken"])`, ["body.refreshToken"]],
  ["what is taken out of the body", "const { refreshToken } = req.body ?? {};", ["body.refreshToken"]],
  ["a renamed member", "const { refreshToken: token } = req.body;", ["body.refreshToken"]],
  ["a member of what is taken out of the request", "const { body: { token } } = req;", ["body.token"]],
  ["the whole body", "use(req.body)", ["body.*"]],
  ["a query", "use(req.query.token)", ["query.token"]],
  ["a header by get", `use(req.get("Authorization"))`, ["headers.Authorization"]],
  ["what no request has", "use(req.bodi.refreshToken)", ["req.bodi.refreshToken"]],
  ["the response's body", "use(res.body.refreshToken)", ["res.body.refreshToken"]],
])("sees that a handler reads %s", (_, body, readings) => {
  expect(readIn(body)).toEqual(readings);
});

it("goes by the first parameter, whatever it is called", () => {
  expect(readIn("use(anfrage.body.token)", "anfrage, antwort")).toEqual(["body.token"]);
});

it("goes by what was seen while the program ran, where the source shows no route", () => {
  const text = `for (const name of names)\n  app.post("/" + name, async (req, res) => res.json(await all[name](req)));
const all = {\n  token(req, res) {\n    look((found) => res.json(found));\n  },\n};`;
  const source = sourceOf(text);
  const at = (line: number) => ({ file: "/app.js", line, column: 30 });
  const token = { method: "POST", path: "/token" };
  const lines = (handled: readonly Handled[]) =>
    handlersOf({ ...source, handled }, "POST", "/token").map((found) => placeOfFound(found).line);
  expect(lines([])).toEqual([]);
  expect(lines([{ ...token, by: "answer", place: at(5) }])).toContain(4);
  expect(lines([{ ...token, by: "registration", place: { ...at(2), column: 7 } }])).toContain(2);
  expect(lines([{ ...token, path: "/me", by: "answer", place: at(5) }])).toEqual([]);
});
