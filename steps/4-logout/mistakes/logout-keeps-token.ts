/** After the logout, the token still renews. */

import type { Mistake, Evidence, Explanation } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { registeredFor } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import { loadOfName } from "../../../src/check/source/modules.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, isFunction, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";
import { changeOn, askedFor } from "../../../src/check/source/changed-text.ts";
import { copiedName } from "../../../src/course/kept-copy.ts";
import { secondOfFactory } from "../../../src/course/second-store.ts";
import { explainTakenApart } from "../../../src/course/calls-that-miss.ts";
import { comparisonAsked, leavesOutFirst, TAKES_ZERO_FOR_NONE } from "../../../src/course/deciding-line.ts";
import { neverCalled } from "../../../src/course/mistakes/logout-keeps-token.ts";
import { isAboutLogout, logoutsOf, removalIn } from "./logouts.ts";
import type { Logout } from "./logouts.ts";

const COPYING = ["filter", "slice", "map", "concat", "toSpliced"];

/** What the line that should remove the token does instead. */
function effectOf(node: Node): string {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  const method = nameOf(callee) ?? "";
  if (node.type === "IfStatement" || node.type === "LogicalExpression") return TAKES_ZERO_FOR_NONE;
  if (COPYING.includes(method))
    return `${method} returns a new array and leaves the old one alone; nothing puts the new one in its place.`;
  if (node.type === "AssignmentExpression" && nameOf(child(node, "left")) === "refreshTokens")
    return "What stands here did not change that: it runs too late or not at all, puts the token back, or changes another variable of that name.";
  if (node.type === "AssignmentExpression" && child(node, "left")?.type === "Identifier")
    return "What stands here gives a variable another value; the array goes on holding what it held.";
  if (node.type === "UnaryExpression")
    return "delete takes a property off an object; an array has its tokens under the numbers 0, 1, 2, and not under their texts.";
  return "What stands here did not take it out: it is not reached, or it is told something else than where the token stands.";
}

/**
 * Why the removal assigns to another variable than the one that the others use; null where the source does not show
 * that.
 */
function ownCopy({ source }: Evidence, { file, node }: Found): string | null {
  const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
  if (nameOf(left) !== "refreshTokens") return null;
  const loaded = loadOfName(source, file, "refreshTokens");
  if (loaded)
    return `refreshTokens of this file was given the array of ${loaded.specifier} when the file was loaded, and is a variable of its own.`;
  const [local] = findInSource(source, (one, ancestors) => {
    const property =
      child(one, "id")?.type === "ObjectPattern" ? list(child(one, "id") ?? one, "properties") : [];
    const takes = property.some((each) => nameOf(child(each, "key")) === "refreshTokens");
    return one.type === "VariableDeclarator" && takes && ancestors.some(isFunction);
  });
  if (left?.type === "Identifier" && local?.file === file)
    return `refreshTokens is taken out of another object at line ${placeOfFound(local).line}, and is a variable of its own.`;
  const [member] = findInSource(source, (one) => {
    const value = one.type === "PropertyDefinition" ? child(one, "value") : null;
    return (
      nameOf(child(one, "key")) === "refreshTokens" &&
      value !== null &&
      /^(Identifier|MemberExpression)$/.test(value.type)
    );
  });
  if (left?.type === "MemberExpression" && member?.file === file)
    return `this.refreshTokens was given an array from elsewhere at line ${placeOfFound(member).line}, and is a member of its own.`;
  const [exported] = findInSource(source, (one) => {
    const object = one.type === "AssignmentExpression" ? child(one, "right") : null;
    return (
      nameOf(child(one, "left")) === "exports" &&
      object?.type === "ObjectExpression" &&
      list(object, "properties").some((each) => nameOf(child(each, "key")) === "refreshTokens")
    );
  });
  const usedElsewhere = findInSource(
    source,
    (one) => one.type === "MemberExpression" && nameOf(one) === "refreshTokens",
  ).some((one) => one.file !== file);
  return exported?.file === file && usedElsewhere
    ? `module.exports holds the array that refreshTokens was when line ${placeOfFound(exported).line} ran; a new array in the variable does not change that.`
    : null;
}

/** The code makes another text of the token before it takes it out. */
function changedOnTheWay({ source }: Evidence, { token }: Logout): Explanation | null {
  const change = changeOn(source, askedFor(source, functionsOf(source, "POST", "/logout")), token);
  if (!change) return null;
  return {
    title: "Logout looks for another text than the token that came",
    why: `After the logout of "${token}", refreshTokens holds it as before. On its way the token passes this line, where ${change.method} makes "${change.result}" of it: refreshTokens holds no such text.`,
    fix: "Look for the token as it came, letter by letter.",
    place: placeOfFound(change),
  };
}

