/**
 * What differs on Windows and macOS, simulated: paths, signals, processes, files in use, watches. It shows what the tutor
 * asks of these systems, not what they answer; .github/workflows/ci.yml runs it on them.
 */

import { win32 } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const here = process.platform;

/** From now on, what is imported believes to be on this system. */
function pretend(platform: NodeJS.Platform): void {
  vi.resetModules();
  Object.defineProperty(process, "platform", { value: platform });
}

afterEach(() => {
  Object.defineProperty(process, "platform", { value: here });
  for (const name of ["node:path", "node:child_process", "node:fs"]) vi.doUnmock(name);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Signals that are sent, as [pid, signal]; nothing is killed. */
function heardSignals() {
  return vi.spyOn(process, "kill").mockReturnValue(true);
}

describe("on Windows", () => {
  beforeEach(() => pretend("win32"));

  it("files are named with forward slashes, from the workspace, whatever the drive", async () => {
    vi.doMock("node:path", () => ({ ...win32, default: win32 }));
    const { namesFrom } = await import("../../src/base/file-names.ts");
    const name = namesFrom(["C:\\Users\\Ada L\\refresh-tutor"], null);
    expect(name("C:\\Users\\Ada L\\refresh-tutor\\steps\\3-token.js")).toBe("steps/3-token.js");
    expect(name("c:\\users\\ada l\\refresh-tutor\\steps\\3-token.js")).toBe("steps/3-token.js");
    expect(name("C:\\Users\\Ada L\\other.js")).toBe("C:/Users/Ada L/other.js");
    expect(name("D:\\refresh-tutor\\steps\\3-token.js")).toBe("D:/refresh-tutor/steps/3-token.js");
  });

  it("a program is ended with all below it by taskkill, and no signal is sent", async () => {
    const execFileSync = vi.fn();
    vi.doMock("node:child_process", () => ({ execFileSync }));
    const kill = heardSignals();
    const { killMarked, killTree, ownGroup, pause } = await import("../../src/check/runner/processes.ts");
    killTree(4711);
    killMarked("any");
    pause(4711, true);
    expect(ownGroup).toBe(false);
    expect(execFileSync.mock.calls.map(([program, words]) => [program, ...words])).toEqual([
      ["taskkill", "/pid", "4711", "/T", "/F"],
    ]);
    expect(kill).not.toHaveBeenCalled();
  });

  it("that it is gone already is no trouble", async () => {
    const execFileSync = vi.fn(() => {
      throw new Error('ERROR: The process "4711" not found.');
    });
    vi.doMock("node:child_process", () => ({ execFileSync }));
    const { killTree } = await import("../../src/check/runner/processes.ts");
    expect(() => killTree(4711)).not.toThrow();
    expect(execFileSync).toHaveBeenCalled();
  });

  it("a file that another program reads is replaced when that lets it go", async () => {
    const busy = () => {
      throw Object.assign(new Error("EPERM: operation not permitted, rename"), { code: "EPERM" });
    };
    const renameSync = vi.fn().mockImplementationOnce(busy).mockImplementationOnce(busy);
    const original = await vi.importActual<typeof import("node:fs")>("node:fs");
    vi.doMock("node:fs", () => ({ ...original, renameSync, writeFileSync: vi.fn(), rmSync: vi.fn() }));
    const { replaceFile } = await import("../../src/workspace/write-file.ts");
    replaceFile("C:\\w\\progress.json", "{}", "C:\\w");
    expect(renameSync).toHaveBeenCalledTimes(3);
  });

  it("an editor with options opens a file whose path has spaces: cmd reads one line", async () => {
    const spawn = vi.fn((..._words: unknown[]) => ({
      once(event: string, heard: (code: number) => void) {
        if (event === "exit") heard(0);
      },
      unref() {},
    }));
    vi.doMock("node:child_process", () => ({ spawn, execSync: vi.fn() }));
    vi.stubEnv("VISUAL", "");
    vi.stubEnv("EDITOR", "notepad++ -multiInst");
    const { openEditor } = await import("../../src/session/editor.ts");
    const file = "C:\\Users\\Ada L\\refresh-tutor\\steps\\3-token.js";
    expect(await openEditor(file, null, (work) => work())).toBe(true);
    expect(spawn.mock.calls[0]).toEqual([
      `notepad++ -multiInst "${file}"`,
      [],
      expect.objectContaining({ shell: true }),
    ]);
  });

  it("secrets replace those of the environment in whatever case they are written", async () => {
    const { makeSecrets, withSecrets } = await import("../../src/check/runner/secrets.ts");
    const secrets = makeSecrets();
    expect(withSecrets({ Jwt_Secret: "old", Path: "C:\\" }, secrets)).toEqual({ Path: "C:\\", ...secrets });
  });
});

describe("on macOS", () => {
  beforeEach(() => pretend("darwin"));

  it("a program is ended by its group, and /proc is never looked for", async () => {
    const original = await vi.importActual<typeof import("node:fs")>("node:fs");
    const read = vi.fn();
    vi.doMock("node:fs", () => ({ ...original, readdirSync: read, readFileSync: read }));
    const kill = heardSignals();
    const processes = await import("../../src/check/runner/processes.ts");
    processes.killTree(4711);
    processes.killMarked("any");
    expect(processes.ownGroup).toBe(true);
    expect(kill.mock.calls).toEqual([
      [-4711, "SIGKILL"],
      [4711, "SIGKILL"],
    ]);
    expect(processes.residentMemory(4711)).toBeNull();
    expect(processes.waitedForProcessor(4711)).toBeNull();
    expect(processes.activityOf(4711)).toBeNull();
    expect(read).not.toHaveBeenCalled();
  });

  it("a program is held and let go by signals", async () => {
    const kill = heardSignals();
    const { pause } = await import("../../src/check/runner/processes.ts");
    pause(4711, true);
    pause(4711, false);
    expect(kill.mock.calls).toEqual([
      [4711, "SIGSTOP"],
      [4711, "SIGCONT"],
    ]);
  });

  it("no shell watches over what is left: the system shows no environments", async () => {
    const spawn = vi.fn();
    vi.doMock("node:child_process", () => ({ spawn, execFileSync: vi.fn() }));
    const { watchOver } = await import("../../src/check/runner/kill-orphans.ts");
    watchOver("REFRESH_TUTOR_RUN=x");
    expect(spawn).not.toHaveBeenCalled();
  });
});

describe("where the system does not say which file has changed", () => {
  it("the program's files are looked at, and only a change is told", async () => {
    vi.resetModules();
    let tell = (_event: string, _name: string | null) => {};
    let size = 1;
    const original = await vi.importActual<typeof import("node:fs")>("node:fs");
    vi.doMock("node:fs", () => ({
      ...original,
      statSync: () => ({ ino: 1, size, mtimeMs: 1 }),
      watch: (_folder: string, heard: typeof tell) => {
        tell = heard;
        return { on() {}, close() {} };
      },
    }));
    const { Saves } = await import("../../src/watching/watch-saves.ts");
    const saved: string[] = [];
    const saves = new Saves((file) => saved.push(file));
    saves.follow("/w/steps/3-token.js");
    tell("rename", null);
    expect(saved).toEqual([]);
    size = 2;
    tell("rename", null);
    tell("rename", null);
    expect(saved).toEqual(["/w/steps/3-token.js"]);
    saves.close();
  });

  it("a folder that cannot be watched is looked at", async () => {
    vi.resetModules();
    vi.useFakeTimers();
    let size = 1;
    const original = await vi.importActual<typeof import("node:fs")>("node:fs");
    vi.doMock("node:fs", () => ({
      ...original,
      statSync: () => ({ ino: 1, size, mtimeMs: 1 }),
      watch: () => {
        throw Object.assign(new Error("ENOSYS"), { code: "ENOSYS" });
      },
    }));
    const { Saves } = await import("../../src/watching/watch-saves.ts");
    const saved: string[] = [];
    const saves = new Saves((file) => saved.push(file));
    saves.follow("/w/steps/3-token.js");
    size = 2;
    vi.advanceTimersByTime(1_000);
    saves.close();
    vi.useRealTimers();
    expect(saved).toEqual(["/w/steps/3-token.js"]);
  });
});
