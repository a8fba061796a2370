/** Slips in looking up a token in refreshTokens, as the code shows them. The lookup never finds the token. */

import type { Evidence, Explanation } from "../../../src/check/diagnosis/mistake.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { child, findAll, isFunction, list, nameOf, stringOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";

interface Slip {
  /**
   * Whether a node is this slip.
   *
   * @param indices the names of variables that hold a result of indexOf
   */
  is(node: Node, indices: ReadonlySet<string>): boolean;
  title: string;
  why: string;
  fix: string;
}

const isStore = (node: Node | null) => nameOf(node) === "refreshTokens";

function operator(node: Node): string {
  return String(Reflect.get(node, "operator"));
}

/** The method that a node calls on refreshTokens; null for anything else. */
function asked(node: Node): string | null {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  return callee?.type === "MemberExpression" && isStore(child(callee, "object")) ? nameOf(callee) : null;
}

/** The body in braces of a callback that returns nothing. */
function bodyWithoutReturn(node: Node): Node | null {
  const [callback] = list(node, "arguments");
  const body = callback && isFunction(callback) ? child(callback, "body") : null;
  if (body?.type !== "BlockStatement") return null;
  return findAll(body, ({ type }) => type === "ReturnStatement").length === 0 ? body : null;
}

function isIndex(node: Node | null, indices: ReadonlySet<string>): boolean {
  if (!node) return false;
  return (
    ["indexOf", "findIndex", "lastIndexOf"].includes(asked(node) ?? "") || indices.has(nameOf(node) ?? "")
  );
}

const SLIPS: readonly Slip[] = [
  {
    is: (node) =>
      node.type === "BinaryExpression" && operator(node) === "in" && isStore(child(node, "right")),
    title: '"in" asks for a place, not for a value',
    why: 'In an array, "in" asks whether there is a place of that number: 0 in refreshTokens is true as soon as it holds one token, and "refresh123" in refreshTokens never is.',
    fix: "Ask refreshTokens with includes, which looks for the value.",
  },
  {
    is: (node, indices) =>
      node.type === "BinaryExpression" &&
      ((operator(node) === ">" && isIndex(child(node, "left"), indices) && isZero(child(node, "right"))) ||
        (operator(node) === "<=" && isIndex(child(node, "left"), indices) && isZero(child(node, "right"))) ||
        (operator(node) === "<" && isZero(child(node, "left")) && isIndex(child(node, "right"), indices))),
    title: "The first place in the list is 0",
    why: "indexOf gives the place at which a token stands, counted from 0, and -1 where it is not there. The first token stands at 0, and 0 is not greater than 0: so it counts as unknown.",
    fix: "Compare with -1, or ask with includes.",
  },
  {
    is: (node) =>
      node.type === "BinaryExpression" &&
      /^[!=]==?$/.test(operator(node)) &&
      (isStore(child(node, "left")) || isStore(child(node, "right"))),
    title: "A token is compared with the whole array",
    why: "A text is never equal to an array, not even to one that holds it: so this comparison comes out the same for every token.",
    fix: "Ask the array whether it holds the token, with includes.",
  },
  {
    is: (node) =>
      ["includes", "indexOf"].includes(asked(node) ?? "") &&
      /^(Object|Array)Expression$/.test(list(node, "arguments")[0]?.type ?? ""),
    title: "An object is looked for among texts",
    why: "refreshTokens holds texts, and this line looks for an object that is made on the spot: no text is equal to it, nor is any other object.",
    fix: "Look for the token itself, without braces or brackets around it.",
  },
  {
    is: (node) => {
      const [first] = list(node, "arguments");
      return asked(node) === "includes" && first !== undefined && stringOf(first) !== null;
    },
    title: "A fixed word is looked for, not the token that came",
    why: "What stands in quotes is this very word: the line asks the same for every request, whatever token came.",
    fix: "Leave the quotes out: then it is the variable that holds the token.",
  },
  {
    is: (node) => {
      const start = node.type === "ForStatement" ? child(node, "init") : null;
      const [counter] = start ? list(start, "declarations") : [];
      const from = counter ? child(counter, "init") : null;
      const test = child(node, "test");
      return (
        from !== null &&
        Reflect.get(from, "value") === 1 &&
        test !== null &&
        findAll(test, isStore).length > 0
      );
    },
    title: "The loop begins at the second token",
    why: "The places of an array are counted from 0: a loop that begins at 1 never looks at the first token.",
    fix: "Let the loop begin at 0; or ask with includes, which needs no loop.",
  },
];

function isZero(node: Node | null): boolean {
  return node !== null && Reflect.get(node, "value") === 0;
}

function explained({ title, why, fix }: Omit<Slip, "is">, found: Found): Explanation {
  return { title, why, fix, place: placeOfFound(found) };
}

/** The names of the variables that hold a result of indexOf or findIndex. */
function indicesIn(nodes: readonly Found[]): Set<string> {
  const declared = nodes.filter(({ node }) => isIndex(child(node, "init"), new Set()));
  return new Set(declared.flatMap(({ node }) => nameOf(child(node, "id")) ?? []));
}

/** The slip that the handlers of POST /token make; null where the code shows none. */
export function slipOf({ source }: Evidence): Explanation | null {
  const nodes = handlersOf(source, "POST", "/token").flatMap(({ file, node }) =>
    findAll(node, () => true).map((inner) => ({ file, node: inner })),
  );
  const indices = indicesIn(nodes);
  for (const slip of SLIPS) {
    const found = nodes.find(({ node }) => slip.is(node, indices));
    if (found) return explained(slip, found);
  }
  const silent = nodes.find(
    ({ node }) =>
      ["find", "findIndex", "some", "filter", "every"].includes(asked(node) ?? "") && bodyWithoutReturn(node),
  );
  const body = silent && bodyWithoutReturn(silent.node);
  if (!silent || !body) return null;
  const [first] = list(body, "body");
  return explained(
    {
      title: `The function for ${asked(silent.node)} returns nothing`,
      why: `A function with braces gives back what stands behind return, and here that is missing: so it says undefined of every token, which counts as no, and ${asked(silent.node)} finds none.`,
      fix: "Put return in front of the comparison, or leave the braces out.",
    },
    { file: silent.file, node: first ?? body },
  );
}
