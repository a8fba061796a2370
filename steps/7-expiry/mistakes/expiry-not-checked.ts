/** The program keeps a token's end, but does not compare it with the time. */

import type { Explanation, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, isCallOf, resultsOf, within } from "../../../src/check/source/making.ts";
import { calledName, child, findAll, isPartOf, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Source } from "../../../src/check/source/source.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import type { Place } from "../../../src/check/transcript.ts";
import { letGoIn } from "../../../src/course/token-code.ts";
import { errorNotThrown } from "../../../src/check/source/made-errors.ts";
import { methodAsked } from "../../../src/check/source/only-named.ts";
import { misreadMember } from "../../../src/check/source/misread-members.ts";
import { replacedExport } from "../../../src/course/replaced-export.ts";
import { callWithCondition } from "../../../src/course/call-lines.ts";
import { conditionsOf, lookupsOf } from "../../../src/course/mistakes/pattern.ts";
import { comparisonsOf, readsClock } from "../../../src/course/clock-comparisons.ts";
import { keepsAnEnd } from "../../../src/course/written-lifetime.ts";
import { numberOf } from "../../../src/check/jwt.ts";
import { livesTooLong, refreshJwt } from "./refresh-lifetime.ts";

/**
 * The last line of a function that compares with the time and gives back nothing: an arrow function with braces needs a
 * return.
 */
function muteComparison({ file, node }: Found): Found[] {
  const body = child(node, "body");
  const last = body?.type === "BlockStatement" ? list(body, "body").at(-1) : undefined;
  const expression = last?.type === "ExpressionStatement" ? child(last, "expression") : null;
  const compares = expression?.type === "BinaryExpression" && findAll(expression, readsClock).length > 0;
  return last && compares && resultsOf({ file, node }).length === 0 ? [{ file, node: last }] : [];
}

/** Whether a node compares with Date.now, and not with what it returns. */
function comparesClockItself(node: Node): boolean {
  const isNow = (side: Node | null) =>
    side?.type === "MemberExpression" && nameOf(side) === "now" && nameOf(child(side, "object")) === "Date";
  return node.type === "BinaryExpression" && (isNow(child(node, "left")) || isNow(child(node, "right")));
}

/**
 * A condition that compares with the time and whose branch ends nothing, in a function that goes on after it and asks
 * nothing more: if (row.end < Date.now()) store.delete(token).
 */
function goesOnAfterEnd(code: readonly Found[]): Found | null {
  const [found] = within(code, (node, ancestors) => {
    const test = node.type === "IfStatement" && !child(node, "alternate") ? child(node, "test") : null;
    const branch = child(node, "consequent");
    const compares = test?.type === "BinaryExpression" && findAll(test, readsClock).length > 0;
    if (!compares || !branch) return false;
    const leaves = /^(Return|Throw|Continue|Break)Statement$|^AssignmentExpression$/;
    const isLoop = ancestors.some(({ type }) => /^(For|While)/.test(type));
    // What is asked afterwards may notice what the branch did.
    const after = list(ancestors.at(-1) ?? node, "body").filter((one) => one.start >= node.end);
    const asks = after.some(
      (one) => findAll(one, ({ type }) => /^(If|Conditional|Logical|Throw)/.test(type)).length > 0,
    );
    return !isLoop && !asks && findAll(branch, ({ type }) => leaves.test(type)).length === 0;
  });
  return found ?? null;
}

/** What looks at the end in a way that comes to nothing, as the line itself shows; the surest first. */
const SLIPS: readonly ((source: Source, code: readonly Found[]) => Explanation | null)[] = [
  (source) => {
    const [unused] = letGoIn(source, "/token");
    if (!unused) return null;
    return {
      title: "What has ended is sorted out, and nobody takes the result",
      why: `${calledName(unused.node) ?? ""} gives back a new list and leaves the old one as it is; this line lets go of what comes back. So the store goes on holding what has ended, and it renews as before.`,
      fix: "Give the new list to what holds the old one; or remove what has ended from the store itself.",
      place: placeOfFound(unused),
    };
  },
  (source) => {
    const replaced = replacedExport(source);
    if (!replaced || findAll(replaced.node, readsClock).length === 0) return null;
    return {
      title: "The list is replaced here, and others keep the old one",
      why: "This line gives the variable a new list. The other files took the list when they loaded this file, and go on with that one: what has ended is still in it, and it renews as before.",
      fix: "Change the list itself, with splice; or export functions that look into it, and not the list.",
      place: placeOfFound(replaced),
    };
  },
  (_source, code) => {
    const made = errorNotThrown(code);
    return (
      made && {
        title: "An error is made, and not thrown",
        why: "This line makes an error and lets go of it: only throw ends the function. So a token that ended long ago renews as before.",
        fix: "Put throw in front of it.",
        place: placeOfFound(made),
      }
    );
  },
  (_source, code) => {
    const [named] = within(code, comparesClockItself);
    if (!named) return null;
    return {
      title: "A function is compared, and not what it returns",
      why: "This line compares with Date.now itself: a function runs when round brackets stand behind its name. A number is neither less nor greater than a function, so a token that ended long ago renews as before.",
      fix: "Call it: Date.now().",
      place: placeOfFound(named),
    };
  },
  (source, code) => {
    const asked = methodAsked(source, code);
    return (
      asked && {
        title: "A method is asked for, and not called",
        why: `This condition asks whether there is a method ${asked.name}, and there always is: a method runs when round brackets stand behind its name. So nothing looks at the end, and a token that ended long ago renews as before.`,
        fix: `Call it: ${asked.name}().`,
        place: placeOfFound(asked),
      }
    );
  },
  (_source, code) => {
    const condition = goesOnAfterEnd(code);
    return (
      condition && {
        title: "What has ended is noticed, and renews all the same",
        why: "This condition compares a time with the present, and what it leads to ends nothing: after it the function goes on, to the new access token. So a token that ended long ago renews once more.",
        fix: "Return or throw in that branch, so that the renewal is refused.",
        place: placeOfFound(condition),
      }
    );
  },
  (source, code) => {
    const misread = misreadMember(source, code, /^[<>]=?$/);
    return (
      misread && {
        title: "The end of a refresh token is compared under another name",
        why: `This line compares ${misread.name}, and what login keeps has no such member: there it is called ${misread.meant}. A comparison with undefined comes out the same whatever the time is, so a token that ended long ago renews as before.`,
        fix: `Write ${misread.meant} here, or let login keep it as ${misread.name}.`,
        place: placeOfFound(misread),
      }
    );
  },
];

