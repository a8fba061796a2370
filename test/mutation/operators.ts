/** The slips that mutants are made of: each operator looks at every part of a program and says what could go wrong there. */

import {
  childrenOf,
  child,
  isFunction,
  list,
  nameOf,
  stringOf,
  walk,
} from "../../src/check/source/syntax.ts";
import type { Node } from "../../src/check/source/syntax.ts";
import { replace, textOf } from "./edit.ts";
import type { Edit } from "./edit.ts";

/** One part of a program, as operators see it. */
export interface Part {
  text: string;
  node: Node;
  parent: Node | null;
}

/** The ways in which one slip can happen to a part; none where it cannot. */
export type Operator = (part: Part) => Edit[][];

const one = (edit: Edit | null): Edit[][] => (edit ? [[edit]] : []);
const each = (node: Node, texts: readonly string[]): Edit[][] => texts.map((by) => [replace(node, by)]);

function statementsOf(node: Node): Node[] {
  return node.type === "Program" || node.type === "BlockStatement" ? list(node, "body") : [];
}

const isHandler = (node: Node) =>
  isFunction(node) && list(node, "params").some((one) => nameOf(one) === "res");

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function snake(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Names that are like another, as slips of the pen are. */
function likeName(name: string): string[] {
  return [
    ...new Set([`${name}x`, name.slice(0, -1), upperFirst(name), snake(name), name.toLowerCase()]),
  ].filter((other) => other !== name && other !== "");
}

function likePath(path: string): string[] {
  const bare = path.slice(1);
  return [
    bare,
    `${path}s`,
    `/${upperFirst(bare)}`,
    `/api${path}`,
    `${path}/:id`,
    `/x${bare.slice(1)}`,
    "/",
    "/refresh",
  ];
}

function likeText(text: string): string[] {
  return [
    ...new Set(["", "something else", text.toUpperCase(), upperFirst(text), text.slice(0, -1), `${text} `]),
  ];
}

/** Methods that people mix up. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  post: ["get", "put", "delete", "patch", "all", "use", "POST"],
  json: ["send", "end", "sendStatus", "render", "JSON"],
  end: ["send", "json", "close"],
  status: ["sendStatus", "send", "statusCode"],
  push: ["unshift", "concat", "pop", "add", "includes"],
  includes: ["indexOf", "find", "has", "push", "contains"],
  filter: ["map", "find", "some", "forEach"],
  listen: ["close", "Listen"],
  use: ["post", "get"],
};

const STATUSES: Readonly<Record<string, readonly string[]>> = {
  "403": ["401", "200", "404", "400", "500", '"403"'],
  "204": ["200", "201", "202", "404", "403", "500"],
  "3000": ["80", "0", '"3000"'],
};

export const operators: Readonly<Record<string, Operator>> = {
  "drop statement": ({ node }) => statementsOf(node).map((statement) => [replace(statement, "")]),

  "repeat statement": ({ node, text }) =>
    statementsOf(node).map((statement) => [
      replace(statement, `${textOf(text, statement)}\n${textOf(text, statement)}`),
    ]),

  "swap neighbours": ({ node, text }) => {
    const statements = statementsOf(node);
    return statements.slice(1).map((second, index) => {
      const first = statements[index] ?? second;
      return [replace(first, textOf(text, second)), replace(second, textOf(text, first))];
    });
  },

  "move to the end": ({ node, text }) => {
    if (node.type !== "Program") return [];
    return statementsOf(node).map((statement) => [
      replace(statement, ""),
      { start: text.length, end: text.length, by: `\n${textOf(text, statement)}\n` },
    ]);
  },

  "move into the next handler": ({ node, text }) => {
    if (node.type !== "Program") return [];
    const statements = statementsOf(node);
    return statements.flatMap((statement, index) => {
      const later = statements
        .slice(index + 1)
        .map((other) => text.indexOf("{", text.indexOf("=>", other.start)));
      const [brace] = later.filter((at) => at > 0);
      if (statement.type !== "VariableDeclaration" || brace === undefined) return [];
      return [
        [replace(statement, ""), { start: brace + 1, end: brace + 1, by: ` ${textOf(text, statement)}` }],
      ];
    });
  },

  "drop return": ({ node, text }) => {
    const argument = node.type === "ReturnStatement" ? child(node, "argument") : null;
    return argument ? each(node, [`${textOf(text, argument)};`, "return;"]) : [];
  },

  "add return before": ({ node, text }) =>
    node.type === "BlockStatement"
      ? statementsOf(node).map((statement) => [replace(statement, `return; ${textOf(text, statement)}`)])
      : [],

  "other declaration": ({ node }) => {
    if (node.type !== "VariableDeclaration") return [];
    const kind = String(Reflect.get(node, "kind"));
    return ["const ", "let ", "var ", ""]
      .filter((other) => other.trim() !== kind)
      .map((by) => [{ start: node.start, end: node.start + kind.length + 1, by }]);
  },

  "other first value": ({ node }) => {
    const init = node.type === "VariableDeclarator" ? child(node, "init") : null;
    if (init?.type !== "ArrayExpression") return init ? each(init, ["undefined", "{}"]) : [];
    return each(init, [
      '["refresh123"]',
      '["x"]',
      "{}",
      '""',
      "null",
      "new Set()",
      "[[]]",
      "undefined",
      "Array",
    ]);
  },

  "negate condition": ({ node, text }) => {
    const test = /^(If|While)Statement$|^ConditionalExpression$/.test(node.type) ? child(node, "test") : null;
    return test ? each(test, [`!(${textOf(text, test)})`, "true", "false"]) : [];
  },

  "drop negation": ({ node, text }) => {
    const argument = node.type === "UnaryExpression" ? child(node, "argument") : null;
    return argument ? each(node, [textOf(text, argument)]) : [];
  },

  "keep only the branch": ({ node, text }) => {
    const branch = node.type === "IfStatement" ? child(node, "consequent") : null;
    return branch ? each(node, [textOf(text, branch)]) : [];
  },

  "other operator": ({ node, text }) => {
    const [left, right] = [child(node, "left"), child(node, "right")];
    const operator = String(Reflect.get(node, "operator"));
    const others: Readonly<Record<string, readonly string[]>> = {
      "===": ["!==", "=="],
      "!==": ["===", "!=", "=", "<"],
      "&&": ["||"],
      "||": ["&&"],
      "=": ["==", "==="],
    };
    if (!left || !right) return [];
    return (others[operator] ?? []).map((by) => [
      replace(node, `${textOf(text, left)} ${by} ${textOf(text, right)}`),
    ]);
  },

  "other text": ({ node, parent }) => {
    const value = stringOf(node);
    if (value === null || nameOf(parent && child(parent, "callee")) === "require") return [];
    return each(
      node,
      (value.startsWith("/") ? likePath(value) : likeText(value)).map((other) => JSON.stringify(other)),
    );
  },

  "other module": ({ node, parent }) =>
    stringOf(node) !== null && nameOf(parent && child(parent, "callee")) === "require"
      ? each(node, ['"expres"', '"./express"', '"koa"', '"http"'])
      : [],

  "other number": ({ node, text }) =>
    node.type === "Literal" ? each(node, STATUSES[textOf(text, node)] ?? []) : [],

  "other method": ({ node }) => {
    const property = node.type === "MemberExpression" ? child(node, "property") : null;
    return property ? each(property, METHODS[nameOf(property) ?? ""] ?? []) : [];
  },

  "rename once": ({ node, parent }) => {
    const name = nameOf(node);
    if (node.type !== "Identifier" || !name || parent?.type === "Property") return [];
    return each(node, [`${name}x`, name === upperFirst(name) ? name.toLowerCase() : upperFirst(name)]);
  },

  "other variable": ({ node, parent, text }) => {
    const name = nameOf(node) ?? "";
    const isReference = parent?.type !== "Property" && !(parent && child(parent, "property") === node);
    if (node.type !== "Identifier" || !isReference || parent?.type === "VariableDeclarator") return [];
    const others = ["req", "res", "app", "express", "refreshTokens", "refreshToken", "token"];
    if (!others.includes(name)) return [];
    const known = others.filter((other) => other !== name && new RegExp(`\\b${other}\\b`).test(text));
    return each(node, known.slice(0, 2));
  },

  "rename key": ({ node }) => {
    const key = node.type === "Property" ? child(node, "key") : null;
    return key ? each(key, likeName(nameOf(key) ?? "")) : [];
  },

  "drop field": ({ node, text }) => {
    if (node.type !== "ObjectExpression") return [];
    const fields = list(node, "properties");
    return fields.map((field) => [
      replace(
        node,
        `{ ${fields
          .filter((other) => other !== field)
          .map((other) => textOf(text, other))
          .join(", ")} }`,
      ),
    ]);
  },

  "wrap value": ({ node, text }) => {
    if (node.type === "ObjectExpression")
      return each(node, [`{ data: ${textOf(text, node)} }`, `[${textOf(text, node)}]`]);
    return nameOf(node) === "refreshToken" && node.type === "Identifier"
      ? each(node, ["[refreshToken]", '"refreshToken"'])
      : [];
  },

  "drop argument": ({ node, text }) => {
    if (node.type !== "CallExpression") return [];
    const all = list(node, "arguments");
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) return [];
    return all.map((argument) => [
      {
        start: first.start,
        end: last.end,
        by: all
          .filter((other) => other !== argument)
          .map((other) => textOf(text, other))
          .join(", "),
      },
    ]);
  },

  "swap arguments": ({ node, text }) => {
    const [first, second] = list(node, isFunction(node) ? "params" : "arguments");
    return first && second
      ? [[replace(first, textOf(text, second)), replace(second, textOf(text, first))]]
      : [];
  },

  "drop parameter": ({ node, text }) => {
    if (!isFunction(node)) return [];
    const all = list(node, "params");
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last || text[last.end] !== ")") return [];
    return all.map((param) => [
      {
        start: first.start,
        end: last.end,
        by: all
          .filter((other) => other !== param)
          .map((other) => textOf(text, other))
          .join(", "),
      },
    ]);
  },

  "drop call": ({ node, text }) => {
    const callee = node.type === "CallExpression" ? child(node, "callee") : null;
    if (!callee) return [];
    const object = callee.type === "MemberExpression" ? child(callee, "object") : null;
    const [argument] = list(node, "arguments");
    return each(
      node,
      [callee, object, argument ?? null].flatMap((kept) => (kept ? [textOf(text, kept)] : [])),
    );
  },

  "other body": ({ node }) => {
    const body = isFunction(node) ? child(node, "body") : null;
    if (!body) return [];
    const plain = ["{}", "{ return true; }"];
    const answers = [
      "{ res.end(); }",
      "{ res.sendStatus(200); }",
      '{ res.send("ok"); }',
      '{ res.status(403).json({ error: "Forbidden" }); }',
      '{ throw new Error("oops"); }',
      "{ for (;;); }",
      "{ process.exit(); }",
    ];
    return each(body, isHandler(node) ? [...plain, ...answers] : plain);
  },

  "make async": ({ node }) =>
    node.type === "ArrowFunctionExpression" ? one({ start: node.start, end: node.start, by: "async " }) : [],

  "drop ?.": ({ node, text }) => {
    if (Reflect.get(node, "optional") !== true) return [];
    const [object, property] = [child(node, "object"), child(node, "property")];
    if (!object || !property) return [];
    return each(node, [`${textOf(text, object)}.${textOf(text, property)}`]);
  },

  "other part of the request": ({ node }) => {
    if (nameOf(node) !== "body" || node.type !== "MemberExpression") return [];
    return each(node, ["req.query", "req.params", "req.headers", "req.cookies", "req"]);
  },

  "whole part of the request": ({ node, text }) => {
    if (
      node.type !== "ChainExpression" &&
      !(node.type === "MemberExpression" && nameOf(node) === "refreshToken")
    )
      return [];
    const inner = node.type === "ChainExpression" ? childrenOf(node)[0] : node;
    const object = inner ? child(inner, "object") : null;
    return object ? each(node, [textOf(text, object)]) : [];
  },

  "empty block": ({ node }) => {
    const branch = node.type === "IfStatement" ? child(node, "consequent") : null;
    return branch ? each(branch, ["{}"]) : [];
  },

  assignment: ({ node, text }) => {
    const call = node.type === "ExpressionStatement" ? child(node, "expression") : null;
    const callee = call?.type === "CallExpression" ? child(call, "callee") : null;
    if (!call || nameOf(callee && child(callee, "object")) !== "refreshTokens") return [];
    return each(node, [
      `refreshTokens = ${textOf(text, call)};`,
      `const refreshTokens = [];\n  ${textOf(text, call)};`,
    ]);
  },

  "drop assignment": ({ node, text }) => {
    const right = node.type === "AssignmentExpression" ? child(node, "right") : null;
    return right
      ? each(node, [textOf(text, right), `const kept = ${textOf(text, right)}`, `refreshTokens = []`])
      : [];
  },
};

/** Every part of a program, outermost first. */
export function partsOf(text: string, program: Node): Part[] {
  const parts: Part[] = [];
  walk(program, (node, ancestors) => void parts.push({ text, node, parent: ancestors.at(-1) ?? null }));
  return parts;
}
