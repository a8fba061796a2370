/** Where the source sets, clears and reads cookies. */

import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { functionAt, handlersOf } from "../../../src/check/source/handlers.ts";
import { onlyPlace } from "../../../src/check/source/landmarks.ts";
import type { Found } from "../../../src/check/source/found.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { calledName, child, findAll, list, nameOf, stringOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";
import type { Place } from "../../../src/check/transcript.ts";

/** The calls that set a cookie: res.cookie(…), or a header Set-Cookie. */
export function cookiesSetIn(source: Source): Found[] {
  return findInSource(source, (node) => {
    const name = calledName(node);
    if (name === "cookie") return true;
    const isHeader = ["set", "setHeader", "append", "header", "appendHeader", "writeHead"].includes(
      name ?? "",
    );
    return (
      isHeader && list(node, "arguments").some((argument) => /^set-cookie$/i.test(stringOf(argument) ?? ""))
    );
  });
}

/** The place where a header is set by its name, in any case; null where that is nowhere, or at several places. */
export function placeOfHeader(source: Source, header: string): Place | null {
  return onlyPlace(findInSource(source, (node) => stringOf(node)?.toLowerCase() === header));
}

const COOKIE_OPTIONS = ["httpOnly", "secure", "sameSite", "path", "maxAge", "expires", "domain", "signed"];

/** The place of the method's name in a call. In a chain over several lines, that is the line that a reader looks at. */
function placeOfCall({ file, node }: Found): Place {
  const callee = child(node, "callee");
  const method = callee?.type === "MemberExpression" ? child(callee, "property") : null;
  return placeOfFound({ file, node: method ?? node });
}

/** The texts of Set-Cookie headers that the source writes itself. */
function headersIn(source: Source): (Found & { text: string })[] {
  return findInSource(source, ({ type }) => type === "Literal" || type === "TemplateLiteral").flatMap(
    (found) => {
      const parts = [stringOf(found.node) ?? "", ...list(found.node, "quasis").map(rawOf)];
      const text = parts.join("…");
      return /;\s*(?:path=|httponly|secure|samesite|max-age|domain=)/i.test(text) ? [{ ...found, text }] : [];
    },
  );
}

function rawOf(quasi: Node): string {
  return String(Reflect.get(Object(Reflect.get(quasi, "value")), "raw") ?? "");
}

/**
 * The place of a cookie's option in a login: its name in an object; else the object or the header that lacks it; else
 * the first call that sets a cookie.
 */
export function placeOfOption(source: Source, option: string): Place | null {
  const [named] = findInSource(source, (node, ancestors) => {
    const key = node.type === "Property" ? child(node, "key") : null;
    const inObject = ancestors.at(-1)?.type === "ObjectExpression";
    const clears = ancestors.some((one) => calledName(one) === "clearCookie");
    const name = key && (nameOf(key) ?? stringOf(key));
    return inObject && !clears && name?.toLowerCase() === option.toLowerCase();
  });
  if (named) return placeOfFound(named);
  const [object] = findInSource(source, (node, ancestors) => {
    const names =
      node.type === "ObjectExpression"
        ? list(node, "properties").map((one) => nameOf(child(one, "key")))
        : [];
    const clears = ancestors.some((one) => calledName(one) === "clearCookie");
    return !clears && COOKIE_OPTIONS.filter((one) => names.includes(one)).length > 1;
  });
  if (object) return placeOfFound(object);
  const headers = headersIn(source);
  const written = option === "maxAge" ? /max-age/i : new RegExp(option, "i");
  const header = headers.find(({ text }) => written.test(text)) ?? headers[0];
  return header ? placeOfFound(header) : placeOfCookie(source);
}

/** The place of the first call that sets a cookie. */
export function placeOfCookie(source: Source): Place | null {
  const [first] = cookiesSetIn(source);
  return first ? placeOfCall(first) : null;
}