/** Whether a variable was declared with refreshTokens as it was, or with a copy of it. */
function holdsOldList(source: Source, variable: Node | null): boolean {
  const name = variable?.type === "Identifier" ? nameOf(variable) : null;
  return (
    name !== null &&
    declarationsOf(source, name).some(
      ({ init }) => init !== null && (nameOf(init) ?? copiedName(init)) === "refreshTokens",
    )
  );
}

/** The line in a finally that gives refreshTokens another list, in the code of logout. */
function putBackInFinally({ source }: Evidence): Found | null {
  const [found] = within(functionsOf(source, "POST", "/logout"), (node, ancestors) => {
    const around = ancestors.findLast(({ type }) => type === "TryStatement");
    const last = around ? child(around, "finalizer") : null;
    const gives = node.type === "AssignmentExpression" && nameOf(child(node, "left")) === "refreshTokens";
    return gives && last !== null && ancestors.includes(last) && holdsOldList(source, child(node, "right"));
  });
  return found ?? null;
}

export const logoutKeepsToken: Mistake = {
  id: "logout-keeps-token",
  find(evidence) {
    if (!isAboutLogout(evidence) || !/forgets/.test(evidence.failure.check.id)) return null;
    const logout = logoutsOf(evidence).find(({ kept, lost }) => kept && lost.length === 0);
    const first = removalIn(evidence);
    const uncalled = neverCalled(evidence);
    if (uncalled) return uncalled;
    const isFirst = logout?.before[0] === logout?.token;
    const removal = first && ((isFirst && leavesOutFirst(evidence.source, first)) || first);
    const copy = removal && logout ? ownCopy(evidence, removal) : null;
    if (removal && copy !== null) {
      return {
        title: "Logout gives a copy of the name a new array",
        why: `${copy} This line gives the name here the new array; login and POST /token go on with the old one, and that still holds "${logout?.token}".`,
        fix: "Change the array itself, as splice does; or keep it as a member of an object, and give that member the new array.",
        place: placeOfFound(removal),
      };
    }
    const second = logout ? secondOfFactory(evidence.source, "/logout") : null;
    if (second && logout) {
      return {
        title: "Logout has a refreshTokens of its own",
        why: `The function that is called here makes a new array refreshTokens each time. Logout removes the token from the one made by this call; the one that login fills still holds "${logout.token}".`,
        fix: "Make the store once, export it, and use that one in all places.",
        place: placeOfFound(second),
      };
    }
    const back = logout ? putBackInFinally(evidence) : null;
    if (back && logout) {
      return {
        title: "What was removed is put back",
        why: `After the logout of "${logout.token}", refreshTokens holds it as before. What stands in finally runs in each case, also where nothing went wrong: this line gives refreshTokens a list again after the removal.`,
        fix: "Put the old list back only where an error came: in catch.",
        place: placeOfFound(back),
      };
    }
    const change = logout ? changedOnTheWay(evidence, logout) : null;
    if (change) return change;
    const apart = explainTakenApart(evidence.source, functionsOf(evidence.source, "POST", "/logout"));
    if (apart) return apart;
    const asked = removal && logout ? comparisonAsked(evidence.source, removal) : null;
    if (asked && logout) {
      return {
        title: "Logout leaves the token in refreshTokens",
        why: `After the logout of "${logout.token}", refreshTokens holds it as before, so it still renews. Which token goes is asked of ${asked.name}, and what it returns is decided here.`,
        fix: `Print what ${asked.name} gets and what it returns, with console.log: for the token that came it has to say that both are the same.`,
        place: placeOfFound(asked.line),
      };
    }
    const place =
      firstPlace(removal, registeredFor(evidence.source, "POST", "/logout").at(-1)) ??
      answeredAt(logout?.exchange ?? exchangeOf(evidence.transcript, "logout"));
    if (!logout) {
      return {
        title: "A token that was logged out still renews",
        why: "refreshTokens no longer holds the token, and POST /token accepts it all the same: it does not look at the same array, or not only there.",
        fix: "Make sure that login, token and logout all use the one array refreshTokens.",
        place,
      };
    }
    return {
      title: "Logout leaves the token in refreshTokens",
      why: `After the logout of "${logout.token}", refreshTokens holds it as before, so it still renews. ${removal ? effectOf(removal.node) : "The handler answers, but removes nothing."}`,
      fix: removal
        ? "Print refreshTokens before and after this line with console.log, and the token that came: the array itself has to change, or a new one has to take its place."
        : "Remove the token from refreshTokens before you answer.",
      place,
    };
  },
};
