/** Questions about tokens that expire. */

import type { Question } from "../question.ts";
import { js, right, wrong } from "./write.ts";

/** When tokens end, and what must not be taken for what. */
export const EXPIRY: readonly Question[] = [
  {
    id: "exp-in-seconds",
    difficulty: "medium",
    topic: "expiry",
    lesson: "production",
    text: "A JWT says in `exp` that it is good until the year 2100. What does this check print, and why?",
    snippet: js`
      const payload = { exp: Date.UTC(2100, 0, 1) / 1000 };

      const expired = Date.now() >= payload.exp;
      console.log(expired);
    `,
    options: [
      wrong(
        "It prints `false`: the year 2100 is a long time ahead",
        "It is what was meant to come out, and it would if both numbers counted in the same unit.",
      ),
      wrong(
        "It prints `true`: the year 2100 is too far off for a number",
        "JavaScript's numbers reach far beyond that, in milliseconds as in seconds.",
      ),
      right(
        "It prints `true`: `exp` is in seconds, `Date.now()` is not",
        "Milliseconds are a thousand times as many, so every token looks expired long ago.",
      ),
      wrong(
        "It prints `true`: `>=` should be `<` in such a comparison",
        "`>=` is as it should be: at `exp` and after it a token has expired. It is the units that differ.",
      ),
    ],
    reasoning: [
      "`exp` counts seconds since 1970, as all times in a JWT do.",
      "`Date.now()` counts milliseconds, so it is far larger than any `exp` of our time.",
      "`Date.now() / 1000 >= payload.exp` compares like with like.",
    ],
    answer: "It prints `true`: seconds are compared with milliseconds.",
    check:
      '`node -p "Date.UTC(2100, 0, 1) / 1000"` prints `4102444800`: ten digits, where `Date.now()` has thirteen.',
    source: "RFC 7519 §2, §4.1.4",
  },
  {
    id: "exp-instant",
    difficulty: "hard",
    topic: "expiry",
    lesson: "production",
    text: "A JWT has `exp` 1000 (take it as seconds on a clock), and the server allows no leeway. The clock says exactly 1000. Is the token accepted?",
    options: [
      wrong(
        "Yes, for it is good up to and including that second",
        "The standard excludes that second: on or after `exp` the token must not be accepted.",
      ),
      right(
        "No, for the time has to be before `exp` to be accepted",
        "On or after `exp` the token must be refused, so 999 is the last good second.",
      ),
      wrong(
        "Yes, for a token is good for one more minute by default",
        "Some leeway for clocks that differ is allowed, but here the server allows none.",
      ),
      wrong(
        "No, for `exp` counts from when the token was issued",
        "It is a point in time, not a duration; a duration is `expires_in` in the token response.",
      ),
    ],
    reasoning: [
      "`exp` names the time on or after which the token must not be accepted.",
      "1000 is on it, so the token is refused.",
      "A server may allow a small leeway for clocks that differ; this one does not.",
    ],
    answer: "No: it is refused from `exp` on, that second included.",
    check: "Write the check as `now < exp`: `1000 < 1000` is false.",
    source: "RFC 7519 §4.1.4",
  },
  {
    id: "idle-expiry",
    difficulty: "medium",
    topic: "expiry",
    lesson: "production",
    text: "Somebody uses an app for a week and never opens it again. What should become of the refresh token, by the current security practice for OAuth 2.0?",
    options: [
      wrong(
        "It should stay valid, so that they can come back any time",
        "A token that nobody uses would lie around for years as something to steal.",
      ),
      wrong(
        "It should be renewed by the server at regular intervals",
        "The server cannot bring the client a new token unasked; and why prolong what nobody uses?",
      ),
      wrong(
        "It should be turned into an access token of the same life",
        "An access token is to live briefly; one that lives that long could not be revoked.",
      ),
      right(
        "It should expire after some time in which it was not used",
        "RFC 9700 says that refresh tokens should expire if the client has been inactive for some time.",
      ),
    ],
    reasoning: [
      "A refresh token that is not used is only a risk: it can be stolen, but helps nobody.",
      "So it should end by itself after some time without use; how long is up to the server.",
      "Who comes back later logs in again.",
    ],
    answer: "It should expire for lack of use.",
    check: "Look for the word `inactive` in section 4.14.2.",
    source: "RFC 9700 §4.14.2",
  },
  {
    id: "refresh-as-access",
    difficulty: "hard",
    topic: "who sees which token",
    lesson: "production",
    text: "Access tokens (10 minutes) and refresh tokens (30 days) are both JWTs, signed with the same key and with the same claims. The API checks signature and `exp`, nothing else. What goes wrong?",
    options: [
      wrong(
        "The server cannot sign two kinds of token with one key",
        "It can. Whether it should is another question, for the kinds must then be told apart otherwise.",
      ),
      wrong(
        "An access token can be traded at `/token` for 30 days",
        "Its `exp` is over after 10 minutes, and the server's list does not hold it.",
      ),
      wrong(
        "The API refuses all tokens, for it finds two with one key",
        "The API looks at the one token it is shown; how many others there are, it does not know.",
      ),
      right(
        "The API accepts a refresh token as if it were an access token",
        "Signature and `exp` are good, so it opens the API for 30 days. The kinds must be told apart.",
      ),
    ],
    reasoning: [
      "A refresh token passes both of the API's checks.",
      "So whoever holds one need not even renew: the API is open to them for 30 days.",
      "Tokens of different kinds need rules that exclude each other: another `aud`, another `typ` or another key.",
    ],
    answer: "The API takes refresh tokens for access tokens; give each kind its own `typ`, `aud` or key.",
    check: "Go through the API's two checks with the refresh token in hand: it passes both.",
    source: "RFC 8725 §3.12",
  },
];