/** Where a header Set-Cookie is set in a function that has set a cookie before: it takes the place of that one. */
export function placeOfReplacing(source: Source): Place | null {
  const all = cookiesSetIn(source);
  const replacing = all.find(({ file, node }, index) => {
    if (!["set", "setHeader", "header"].includes(calledName(node) ?? "")) return false;
    const around = functionAt(source, placeOfFound({ file, node }));
    return all
      .slice(0, index)
      .some((one) => functionAt(source, placeOfFound(one))?.node === around?.node && one.file === file);
  });
  return replacing ? placeOfCall(replacing) : null;
}

/** Where the handler of the logout clears a cookie or sets one, if it does. */
export function placeOfClearing(source: Source): Place | null {
  const handlers = handlersOf(source, "POST", "/logout");
  const clearing = findInSource(source, (node) => calledName(node) === "clearCookie");
  const inHandler = [...clearing, ...cookiesSetIn(source)].filter(({ node }) =>
    handlers.some((handler) => findAll(handler.node, (inner) => inner === node).length > 0),
  );
  const [first] = inHandler.length > 0 ? inHandler : clearing;
  return first ? placeOfCall(first) : null;
}

/** Where the source reads process.env.NODE_ENV. */
export function asksNodeEnv(source: Source): Found | null {
  const [found] = findInSource(
    source,
    (node) => node.type === "MemberExpression" && nameOf(node) === "NODE_ENV",
  );
  return found ?? null;
}

/** One way in which the source reads a cookie. `name`: null where the source does not show it. */
export interface CookieReading extends Found {
  jar: "cookies" | "signedCookies" | "header";
  name: string | null;
}

/** The text of an expression: a literal, or a constant or a member that holds one. */
function textOf(source: Source, node: Node | null): string | null {
  if (!node) return null;
  const text = stringOf(node);
  if (text !== null) return text;
  const name = nameOf(node);
  if (name === null) return null;
  if (node.type === "Identifier") {
    const [declaration, ...others] = declarationsOf(source, name);
    return declaration?.init && others.length === 0 ? stringOf(declaration.init) : null;
  }
  const fields = findInSource(source, (one) => one.type === "Property" && nameOf(child(one, "key")) === name);
  const [field, ...others] = fields;
  const value = field && others.length === 0 ? child(field.node, "value") : null;
  return value ? stringOf(value) : null;
}

/** All the reads of a request's cookies in the source. */
export function cookieReadings(source: Source): CookieReading[] {
  return findInSource(source, ({ type }) => type === "MemberExpression").flatMap(
    ({ file, node }): CookieReading[] => {
      const part = nameOf(node);
      const object = child(node, "object");
      if (part === "cookie" && nameOf(object) === "headers")
        return [{ file, node, jar: "header", name: null }];
      if (part !== "cookies" && part !== "signedCookies") return [];
      const around = findInSource(source, (one) =>
        [child(one, "object"), child(one, "init"), child(one, "expression"), child(one, "left")].includes(
          node,
        ),
      );
      if (around.length === 0) return [{ file, node, jar: part, name: null }];
      return around.flatMap((user) => readBy(source, user, part));
    },
  );
}

function readBy(source: Source, user: Found, jar: "cookies" | "signedCookies"): CookieReading[] {
  const { file, node } = user;
  if (node.type === "MemberExpression") {
    const computed = Reflect.get(node, "computed") === true;
    const name = computed ? textOf(source, child(node, "property")) : nameOf(node);
    return [{ file, node, jar, name }];
  }
  const pattern = child(node, "id");
  if (pattern?.type === "ObjectPattern") {
    return list(pattern, "properties").map((property) => {
      const key = child(property, "key");
      const computed = Reflect.get(property, "computed") === true;
      const name = computed ? textOf(source, key) : (nameOf(key) ?? (key && stringOf(key)));
      return { file, node: property, jar, name };
    });
  }
  return [{ file, node, jar, name: null }];
}
