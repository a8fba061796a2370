/** The program keeps a token's end, but does not compare it with the time. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, handlersOf } from "../../../src/check/source/handlers.ts";
import { functionsOf, isCallOf, within } from "../../../src/check/source/making.ts";
import { child, nameOf } from "../../../src/check/source/syntax.ts";
import { conditionsOf, lookupsOf } from "../../../src/course/mistakes/pattern.ts";
import { keepsAnEnd } from "../../../src/course/written-lifetime.ts";
import { numberOf } from "../../../src/check/jwt.ts";
import { livesTooLong, refreshJwt } from "./refresh-lifetime.ts";

export const expiryNotChecked: Mistake = {
  id: "expiry-not-checked",
  find(evidence) {
    const { source, exchange } = evidence;
    if (livesTooLong(evidence)?.ended !== null) return null;
    const inToken = numberOf(refreshJwt(evidence), "exp") !== null;
    if (!inToken && !keepsAnEnd(source)) return null;
    const [decode] = within(functionsOf(source, "POST", "/token"), (node) =>
      isCallOf(node, "decode", "decodeJwt", "verify", "jwtVerify"),
    );
    const [ignored] = within(
      functionsOf(source, "POST", "/token"),
      (node) => node.type === "Property" && nameOf(child(node, "key")) === "ignoreExpiration",
    );
    const [lookup] = lookupsOf(source, "POST", "/token");
    const [condition] = conditionsOf(source, "POST", "/token");
    const inHandler = handlersOf(source, "POST", "/token")[0];
    const isFar =
      lookup &&
      inHandler &&
      !(
        inHandler.file === lookup.file &&
        inHandler.node.start <= lookup.node.start &&
        lookup.node.end <= inHandler.node.end
      );
    return {
      title: "The end of a refresh token is kept, and nobody looks at it",
      why: `${inToken ? "The token says in exp when it ends" : "Your store keeps a time beside each token"}. POST /token does not compare that with the present time, so a token that ended long ago renews as before.`,
      fix: ignored
        ? "Take out ignoreExpiration: then verifying looks at exp as well."
        : inToken
          ? "Verify the token with your key before you use it: that looks at exp as well."
          : "Where POST /token looks the token up, compare its end with the time, and refuse it when that has passed.",
      place:
        (inToken ? firstPlace(ignored, decode) : null) ??
        (isFar ? firstPlace(lookup) : firstPlace(condition, lookup)) ??
        answeredAt(exchange),
    };
  },
};
