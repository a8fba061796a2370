import { describe, expect, test } from "vitest";
import { canvasOf } from "../../src/drawing/canvas.ts";
import type { Surroundings } from "../../src/drawing/canvas.ts";

function on(env: Surroundings["env"], more: Partial<Surroundings> = {}) {
  const terminal = { platform: "linux", isTTY: true, columns: 100, plain: false, noColor: false };
  return canvasOf({ ...terminal, env: { LANG: "en_US.UTF-8", TERM: "xterm-256color", ...env }, ...more });
}

test("a terminal gives its width, colour and Unicode", () => {
  expect(on({})).toEqual({ width: 100, color: true, unicode: true, links: false });
});

test("what is piped is 80 columns wide and has no colour", () => {
  expect(on({}, { isTTY: false, columns: undefined })).toMatchObject({
    width: 80,
    color: false,
    unicode: true,
  });
});

test("COLUMNS tells the width where no terminal does", () => {
  expect(on({ COLUMNS: "60" }, { columns: undefined }).width).toBe(60);
  expect(on({ COLUMNS: "many" }, { columns: undefined }).width).toBe(80);
});

test("a terminal that says it is 0 columns wide is taken to be 80 wide", () => {
  expect(on({}, { columns: 0 }).width).toBe(80);
});

test("--plain has no colour, no Unicode and no links", () => {
  expect(on({ TERM_PROGRAM: "vscode" }, { plain: true })).toMatchObject({
    color: false,
    unicode: false,
    links: false,
  });
});

describe("colour", () => {
  test.each<[string, Surroundings["env"], Partial<Surroundings>, boolean]>([
    ["NO_COLOR takes it away", { NO_COLOR: "1" }, {}, false],
    ["an empty NO_COLOR does not", { NO_COLOR: "" }, {}, true],
    ["--no-color takes it away, even against FORCE_COLOR", { FORCE_COLOR: "1" }, { noColor: true }, false],
    ["FORCE_COLOR brings it to a pipe", { FORCE_COLOR: "1" }, { isTTY: false }, true],
    ["FORCE_COLOR=0 takes it away", { FORCE_COLOR: "0" }, {}, false],
    ["a dumb terminal has none", { TERM: "dumb" }, {}, false],
  ])("%s", (_what, env, more, color) => {
    expect(on(env, more).color).toBe(color);
  });
});

describe("Unicode", () => {
  test.each<[string, Surroundings["env"], Partial<Surroundings>, boolean]>([
    ["is there in a UTF-8 locale", { LANG: "C.utf8" }, {}, true],
    ["is not there in the C locale", { LANG: "C" }, {}, false],
    ["is not there without a locale", { LANG: undefined }, {}, false],
    ["LC_ALL wins over LANG", { LC_ALL: "POSIX" }, {}, false],
    ["an empty LC_ALL counts as not set", { LC_ALL: "" }, {}, true],
    ["the Linux console has too few characters", { TERM: "linux" }, {}, false],
    ["Windows Terminal has it", { LANG: undefined, WT_SESSION: "1" }, { platform: "win32" }, true],
    ["the old Windows console has not", { LANG: undefined }, { platform: "win32" }, false],
  ])("%s", (_what, env, more, unicode) => {
    expect(on(env, more).unicode).toBe(unicode);
  });
});

describe("links", () => {
  test.each<[string, Surroundings["env"], Partial<Surroundings>, boolean]>([
    ["are hidden in VS Code", { TERM_PROGRAM: "vscode" }, {}, true],
    ["are hidden in terminals on a recent VTE", { VTE_VERSION: "6800" }, {}, true],
    ["are written out in CI", { TERM_PROGRAM: "vscode", CI: "true" }, {}, false],
    ["are written out in a pipe", { TERM_PROGRAM: "vscode" }, { isTTY: false }, false],
    ["are written out in tmux", { VTE_VERSION: "6800", TMUX: "/tmp/tmux" }, {}, false],
  ])("%s", (_what, env, more, links) => {
    expect(on(env, more).links).toBe(links);
  });
});
