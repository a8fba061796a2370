import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { bindingOf } from "../../../src/check/source/scopes.ts";
import { parseFile, readSource } from "../../../src/check/source/source.ts";
import { calledName, nameOf } from "../../../src/check/source/syntax.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The lines with a comment, as file:line. */
function marked(files: Record<string, string>, mark: string): string[] {
  return Object.entries(files).flatMap(([name, text]) =>
    text.split("\n").flatMap((line, at) => (line.includes(`// ${mark}`) ? [`${name}:${at + 1}`] : [])),
  );
}

/** Where the functions begin that the call at the line "// call" runs. The first file is the one that is booted. */
function called(files: Record<string, string>): string[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-test-")));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const source = readSource(join(folder, Object.keys(files)[0] ?? ""));
  const [line] = marked(files, "call");
  const placeIn = (found: { file: string; line: number }) => `${basename(found.file)}:${found.line}`;
  const [call] = findInSource(source, (node) => calledName(node) !== null).filter(
    (found) => placeIn(placeOfFound(found)) === line,
  );
  return call ? functionsCalled(source, call.node).map((found) => placeIn(placeOfFound(found))) : ["no call"];
}

const OTHER = "class Journal {\n  save(line) { console.log(line); }\n}\n";

describe("of several methods with one name, a call runs that of its object", () => {
  test.each<[string, Record<string, string>]>([
    [
      "that is made where it is kept",
      {
        "app.js": `${OTHER}class Store {\n  save(hash) {} // meant\n}\nconst store = new Store();\nstore.save(1); // call`,
      },
    ],
    [
      "that a class is given when it is made",
      {
        "app.js": `${OTHER}class Store {\n  save(hash) {} // meant\n}\nclass Service {\n  constructor(store, journal) {\n    this.store = store;\n    this.journal = journal;\n  }\n  login() {\n    this.store.save(1); // call\n  }\n}\nnew Service(new Store(), new Journal());`,
      },
    ],
    [
      "that comes in one object with others",
      {
        "app.js": `${OTHER}const makeStore = () => ({\n  save(hash) {}, // meant\n});\nfunction makeService({ store, journal }) {\n  return {\n    login() {\n      store.save(1); // call\n    },\n  };\n}\nmakeService({ store: makeStore(), journal: new Journal() });`,
      },
    ],
    [
      "whose type is written",
      {
        "app.ts": `${OTHER}interface Sessions {\n  save(hash: string): void;\n}\nclass InMemory implements Sessions {\n  save(hash: string) {} // meant\n}\nclass Service {\n  constructor(private readonly sessions: Sessions) {}\n  login() {\n    this.sessions.save("1"); // call\n  }\n}`,
      },
    ],
    [
      "that is `this`",
      {
        "app.js": `${OTHER}class Store {\n  add() {\n    [1].forEach(() => {\n      this.save(1); // call\n    });\n  }\n  save(hash) {} // meant\n}`,
      },
    ],
    [
      "whose class inherits it",
      {
        "app.js": `${OTHER}class Base {\n  save(hash) {} // meant\n}\nclass Store extends Base {}\nconst store = new Store();\nstore.save(1); // call`,
      },
    ],
    [
      "that is a file",
      {
        "app.js": `const journal = require("./journal");\nconst store = require("./store");\nstore.save(1); // call`,
        "journal.js": "exports.save = (line) => {};",
        "store.js": "function save(hash) {} // meant\nmodule.exports = { save };",
      },
    ],
    [
      "that another file makes and gives away as its whole",
      {
        "app.js": `const { journal } = require("./journal");\nconst store = require("./store");\nstore.save(1); // call`,
        "journal.js": `${OTHER}module.exports = { journal: new Journal() };`,
        "store.js": `class Store {\n  save(hash) {} // meant\n}\nmodule.exports = new Store();`,
      },
    ],
    [
      "that files hand on to each other",
      {
        "app.mjs": `import { store } from "./index.mjs";\nstore.save(1); // call`,
        "index.mjs": `export * from "./journal.mjs";\nexport { sessions as store } from "./store.mjs";`,
        "journal.mjs": `${OTHER}export const journal = new Journal();`,
        "store.mjs": `export const sessions = {\n  save: (hash) => {}, // meant\n};`,
      },
    ],
    [
      "made by a constructor function",
      {
        "app.js": `${OTHER}function Store() {}\nStore.prototype.save = function (hash) {}; // meant\nvar store = new Store();\nstore.save(1); // call`,
      },
    ],
  ])("%s", (_, files) => {
    expect(called(files)).toEqual(marked(files, "meant"));
  });
});

describe("a call by a name alone runs", () => {
  test("the function of its own file, and not that of another", () => {
    const files = {
      "app.js": `require("./other");\nfunction save() {} // meant\nsave(); // call`,
      "other.js": "function save() {}",
    };
    expect(called(files)).toEqual(marked(files, "meant"));
  });

  test("what another file exports under a name of its own", () => {
    const files = {
      "app.js": `const keep = require("./store");\nkeep(); // call`,
      "store.js": `module.exports = function (hash) {}; // meant`,
    };
    expect(called(files)).toEqual(marked(files, "meant"));
  });

  test("the function that its caller handed over", () => {
    const files = {
      "app.js": `const run = (work) => {\n  work(); // call\n};\nrun(() => 1); // meant`,
    };
    expect(called(files)).toEqual(marked(files, "meant"));
  });
});

test("what Node and packages write themselves is none of the program's functions", () => {
  const files = {
    "app.js": `class Store {\n  get(hash) {}\n}\nconst rows = new Map();\nrows.get(1); // call`,
  };
  expect(called(files)).toEqual([]);
});

test("where the source does not show the object, all of that name are meant", () => {
  const files = {
    "app.js": `class A {\n  save() {} // meant\n}\nclass B {\n  save() {} // meant\n}\napp.get("/", (req) => {\n  req.app.locals.store.save(); // call\n});`,
  };
  expect(called(files)).toEqual(marked(files, "meant"));
});

test("a value that is made of itself ends nothing", () => {
  const files = {
    "app.js": `let a = b;\nlet b = a;\nclass C {\n  save() {} // meant\n}\na.save(); // call`,
  };
  expect(called(files)).toEqual(marked(files, "meant"));
});

describe("a name means", () => {
  /** The lines of the declarations that the uses of `list` mean, in order. */
  function meant(text: string): (number | undefined)[] {
    const source = { files: [parseFile("/app.js", text)] };
    const uses = findInSource(
      source,
      (node, ancestors) => nameOf(node) === "list" && ancestors.at(-1)?.type === "MemberExpression",
    );
    return uses.map(({ node }) => bindingOf(source, node, "list")?.node.loc?.start.line);
  }

  test("the parameter of the function around it", () => {
    expect(meant("const list = [];\nconst f = (list) =>\n  list.push(1);")).toEqual([2]);
  });
});
