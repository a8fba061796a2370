import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, freshWorkspace, run, solution } from "./program.ts";

test("a pass is recorded, and the next file is the learner's own code with the next task", async () => {
  const workspace = await freshWorkspace();
  const code = `// mine\n${solution("1-login.js")}`;
  workspace.write("1-login.js", code);
  const { code: exit, stdout, stderr } = await workspace.run("check");
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  expect(stdout).toContain("steps/2-store.js");
  expect(stdout).toContain("refresh-tutor check 2");
  const next = workspace.read("steps", "2-store.js");
  expect(next.startsWith(code)).toBe(true);
  expect(next.slice(code.length)).toMatch(/^\n(\/\/ .*\n)+$/);
  expect(workspace.progress()).toMatchObject({ step: "store", steps: { login: { failures: 0, checks: 1 } } });
});

test("the starter fails with a next thing to type and is counted; the same attempt again and half a line are not", async () => {
  const workspace = await freshWorkspace();
  await workspace.run("check");
  const { code, stdout, stderr } = await workspace.run("check");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toContain("refresh-tutor check 1");
  expect(stdout).not.toMatch(/^\s+at /m);
  expect(workspace.progress()).toMatchObject({
    step: "login",
    steps: { login: { checks: 2, failures: 1, passedAt: null } },
  });
  workspace.write("1-login.js", "app.post(");
  await workspace.run("check");
  expect(workspace.progress()).toMatchObject({ steps: { login: { checks: 3, failures: 1 } } });
});

test("four steps from start to status", async () => {
  const workspace = await freshWorkspace();
  for (const name of ["1-login.js", "2-store.js", "3-token.js", "4-logout.js"]) {
    expect(existsSync(join(workspace.root, "steps", name))).toBe(true);
    workspace.write(name, solution(name));
    expect(await workspace.run("check")).toMatchObject({ code: 0, stderr: "" });
  }
  const { stdout } = await workspace.run("status", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, passed: 4, total: 4, language: "js" });
  expect((await workspace.run("status")).stdout).toContain("4 of 4 steps passed");
  expect(JSON.parse((await workspace.run("check", "--all", "--json")).stdout)).toMatchObject({
    schema: 1,
    passed: true,
    steps: [{ step: 1 }, { step: 2 }, { step: 3 }, { step: 4 }],
  });
});

test("a TypeScript course goes on in TypeScript", async () => {
  const workspace = await freshWorkspace("--lang", "ts");
  expect(JSON.parse(workspace.read("package.json"))).toMatchObject({
    dependencies: { express: expect.any(String) },
    devDependencies: { "@types/express": expect.any(String) },
  });
  workspace.write("1-login.ts", solution("1-login.ts"));
  expect(await workspace.run("check", "login")).toMatchObject({ code: 0 });
  expect(workspace.read("steps", "2-store.ts")).toContain("// Step 2");
});

test("the ending that the learner chose is kept, and of two files the one saved last counts", async () => {
  const workspace = await freshWorkspace();
  renameSync(join(workspace.root, "steps/1-login.js"), join(workspace.root, "steps/1-login.mjs"));
  workspace.write("1-login.mjs", solution("1-login.ts").replace("_req", "req"));
  const first = await workspace.run("check", "--json");
  expect(JSON.parse(first.stdout)).toMatchObject({ passed: true, file: "steps/1-login.mjs" });
  expect(existsSync(join(workspace.root, "steps/2-store.mjs"))).toBe(true);
  workspace.write("1-login.js", "");
  const second = await workspace.run("check", "1", "--json");
  expect(JSON.parse(second.stdout)).toMatchObject({ passed: false, file: "steps/1-login.js" });
});

test("the next file is left alone where it exists, and line ends are kept", async () => {
  const workspace = await freshWorkspace();
  workspace.write("1-login.js", solution("1-login.js").replaceAll("\n", "\r\n"));
  await workspace.run("check", "1");
  expect(workspace.read("steps", "2-store.js")).not.toMatch(/[^\r]\n/);
  workspace.write("2-store.js", "// mine");
  const { stdout } = await workspace.run("check", "1");
  expect(stdout).toContain("as you left it");
  expect(workspace.read("steps", "2-store.js")).toBe("// mine");
});

test("a program of several files goes on working after the carry", async () => {
  const workspace = await freshWorkspace();
  workspace.write("app.js", 'module.exports = require("express")();');
  const login = 'const app = require("./app");\napp.post("/login", (req, res) =>\n';
  workspace.write(
    "1-login.js",
    `${login}res.json({ accessToken: "access123", refreshToken: "refresh123" }));`,
  );
  expect(await workspace.run("check")).toMatchObject({ code: 0 });
  expect(await workspace.run("check", "1", "--file", "steps/2-store.js")).toMatchObject({ code: 0 });
});

