import { describe, expect, it } from "vitest";
import { answerCheck, forbidden, noContent, success } from "../../../src/check/judge/answers.ts";
import { failed } from "../../../src/check/judge/check.ts";
import { allHold, judge } from "../../../src/check/judge/judge.ts";
import { exchange, json, line, transcript } from "../../transcripts.ts";
import type { Response } from "../../../src/check/transcript.ts";

const login = answerCheck("login", "logs in", "login", success({ accessToken: "a" }));

function statusOf(expects: Parameters<typeof answerCheck>[3], response: Response) {
  const check = answerCheck("it", "it holds", "login", expects);
  return check.judge(transcript([exchange("login", "/login", { response })])).status;
}

const plain = (status: number, body: string, type?: string): Response => ({
  status,
  headers: type ? { "content-type": type } : {},
  body,
  setCookies: [],
  truncated: false,
});

describe("an answer", () => {
  it.each([
    ["the field among others", json(201, { accessToken: "a", more: 1 }), "passed"],
    ["a JSON type of its own", plain(200, '{"accessToken":"a"}', "application/vnd.api+json"), "passed"],
    ["the right text under another type", plain(200, '{"accessToken":"a"}', "text/html"), "failed"],
    ["another status", json(403, { accessToken: "a" }), "failed"],
    ["another value", json(200, { accessToken: "b" }), "failed"],
    ["the field inside of another", json(200, { data: { accessToken: "a" } }), "failed"],
    ["a list", json(200, [{ accessToken: "a" }]), "failed"],
    ["nothing", plain(200, ""), "failed"],
  ])("with %s", (_, response, status) => {
    expect(statusOf(success({ accessToken: "a" }), response)).toBe(status);
  });

  it("of 403 needs the status and the body", () => {
    expect(statusOf(forbidden, json(403, { error: "Forbidden" }))).toBe("passed");
    expect(statusOf(forbidden, json(403, { error: "forbidden" }))).toBe("failed");
    expect(statusOf(forbidden, json(401, { error: "Forbidden" }))).toBe("failed");
  });

  it("of 204 has no body", () => {
    expect(statusOf(noContent, plain(204, ""))).toBe("passed");
    expect(statusOf(noContent, plain(200, "204", "text/html"))).toBe("failed");
  });
});

describe("a check", () => {
  const answered = exchange("login", "/login", { response: json(200, { accessToken: "a" }) });

  it("holds where every request is answered once and the app lives on", () => {
    expect(allHold(judge([login], transcript([answered])))).toBe(true);
  });

  it.each([
    ["a second answer", transcript([{ ...answered, events: [{ kind: "answered-again", place: line(1) }] }])],
    ["a request without an answer", transcript([answered, exchange("x", "/x", { response: null })])],
    [
      "an app that ended",
      transcript([answered], { ending: { code: 1, signal: null, cause: "exit", place: null } }),
    ],
    ["a check that could not be made", transcript([exchange("other", "/other")])],
  ])("does not hold with %s", (_, happened) => {
    expect(allHold(judge([login], happened))).toBe(false);
  });

  it("that was skipped is no failure of its own where another failed", () => {
    const results = judge([login], transcript([], { boot: { outcome: "crashed", fault: null } }));
    expect(results.filter(({ finding }) => finding.status === "failed").map(({ check }) => check.id)).toEqual(
      ["app-starts"],
    );
  });

  it("that what failed kept from being seen is skipped, and not passed", () => {
    const refuses = answerCheck("refuses", "it refuses", "after", forbidden);
    const after = exchange("after", "/after", { response: json(403, { error: "Forbidden" }) });
    const found = exchange("login", "/login", { response: json(404, {}) });
    const other = answerCheck("other", "the other answers", "other", success({}));
    const checks = [login, { ...refuses, needs: ["login"] }, other];
    const statuses = (logins: typeof found) =>
      judge(checks, transcript([logins, after, exchange("other", "/other", { response: json(404, {}) })]))
        .map(({ finding }) => finding.status)
        .slice(1, 4);
    expect(statuses(found)).toEqual(["failed", "skipped", "failed"]);
    expect(statuses(answered)).toEqual(["passed", "passed", "failed"]);
  });

  it("says what was expected and what came", () => {
    const refused = exchange("login", "/login", { response: json(403, { error: "no" }) });
    expect(login.judge(transcript([refused]))).toEqual(
      failed('2xx with {"accessToken":"a"}', '403 with {"error":"no"}'),
    );
  });
});