/** Something compares with the time, and what it compares is not the end, or nobody acts on it. */
function comparedInVain(compared: Found): Explanation {
  return {
    title: "The end of a refresh token is compared, and nothing comes of it",
    why: "This line compares a time with the present. 32 days after the login the token renews all the same: so it is not the end of the token that is compared here, or not as a number, or nobody acts on the result.",
    fix: "Print both sides, with console.log: two numbers of milliseconds are to be compared, and a comparison with a text that is no number is never true.",
    place: placeOfFound(compared),
  };
}

/** A function compares the end with the time and gives nothing back. */
function comparedWithoutReturn(mute: Found, keeps: string): Explanation {
  return {
    title: "The end of a refresh token is compared, and the result is lost",
    why: `${keeps}. This line compares a time with the present, and the function gives nothing back, so whoever asks it gets undefined and a token that ended long ago renews as before.`,
    fix: "Return what the comparison says: only an arrow function without braces does that by itself.",
    place: placeOfFound(mute),
  };
}

/** The token is a JWT that says when it ends. */
function notVerified(code: readonly Found[], otherwise: Place | null): Omit<Explanation, "title" | "why"> {
  const [ignored] = within(
    code,
    (node) => node.type === "Property" && nameOf(child(node, "key")) === "ignoreExpiration",
  );
  // What has ended is decoded all the same: in the catch of the error that says so.
  const [decodedAnyway] = within(
    code,
    (node, ancestors) =>
      isCallOf(node, "decode", "decodeJwt") && ancestors.some(({ type }) => type === "CatchClause"),
  );
  const [decode] = within(code, (node) => isCallOf(node, "decode", "decodeJwt", "verify", "jwtVerify"));
  const fix = ignored
    ? "Take out ignoreExpiration: then verifying looks at exp as well."
    : decodedAnyway
      ? "Refuse the token where verifying it fails: what is decoded without verifying may have ended, and may be anybody's."
      : "Verify the token with your key before you use it: that looks at exp as well.";
  return { fix, place: firstPlace(ignored, decodedAnyway, decode) ?? otherwise };
}

/** Where the route looks the token up, and should look at its end. */
function placeOfMissingLook(source: Source, code: readonly Found[]): Place | null {
  const [lookup] = lookupsOf(source, "POST", "/token");
  const [condition] = conditionsOf(source, "POST", "/token");
  const [handler] = handlersOf(source, "POST", "/token");
  const isFar = lookup && handler && !(handler.file === lookup.file && isPartOf(lookup.node, handler.node));
  // A lookup that is told its condition can be told nothing about the end: the route has to look.
  const isTold = isFar && callWithCondition(source, code, lookup);
  return isFar && !isTold ? firstPlace(lookup) : firstPlace(condition, lookup);
}

export const expiryNotChecked: Mistake = {
  id: "expiry-not-checked",
  find(evidence) {
    const { source, exchange } = evidence;
    if (livesTooLong(evidence)?.ended !== null) return null;
    const inToken = numberOf(refreshJwt(evidence), "exp") !== null;
    const comparisons = comparisonsOf(source, "POST", "/token");
    const code = functionsOf(source, "POST", "/token");
    const isLookedAt = comparisons.length > 0 || methodAsked(source, code) !== null;
    if (!inToken && !keepsAnEnd(source) && !isLookedAt) return null;
    for (const slip of SLIPS) {
      const told = slip(source, code);
      if (told) return told;
    }
    const keeps = inToken
      ? "The token says in exp when it ends"
      : "Your store keeps a time beside each token";
    const [mute] = code.flatMap(muteComparison);
    if (mute) return comparedWithoutReturn(mute, keeps);
    const [compared] = comparisons;
    if (compared && !inToken) return comparedInVain(compared);
    const place = placeOfMissingLook(source, code) ?? answeredAt(exchange);
    return {
      title: "The end of a refresh token is kept, and nobody looks at it",
      why: `${keeps}. POST /token does not compare that with the present time, so a token that ended long ago renews as before.`,
      ...(inToken
        ? notVerified(code, place)
        : {
            fix: "Where POST /token looks the token up, compare its end with the time, and refuse it when that has passed.",
            place,
          }),
    };
  },
};