test("--file needs no workspace and records nothing", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "my app.js"), solution("1-login.js"));
  const { code, stdout } = await run(["check", "1", "--file", "my app.js", "--json"], { cwd: folder });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 1,
    step: 1,
    name: "login",
    file: "my app.js",
    passed: true,
  });
  const elsewhere = await run(["check", "1", "--file", join(folder, "my app.js"), "--json"], { cwd: "/" });
  expect(JSON.parse(elsewhere.stdout).file).toBe(join(folder, "my app.js").slice(1));

  const workspace = await freshWorkspace();
  const before = workspace.progress();
  expect(await workspace.run("check", "--file", join(folder, "my app.js"))).toMatchObject({ code: 0 });
  expect(workspace.progress()).toEqual(before);
});

test("names in the document are the workspace's, wherever the learner stands", async () => {
  const { folder, root } = await freshWorkspace();
  for (const cwd of [folder, root, join(root, "steps")]) {
    const { stdout } = await run(["check", "--json"], { cwd });
    expect(JSON.parse(stdout).file).toBe("steps/1-login.js");
  }
  const { stdout } = await run(["check", "--json", "--dir", folder], { cwd: "/" });
  expect(JSON.parse(stdout).file).toBe("steps/1-login.js");
});

test("an empty file is a program without an app", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "empty.js"), "");
  const { code, stdout } = await run(["check", "1", "--file", "empty.js", "--json"], { cwd: folder });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ passed: false, diagnosis: [expect.anything()] });
});

test("what cannot be checked is said in a sentence, with 2", async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app.py"), "");
  writeFileSync(join(folder, "server.js"), solution("1-login.js"));
  const words = [
    ["check"],
    ["check", "1"],
    ["check", "99", "--file", "server.js"],
    ["check", "tokne", "--file", "server.js"],
    ["check", "--file", "server.js"],
    ["check", "1", "--file", "sever.js"],
    ["check", "1", "--file", "app"],
    ["check", "1", "--file", "app.py"],
    ["check", "1", "--file", "/dev/null"],
    ["check", "1", "--file", "server.js/app.js"],
    ["check", "1", "--file", ""],
    ["check", "1", "--file", "server.js", "--timeout", "0"],
    ["check", "1", "--file", "server.js", "--timeout", "-5"],
    ["check", "1", "--file", "server.js", "--timeout", "soon"],
    ["check", "1", "--all"],
    ["check", "1", "--dir", "nowhere"],
  ];
  const told = await Promise.all(
    words.flatMap((each) => [run(each, { cwd: folder }), run([...each, "--json"], { cwd: folder })]),
  );
  for (const [index, { code, stdout, stderr }] of told.entries()) {
    const name = words[index >> 1]?.join(" ");
    expect({ name, code, stdout }).toEqual({ name, code: 2, stdout: "" });
    expect(stderr, name).toMatch(/^[^\n]+\nNext: [^\n]+\n$/);
    expect(stderr, name).not.toMatch(/^\s+at /m);
  }
});

test("a file that was meant is named", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "server.js"), "");
  const { stderr } = await run(["check", "1", "--file", "sever.js"], { cwd: folder });
  expect(stderr).toContain("refresh-tutor check 1 --file server.js");
});

test("a step without a file says what makes it", async () => {
  const workspace = await freshWorkspace();
  expect((await workspace.run("check", "2")).stderr).toContain("Next: refresh-tutor check 1");
  renameSync(join(workspace.root, "steps/1-login.js"), join(workspace.root, "steps/1-login.txt"));
  const { code, stderr } = await workspace.run("check");
  expect(code).toBe(2);
  expect(stderr).toContain("Next: refresh-tutor reset 1");
});

test("a slow app passes when it is given the time", async () => {
  const folder = emptyFolder();
  const slow =
    'const app = require("express")();\napp.post("/login", (req, res) => setTimeout(() => res.json({\n';
  const rest = 'accessToken: "access123", refreshToken: "refresh123" }), 300));';
  writeFileSync(join(folder, "slow.js"), slow + rest);
  const check = ["check", "1", "--file", "slow.js", "--timeout"];
  const [short, long] = await Promise.all(["50", "60000"].map((ms) => run([...check, ms], { cwd: folder })));
  expect([short?.code, long?.code]).toEqual([1, 0]);
});

test("--json prints one document, whatever the app prints", async () => {
  const folder = emptyFolder();
  const noise = 'console.log("{}");\nprocess.stdout.write("]");\nconsole.error("no");\n';
  writeFileSync(join(folder, "noisy.js"), noise + solution("1-login.js"));
  const { stdout, stderr } = await run(["check", "1", "--file", "noisy.js", "--json"], { cwd: folder });
  expect(stderr).toBe("");
  expect(
    JSON.parse(stdout)
      .output.map(({ text }: { text: string }) => text)
      .join(""),
  ).toContain("{}");
});
