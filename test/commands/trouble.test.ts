import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { expect, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { begin, bin, emptyFolder, freshWorkspace, run, solution } from "./program.ts";

const root = process.getuid?.() === 0;
/** Somebody whom permissions hold back. */
const nobody = { uid: 65534, gid: 65534 };

test("a broken progress file is said, kept aside, and the learner's files tell where they were", async () => {
  const broken = async (text: string) => {
    const workspace = await freshWorkspace();
    workspace.write("2-store.js", solution("2-store.js"));
    writeFileSync(join(workspace.root, ".refresh-tutor", "progress.json"), text);
    const { code, stdout, stderr } = await workspace.run("status", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ current: 2 });
    expect(stderr).toContain(".refresh-tutor/progress.broken-1.json");
    expect(workspace.read(".refresh-tutor", "progress.broken-1.json")).toBe(text);
    expect(await workspace.run("check")).toMatchObject({ code: 0, stderr: "" });
    expect(workspace.progress()).toMatchObject({ steps: { store: { checks: 1 } } });
  };
  await Promise.all(["{ not json", "", '{"schema":1,"language":"js","step":3}'].map(broken));
});

test("a folder in the place of the progress file is kept aside, too", async () => {
  const workspace = await freshWorkspace();
  const path = join(workspace.root, ".refresh-tutor", "progress.json");
  rmSync(path);
  mkdirSync(path);
  expect(await workspace.run("check")).toMatchObject({ code: 1 });
  expect(workspace.progress()).toMatchObject({ schema: 1 });
});

test("progress of a newer version is refused and left alone", async () => {
  const workspace = await freshWorkspace();
  const path = join(workspace.root, ".refresh-tutor", "progress.json");
  const text = '{"schema":2,"steps":[]}';
  writeFileSync(path, text);
  for (const words of [["check"], ["status"], ["hint"], ["reset", "--yes"], ["start"], ["check", "--json"]]) {
    const { code, stdout, stderr } = await workspace.run(...words);
    expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: "" });
    expect(stderr).toContain("newer");
  }
  expect(readFileSync(path, "utf8")).toBe(text);
  expect(readdirSync(join(workspace.root, ".refresh-tutor"))).toEqual(["progress.json"]);
});

test("progress that was deleted begins anew where the files are", async () => {
  const workspace = await freshWorkspace();
  workspace.write("3-token.js", "// mine");
  rmSync(join(workspace.root, ".refresh-tutor", "progress.json"));
  const { stdout } = await workspace.run("status", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ current: 3 });
});

test.skipIf(process.platform === "win32")(
  "a read-only workspace: the verdict, and that it is not kept",
  async () => {
    const workspace = await freshWorkspace();
    workspace.write("1-login.js", solution("1-login.js"));
    spawnSync("chmod", ["-R", "a-w,a+rX", workspace.root]);
    const before = workspace.progress();
    const as = { cwd: workspace.root, ...(root && nobody) };
    const check = await run(["check", "--json"], as);
    expect(check.code).toBe(0);
    expect(JSON.parse(check.stdout)).toMatchObject({ passed: true });
    expect(check.stderr).toContain("read-only");
    expect(await run(["status"], as)).toMatchObject({ code: 0, stderr: "" });
    for (const words of [
      ["reset", "--yes"],
      ["start", "--step", "2"],
    ]) {
      const { code, stderr } = await run(words, as);
      expect({ words, code }).toEqual({ words, code: 2 });
      expect(stderr).toContain("read-only");
    }
    writeFileSync(join(workspace.folder, "elsewhere"), "");
    spawnSync("chmod", ["a-w", workspace.folder]);
    expect((await run(["start", "new"], { ...as, cwd: workspace.folder })).code).toBe(2);
    expect(workspace.progress()).toEqual(before);
    expect(workspace.read("steps", "1-login.js")).toBe(solution("1-login.js"));
    spawnSync("chmod", ["-R", "u+w", workspace.folder]);
  },
);

test.skipIf(process.platform === "win32")("a file that may not be read is said so", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "secret.js"), "", { mode: 0 });
  const { code, stderr } = await run(["check", "1", "--file", "secret.js"], {
    cwd: folder,
    ...(root && nobody),
  });
  expect(code).toBe(2);
  expect(stderr).toContain("may not be read");
});

test.skipIf(process.platform === "win32")("a full disk: the verdict, and nothing lost", async () => {
  const workspace = await freshWorkspace();
  workspace.write("1-login.js", solution("1-login.js"));
  const before = workspace.progress();
  // A process that may write files of no size at all meets what a full disk makes others meet.
  const command = `ulimit -f 0; exec "${process.execPath}" "${bin}" check`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
    cwd: workspace.root,
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(stdout).toContain("Step 1 is passed");
  expect(stderr).toContain("disk is full");
  expect(workspace.progress()).toEqual(before);
  expect(readdirSync(join(workspace.root, ".refresh-tutor"))).toEqual(["progress.json"]);
  expect(readdirSync(join(workspace.root, "steps"))).toEqual(["1-login.js"]);
});

