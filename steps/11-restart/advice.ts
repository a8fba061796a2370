/** Words about an app that passed step 11. */

import type { Advice } from "../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../src/check/diagnosis/read-evidence.ts";
import { jsonOf } from "../../src/check/judge/read-transcript.ts";
import { isRecord } from "../../src/base/shape.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import { isGood } from "../../src/course/sessions.ts";
import { accessTokenIn } from "../../src/course/tokens-given.ts";
import { moving } from "../../src/course/worlds.ts";

/** Somebody logs out, and asks with the access token of before. */
export const askAfterLogout: Scenario = {
  name: "a question after the logout",
  world: moving,
  async act({ alan }) {
    await alan.login("login-to-log-out");
    await alan.me("me-before-logout");
    await alan.logout("logout-before-question");
    await alan.me("me-after-logout");
  },
};

/** Whether a token says itself whose it is and until when: such a one is not looked up. */
function saysItself(token: string): boolean {
  return token.split(".").some((part) => Buffer.from(part, "base64url").toString().startsWith("{"));
}

/** Its access tokens are looked up, so a logout could end them. */
export const logoutKeepsAccess: Advice = {
  id: "logout-keeps-access",
  find({ afterthoughts }) {
    const [login, before, logout, after] = [
      "login-to-log-out",
      "me-before-logout",
      "logout-before-question",
      "me-after-logout",
    ].map((label) => afterthoughts.find((exchange) => exchange.label === label) ?? null);
    const token = login ? accessTokenIn(login) : null;
    if (token === null || saysItself(token) || !isGood(before ?? null) || !isGood(after ?? null)) return null;
    const body = after?.response ? jsonOf(after.response) : null;
    if (!isRecord(body) || typeof body["username"] !== "string") return null;
    return {
      title: "After a logout, the access token is still good",
      why: "A signed access token cannot be called back, but yours is looked up with each request. RFC 7009 §2.1 asks that where one token of a login is revoked, the others end as well; until it ends by itself, whoever holds a copy is still in.",
      fix: "At the logout, also remove the access tokens of that login.",
      place: answeredAt(logout ?? null),
    };
  },
};
