import { describe, expect, it } from "vitest";
import { diagnose } from "../../../src/check/diagnosis/diagnose.ts";
import { inOneLine, reachedRoute, routeFor } from "../../../src/check/diagnosis/read-evidence.ts";
import { remedyFor } from "../../../src/check/diagnosis/mistakes/errors.ts";
import { answerCheck, success } from "../../../src/check/judge/answers.ts";
import { judge } from "../../../src/check/judge/judge.ts";
import { parseFile } from "../../../src/check/source/source.ts";
import type { Exchange, Fault, Layer, Transcript } from "../../../src/check/transcript.ts";
import { exchange, json, line, transcript } from "../../transcripts.ts";

const check = answerCheck("login", "logs in", "login", success({ accessToken: "a" }));

/** So that each place of these tests is one of the source. */
const THIRTY_LINES = "// a line of the program\n".repeat(30);

function causeOf(happened: Transcript, source = THIRTY_LINES) {
  const results = judge([check], happened);
  const files = [parseFile("/app.js", source)];
  return diagnose([], happened, results, null, { files })[0];
}

function route(path: string, at: number, ...methods: string[]): Layer {
  return { role: "route", methods, path, name: "", place: line(at) };
}

function fault(message: string, more: Partial<Fault> = {}): Fault {
  return {
    name: "TypeError",
    message,
    code: null,
    status: null,
    stack: "…",
    frames: [],
    own: true,
    place: line(9),
    ...more,
  };
}

const notFound = (events: Exchange["events"] = []) =>
  exchange("login", "/login", { response: json(404, {}), events });

describe("a request finds its route", () => {
  const happened = (...layers: Layer[]) => transcript([notFound()], { layers });
  const request = notFound().request;

  it.each(["/login", "/login/", "/Login", "/signin,/login"])("at %s", (path) => {
    expect(routeFor(happened(route(path, 1, "POST")), request)).not.toBeNull();
    expect(routeFor(happened(route(path, 1, "ALL")), request)).not.toBeNull();
  });

  it.each(["/", "/logins", "/login/:id", "login"])("not at %s", (path) => {
    expect(routeFor(happened(route(path, 1, "POST")), request)).toBeNull();
  });

  it("only if its own handler was entered", () => {
    const entered = (at: number) =>
      notFound([{ kind: "entered", name: "", role: "handler", place: line(at), body: "object" }]);
    const table = happened(route("/login", 4, "POST"));
    expect(reachedRoute(table, entered(4))).toBe(true);
    expect(reachedRoute(table, entered(5))).toBe(false);
  });
});

describe("a 404", () => {
  it.each([
    ["route-missing", [route("/", 1, "GET")]],
    ["route-wrong-method", [route("/login", 2, "GET")]],
    ["route-wrong-path", [route("/api/login", 3, "POST")]],
    ["route-wrong-path", [route("/logn", 3, "POST")]],
    ["route-wrong-path", [route("login", 3, "POST")]],
    ["route-wrong-path", [route("/Login", 3, "POST")]],
    ["route-wrong-path", [route("/login/", 3, "POST")]],
  ])("is explained by %s", (id, layers) => {
    expect(causeOf(transcript([notFound()], { layers }))?.id).toBe(id);
  });

  it("is explained by route-shadowed where the learner's own line gave it", () => {
    const answered = notFound([{ kind: "answered", place: line(2) }]);
    const table = { layers: [route("/login", 4, "POST")] };
    expect(causeOf(transcript([answered], table))).toMatchObject({ id: "route-shadowed", place: line(2) });
  });
});

