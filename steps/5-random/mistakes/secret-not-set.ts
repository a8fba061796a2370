/** The key is read from an environment variable that is not set. */

import { isAnsweredFromCatch, tellsCaught } from "../../../src/check/diagnosis/catching.ts";
import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, caughtIn, faultsOf, inWords } from "../../../src/check/diagnosis/read-evidence.ts";
import { SECRET_NAMES } from "../../../src/check/runner/secrets.ts";
import { secretsRead } from "../../../src/check/source/environment.ts";
import type { Variable } from "../../../src/check/source/environment.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, isPartOf, nameOf } from "../../../src/check/source/syntax.ts";

/** What jsonwebtoken, jose and node:crypto say about a key that is undefined or empty. */
const NO_KEY =
  /secretOrPrivateKey must have a value|secret or public key must be provided|zero-length key|key argument must be of type|"key" argument|Key must be .*Received undefined|invalid key length/i;

/** The names by which a program takes what it has read from a variable: of constants and of fields. */
function namesOfValue(source: Source, { file, node }: Variable): string[] {
  if (node.type === "Property") return [nameOf(child(node, "value")) ?? nameOf(child(node, "key")) ?? ""];
  const around = findInSource(
    source,
    (one) =>
      (one.type === "VariableDeclarator" && isPartOf(node, child(one, "init"))) ||
      (one.type === "Property" && isPartOf(node, child(one, "value"))),
  );
  return around
    .filter((one) => one.file === file)
    .flatMap((one) => nameOf(child(one.node, "id") ?? child(one.node, "key")) ?? []);
}

/** Whether a login reads a variable, or what was made of it before. */
function isReadByLogin(source: Source, variable: Variable): boolean {
  const functions = functionsOf(source, "POST", "/login");
  const names = namesOfValue(source, variable);
  return (
    within(
      functions,
      (node) =>
        node === variable.node ||
        (["Identifier", "MemberExpression"].includes(node.type) && names.includes(nameOf(node) ?? "")),
    ).length > 0
  );
}

/**
 * Whether what was caught may be an error about a key: what is known of it says so, or nothing is known of it. Another
 * error, as of a database, is told as such.
 */
function mayHideKey({ exchange, source }: Evidence): boolean {
  if (exchange?.request.path !== "/login" || !isAnsweredFromCatch(source, exchange)) return false;
  const at = answeredAt(exchange);
  const said = at && tellsCaught(source, at) ? [exchange.response?.body ?? ""] : [];
  const known = [...said, ...caughtIn(exchange).map(({ message }) => message)];
  return known.length === 0 || known.some((message) => NO_KEY.test(message));
}

export const secretNotSet: Mistake = {
  id: "handler-throws",
  find(evidence) {
    const { exchange, source } = evidence;
    const fault = faultsOf(exchange).find(({ message }) => NO_KEY.test(message));
    if (!fault && !mayHideKey(evidence)) return null;
    const all = secretsRead(source).filter(({ name }) => !SECRET_NAMES.some((set) => set === name));
    const unset = all.find((one) => isReadByLogin(source, one)) ?? (fault ? all[0] : undefined);
    if (!unset) return null;
    return {
      title: `The variable ${unset.name} is not set`,
      why: `Your app takes its key from process.env.${unset.name}, and there is no such variable, so the key is undefined${fault ? `: ${inWords(fault)}` : ""}. A check sets ${SECRET_NAMES.join(", ")}, each to a random text.`,
      fix: "Read one of these, or set your own when you start the app, from a file that node --env-file reads.",
      place: fault?.place ?? placeOfFound(unset),
    };
  },
};
