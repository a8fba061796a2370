/**
 * A real browser uses the server of step 12 with the client code of its lesson, on http://localhost. Where there is no
 * Chromium, nothing is tried; it takes a while, so `npm test` leaves it out.
 */

import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { begin, emptyFolder } from "../commands/program.ts";
import { full } from "../sample.ts";
import { findChromium, startChromium } from "./chromium.ts";

const chromium = findChromium();

/** The client's side as the lesson shows it. */
function clientOfLesson(): string {
  const lesson = readFileSync(shipped("steps", "12-cookie", "lesson.md"), "utf8");
  const blocks = [...lesson.matchAll(/```js\n(.*?)```/gs)].map(([, code = ""]) => code);
  const client = blocks.find((code) => code.includes("fetch("));
  if (client === undefined) throw new Error("the lesson of step 12 shows no client");
  return client;
}

/** Serves a copy of a solution, as a learner would. Gives back its address. */
async function served(language: string): Promise<string> {
  const folder = emptyFolder();
  const file = join(folder, `12-cookie.${language}`);
  copyFileSync(shipped("solutions", `12-cookie.${language}`), file);
  const { child } = begin(["serve", "12", "--file", file], { cwd: folder });
  const port = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.once("close", () => reject(new Error(`serve ended: ${printed}`)));
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
  });
  return `http://localhost:${port}`;
}

const post = (path: string, body: object) =>
  `fetch(${JSON.stringify(path)}, { method: "POST", headers: { "content-type": "application/json" }, body: '${JSON.stringify(body)}' })`;

describe.runIf(full && chromium !== null)("in a real browser", () => {
  it.each(["js", "ts"])("somebody logs in, renews and logs out (%s)", async (language) => {
    const url = await served(language);
    const profile = emptyFolder();
    const { page, version, close } = await startChromium(chromium ?? "", profile);
    onTestFinished(async () => {
      await close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    });
    const said: Record<string, unknown> = { browser: version };
    const tell = async (what: string, code: string) => (said[what] = await page.run(`await ${code}`));

    await page.open(`${url}/me`);
    await page.run(clientOfLesson());
    await tell(
      "login",
      `${post("/login", { username: "ada", password: "lovelace" })}.then(async (answer) => {
      ({ accessToken } = await answer.json());
      return answer.status;
    })`,
    );
    await tell("me", `api("/me").then((answer) => answer.json())`);
    await tell("what scripts see", "document.cookie");
    const [cookie, ...others] = await page.cookies(url);
    said["cookie"] = [cookie?.["name"], cookie?.["httpOnly"], cookie?.["secure"], cookie?.["sameSite"]];
    expect(others).toEqual([]);

    await tell("after a reload", `(accessToken = null, api("/me")).then((answer) => answer.json())`);
    const [rotated] = await page.cookies(url);
    said["rotated"] = rotated?.["value"] !== cookie?.["value"];

    // Another site: another host, and the same server behind it.
    await page.open(`${url.replace("localhost", "127.0.0.1")}/me`);
    await tell(
      "another site",
      `fetch("${url}/token", { method: "POST", credentials: "include", headers: { "content-type": "application/json" }, body: "{}" })
        .then((answer) => answer.status, (error) => error.name)`,
    );
    await page.open(`${url}/me`);
    await tell("renewal after that", `${post("/token", {})}.then((answer) => answer.status)`);
    await tell("logout", `${post("/logout", {})}.then((answer) => answer.status)`);
    said["cookies after the logout"] = (await page.cookies(url)).length;
    await tell("renewal after the logout", `${post("/token", {})}.then((answer) => answer.status)`);

    console.log(JSON.stringify(said, null, 2));
    expect(said).toEqual({
      browser: version,
      login: 200,
      me: { username: "ada" },
      "what scripts see": "",
      cookie: ["__Host-refresh", true, true, "Strict"],
      "after a reload": { username: "ada" },
      rotated: true,
      "another site": "TypeError",
      "renewal after that": 200,
      logout: 204,
      "cookies after the logout": 0,
      "renewal after the logout": 403,
    });
  });
});