describe("the root cause comes before what follows from it", () => {
  it("a crash while starting before missing routes", () => {
    const cause = causeOf(
      transcript([], { boot: { outcome: "crashed", fault: fault("x is not a function") } }),
    );
    expect(cause).toMatchObject({ id: "crash-on-start", place: { line: 9 } });
  });

  it("at no place where the learner's text has no such line or column", () => {
    const atPlace = (place: Fault["place"]) =>
      causeOf(
        transcript([], { boot: { outcome: "crashed", fault: fault("x is not a function", { place }) } }),
      );
    expect(atPlace({ file: "/app.js", line: 2, column: 962 })).toMatchObject({ place: null });
    expect(atPlace({ file: "/app.js", line: 99, column: 1 })).toMatchObject({ place: null });
    expect(atPlace({ file: "/app.js", line: 2, column: 4 })).toMatchObject({ place: { line: 2 } });
  });

  it("an error that was thrown before the status that Express gives it", () => {
    const thrown = exchange("login", "/login", {
      response: json(500, {}),
      events: [
        { kind: "entered", name: "", role: "handler", place: line(4), body: "object" },
        { kind: "threw", fault: fault("x is not a function") },
      ],
    });
    const cause = causeOf(transcript([thrown], { layers: [route("/login", 4, "POST")] }));
    expect(cause?.id).toBe("handler-throws");
  });

  it("a hang before an answer that is off", () => {
    const silent = exchange("login", "/login", { response: null, hang: "waiting", error: "no answer" });
    expect(causeOf(transcript([silent]))?.id).toBe("handler-hangs");
  });

  it("a hang of the request that the failed check shows, where all of them hang", () => {
    const silent = { response: null, hang: "waiting", error: "no answer" } as const;
    const both = [exchange("token-before", "/token", silent), exchange("login", "/login", silent)];
    expect(causeOf(transcript(both))).toMatchObject({
      id: "handler-hangs",
      title: "POST /login is never answered",
    });
  });
});

describe("what an answer lacks", () => {
  const answering = (body: unknown) =>
    transcript(
      [
        exchange("login", "/login", {
          response: json(200, body),
          events: [{ kind: "entered", name: "", role: "handler", place: line(4), body: "object" }],
        }),
      ],
      { layers: [route("/login", 4, "POST")] },
    );

  it.each([
    ["missing-field", {}],
    ["missing-field", { data: { accessToken: "a" } }],
    ["wrong-field-name", { access_token: "a" }],
    ["wrong-field-name", { token: "a" }],
    ["wrong-field-value", { accessToken: "b" }],
    ["wrong-field-value", { accessToken: null }],
  ])("is told as %s", (id, body) => {
    expect(causeOf(answering(body))?.id).toBe(id);
  });

  it("is shown where it stands in the source, if that is one place", () => {
    expect(causeOf(answering({ token: "a" }), 'f();\nf({ token: "a" });')?.place).toMatchObject({ line: 2 });
  });
});

describe("two answers", () => {
  const source = `app.post("/login", (req, res) => {
  if (req.body) {
    res.json({});
  }
  res.json({});
});`;
  const twice = (first: number, second: number) =>
    transcript([
      exchange("login", "/login", {
        events: [
          { kind: "answered", place: { ...line(first), column: 9 } },
          { kind: "answered-again", place: { ...line(second), column: 9 } },
        ],
      }),
    ]);

  it("are shown at the one that lacks a return", () => {
    expect(causeOf(twice(3, 5), source)).toMatchObject({ id: "double-response", place: { line: 3 } });
  });

  it("are shown at the one that came too early", () => {
    expect(causeOf(twice(5, 3), source)).toMatchObject({ id: "double-response", place: { line: 5 } });
  });
});

it("knows a remedy for the errors that everybody meets, and leaves the others to the rule", () => {
  expect(remedyFor(fault("jwt is not defined"), "else", { files: [] })).toMatch(/import/);
  expect(
    remedyFor(fault("Cannot read properties of undefined (reading 'x')"), "else", { files: [] }),
  ).toMatch(/dot/);
  const inside = { ...fault("Cannot read properties of undefined (reading 'x')"), own: false };
  expect(remedyFor(inside, "else", { files: [] })).toMatch(/inside a package/);
  expect(remedyFor(fault("out of luck"), "else", { files: [] })).toBe("else");
});

it.each([
  ['const express = require("express");\nconst app = express;', true],
  ['const app = require("express");', true],
  ['import app from "express";', true],
  ['const app = require("express")();', false],
  ['const express = require("express");\nconst app = express();', false],
])("knows an app that Express was never called for: %s", (source, isUncalled) => {
  const files = [parseFile("/app.js", source)];
  const remedy = remedyFor(fault("app.get is not a function"), "else", { files });
  expect(remedy.includes("makes apps")).toBe(isUncalled);
  expect(remedyFor(fault("express.jsom is not a function"), "else", { files })).not.toContain("makes apps");
});

it("tells a message of many lines by its first, and whole where that one only begins something", () => {
  expect(inOneLine("no such user\nat line 3")).toBe("no such user");
  expect(inOneLine('[\n  {\n    "path": ["PORT"]\n  }\n]')).toBe('[ { "path": ["PORT"] } ]');
  expect(inOneLine(`Tried:\n${"x".repeat(300)}`)).toMatch(/^Tried: x{100,}…$/);
});
