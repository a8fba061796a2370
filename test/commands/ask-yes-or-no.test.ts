import { readdirSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";
import { expect, test } from "vitest";
import { bin, freshWorkspace } from "./program.ts";

/** Runs the program in a terminal; types `keys` as soon as it has asked. */
function inTerminal(words: string[], cwd: string, keys: string): Promise<{ code: number; screen: string }> {
  const env = { ...process.env, TERM: "xterm-256color", NO_COLOR: "1", npm_command: undefined };
  const terminal = spawn(process.execPath, [bin, ...words], { cwd, env, cols: 80, rows: 24 });
  let screen = "";
  let asked = false;
  terminal.onData((text) => {
    screen += text;
    if (asked || !screen.includes("(y/N)")) return;
    asked = true;
    terminal.write(keys);
  });
  return new Promise((resolve) => terminal.onExit(({ exitCode }) => resolve({ code: exitCode, screen })));
}

test("in a terminal, solution asks; yes shows it, Enter does not, Ctrl-C is an interrupt", async () => {
  const { root } = await freshWorkspace();
  const yes = await inTerminal(["solution"], root, "y\r");
  expect(yes).toMatchObject({ code: 0, screen: expect.stringContaining("res.json({ accessToken") });
  const no = await inTerminal(["solution"], root, "\r");
  expect(no).toMatchObject({ code: 0, screen: expect.stringContaining("refresh-tutor hint 1") });
  expect(no.screen).not.toContain("res.json");
  const gone = await inTerminal(["solution"], root, "\u0003");
  expect(gone.code).toBe(130);
  expect(gone.screen).not.toMatch(/^\s+at /m);
});

test("in a terminal, reset asks; no leaves everything as it is", async () => {
  const { root } = await freshWorkspace();
  const no = await inTerminal(["reset"], root, "n\r");
  expect(no).toMatchObject({ code: 0, screen: expect.stringContaining("Nothing was changed") });
  expect(readdirSync(join(root, "steps"))).toEqual(["1-login.js"]);
  const yes = await inTerminal(["reset"], root, "y\r");
  expect(yes).toMatchObject({ code: 0, screen: expect.stringContaining("Kept as a backup") });
  expect(readdirSync(join(root, "steps")).sort()).toEqual(["1-login.backup.js", "1-login.js"]);
});
