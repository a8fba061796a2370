import { expect, test } from "vitest";
import { registeredFor } from "../../../src/check/source/handlers.ts";
import { parseFile } from "../../../src/check/source/source.ts";

/** The lines at which the code for POST /token begins. */
function linesOf(text: string): (number | undefined)[] {
  const source = { files: [parseFile("/app.js", text)] };
  return registeredFor(source, "POST", "/token").map(({ node }) => node.loc?.start.line);
}

test("a program that asks for the path itself shows the branch for it", () => {
  const asking = `app.use((req, res) => {
    if (req.method === "GET" && req.path === "/token") return res.sendStatus(405);
    if (req.path === "/token") {
      res.json({});
    }
  });`;
  expect(linesOf(asking)).toEqual([3]);
});

test("a program that chooses by method and path in one text shows the case, or the function, for it", () => {
  const choosing = 'switch (route) {\n  case "POST /login": break;\n  case "POST /token": give();\n}';
  expect(linesOf(choosing)).toEqual([3]);
  expect(linesOf('const routes = {\n  "POST /token": (req, res) => res.json({}),\n};')).toEqual([2]);
});

test("where a route is registered, conditions on the path are something else", () => {
  const registered =
    'app.use((req) => {\n  if (req.path === "/token") log();\n});\napp.post("/token", give);';
  expect(linesOf(`${registered}\nfunction give() {}`)).toEqual([5]);
});

test("a program that keeps its routes in a table shows the functions in the row", () => {
  const give = "const give = (req, res) => res.json({});\n";
  const inList = `${give}const table = [["/login", enter], ["/token", json, give]];`;
  expect(linesOf(inList)).toEqual([1]);
  const inObjects = `${give}const table = [{ path: "/token", run: give }, { path: "/me", run: show }];`;
  expect(linesOf(inObjects)).toEqual([1]);
  expect(linesOf(`${give}const table = { "/token": { post: give, get: show } };`)).toEqual([1]);
  expect(linesOf(`${give}route("post", "/token", give);`)).toEqual([1]);
});

test("a list of paths is no table of routes, nor is a row for another method", () => {
  const give = "const give = (req, res) => res.json({});\n";
  expect(linesOf(`${give}const open = ["/login", "/token"];\napp.use("/token", give);`)).toEqual([]);
  expect(linesOf(`${give}const table = [["get", "/token", give]];`)).toEqual([]);
});

test("a path may stand in a constant, in a field, or at the end of a joined text", () => {
  const give = "const give = (req, res) => res.json({});\n";
  expect(linesOf(`${give}const TOKEN = "/token";\napp.post(TOKEN, give);`)).toEqual([1]);
  expect(linesOf(`${give}const PATHS = { token: "/token" };\napp.post(PATHS.token, give);`)).toEqual([1]);
  expect(linesOf(`${give}app.post(\`\${base}/token\`, give);\napp.post(base + "/login", other);`)).toEqual([
    1,
  ]);
});