test("ten checks at once in one workspace are all counted", async () => {
  const workspace = await freshWorkspace();
  const ended = await Promise.all(
    Array.from({ length: 10 }, () => workspace.run("check", "1", "--timeout", "20000")),
  );
  expect(ended.map(({ code }) => code)).toEqual(ended.map(() => 1));
  expect(workspace.progress()).toMatchObject({ steps: { login: { checks: 10, failures: 1 } } });
  workspace.write("1-login.js", solution("1-login.js"));
  const passed = await Promise.all(
    Array.from({ length: 10 }, () => workspace.run("check", "1", "--timeout", "20000")),
  );
  expect(passed.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    passed.map(() => ({ code: 0, stderr: "" })),
  );
  expect(workspace.progress()).toMatchObject({
    step: "store",
    steps: { login: { checks: 20, failures: 0 } },
  });
  expect(readdirSync(join(workspace.root, ".refresh-tutor"))).toEqual(["progress.json"]);
  expect(readdirSync(join(workspace.root, "steps"))).toEqual(["1-login.js", "2-store.js"]);
});

test.skipIf(process.platform === "win32")("a reader that has seen enough is no trouble", async () => {
  const workspace = await freshWorkspace();
  for (const words of ["check --json", "lesson", "--help", "status"]) {
    const command = `"${process.execPath}" "${bin}" ${words} | head -c 1; exit \${PIPESTATUS[0]}`;
    const { status, stderr } = spawnSync("bash", ["-c", command], { cwd: workspace.root, encoding: "utf8" });
    expect({ words, status, stderr }).toEqual({
      words,
      status: words.startsWith("check") ? 1 : 0,
      stderr: "",
    });
  }
});

test.skipIf(process.platform === "win32")(
  "an interrupt ends the check with 130 and the learner's app with it",
  async () => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      const folder = emptyFolder();
      const tell = `require("fs").writeFileSync(${JSON.stringify(join(folder, "pid"))}, String(process.pid));\n`;
      writeFileSync(join(folder, "busy.js"), `${tell}for (;;);`);
      const { child, ended } = begin(["check", "1", "--file", "busy.js"], { cwd: folder });
      const pid = await written(join(folder, "pid"));
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 130, signal: null, stdout: "", stderr: "" });
      await gone(pid);
    }
  },
);

/** The number that a file holds, as soon as it does. */
async function written(path: string): Promise<number> {
  for (;;) {
    const pid = existsSync(path) ? Number(readFileSync(path, "utf8")) : 0;
    if (pid > 0) return pid;
    await turn();
  }
}

/** Waits until no process has this number any more. */
async function gone(pid: number): Promise<void> {
  while (
    spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" })
      .stdout.replace(/Z.*/, "")
      .trim()
  )
    await turn();
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test.skipIf(process.platform === "win32")(
  "a deleted folder and a missing HOME do not matter where they need not",
  async () => {
    const folder = emptyFolder();
    const gone = join(folder, "gone");
    writeFileSync(join(folder, "app.js"), solution("1-login.js"));
    const there = (words: string) =>
      spawnSync(
        "bash",
        [
          "-c",
          `mkdir -p "${gone}"; cd "${gone}"; rmdir "${gone}"; unset HOME; exec "${process.execPath}" "${bin}" ${words}`,
        ],
        {
          encoding: "utf8",
        },
      );
    expect(there("--version")).toMatchObject({ status: 0, stderr: "" });
    expect(there("lesson 2")).toMatchObject({ status: 0, stderr: "" });
    expect(there("doctor")).toMatchObject({ status: 0, stderr: "" });
    for (const words of ["check", "start", "status", "check 1 --file app.js"]) {
      const { status, stderr } = there(words);
      expect({ words, status }).toEqual({ words, status: 2 });
      expect(stderr).toMatch(/^The folder you stand in no longer exists\.\nNext: .*\n$/);
    }
    expect(there(`check 1 --file "${join(folder, "app.js")}"`)).toMatchObject({ status: 0, stderr: "" });
  },
);

test("an installation without its built part says so", async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "bin"));
  cpSync(bin, join(folder, "bin", "refresh-tutor.js"));
  const program = spawnSync(process.execPath, [join(folder, "bin", "refresh-tutor.js"), "check"], {
    encoding: "utf8",
  });
  expect(program).toMatchObject({ status: 2, stdout: "" });
  expect(program.stderr).toMatch(/^A part of refresh-tutor is missing[^\n]*\n$/);
});

test("a defect of the program itself is 3, with what to report", async () => {
  const folder = emptyFolder();
  for (const name of ["bin", "dist", "package.json"])
    cpSync(shipped(name), join(folder, name), { recursive: true });
  symlinkSync(shipped("node_modules"), join(folder, "node_modules"), "dir");
  const env = { ...process.env, HOME: folder };
  const broken = spawn(process.execPath, [join(folder, "bin", "refresh-tutor.js"), "lesson", "1"], { env });
  let stderr = "";
  broken.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise((resolve) => broken.on("close", resolve));
  expect(code).toBe(3);
  expect(stderr).toContain("refresh-tutor doctor");
  expect(stderr).not.toContain(folder);
});

test("the file that tells an old Node so holds nothing that Node 12 cannot read", () => {
  expect(() => parse(readFileSync(bin, "utf8"), { ecmaVersion: 2019, allowHashBang: true })).not.toThrow();
});

test("a Node that is too old is told in one sentence", () => {
  const source = readFileSync(bin, "utf8");
  const fake = 'Object.defineProperty(process.versions, "node", { value: "12.22.12" });';
  const program = spawnSync(process.execPath, ["-e", fake + source.replace(/^#!.*/, "")], {
    encoding: "utf8",
  });
  expect(program).toMatchObject({ status: 2, stdout: "" });
  expect(program.stderr).toMatch(
    /^refresh-tutor needs Node 20\.19 or newer; this is Node 12\.22\.12\.[^\n]*\n$/,
  );
});
