/** Questions about step 7: refresh tokens that end. */

import type { Question } from "../../question.ts";
import { FORBIDDEN, NEW_ACCESS, SERVER_ERROR_PAGE, UNAUTHORIZED, REFRESH_123 } from "../said.ts";
import { js, right, wrong } from "../write.ts";

export const EXPIRY: readonly Question[] = [
  {
    id: "end-not-compared",
    difficulty: "easy",
    topic: "when a token ends",
    lesson: 7,
    lessonSays: "`/token` compares that with the time now",
    text: "The record says that the token ended in 1970. What comes back?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let logins = [{ token: "refresh123", endsAt: 0 }];

      app.post("/token", (req, res) => {
        const sent = req.body?.refreshToken;
        const login = logins.find((one) => one.token === sent);
        if (!login) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [{ request: "POST /token", body: REFRESH_123 }],
    options: [
      wrong(FORBIDDEN, "It is what should come, but no line of the handler looks at `endsAt`."),
      right(NEW_ACCESS, "The record is found, and that is all the handler asks for."),
      wrong(UNAUTHORIZED, "The program says 401 nowhere; it knows 403 and 200."),
      wrong(SERVER_ERROR_PAGE, "A time that is long over is a number like any other; nothing throws."),
    ],
    reasoning: [
      "`find` looks for the token, and the token is there.",
      "`endsAt` is kept beside it, and nobody compares it with the time now.",
      "`login.endsAt <= Date.now()` belongs into the condition.",
    ],
    answer: "200: an end that nobody compares ends nothing.",
    check: "Look for `endsAt` in the handler: it is not there.",
  },
  {
    id: "week-of-seconds",
    difficulty: "medium",
    topic: "milliseconds and seconds",
    lesson: 7,
    lessonSays: "`Date.now()` counts milliseconds",
    text: "A refresh token should live for a week. After how many minutes does it end?",
    snippet: js`
      const WEEK = 7 * 24 * 60 * 60;
      const now = Date.now();
      const endsAt = now + WEEK;

      const minute = 60 * 1000;
      console.log(Math.round((endsAt - now) / minute));
    `,
    options: [
      wrong(
        "`10080`",
        "A week has that many minutes, but `WEEK` holds seconds and is added to milliseconds.",
      ),
      wrong("`168`", "That is a week in hours. The number is 604800, and it counts as milliseconds."),
      right("`10`", "604800 milliseconds are about 605 seconds: ten minutes."),
      wrong(
        "`604800`",
        "That is `WEEK` itself, in seconds; a minute of milliseconds goes into it ten times.",
      ),
    ],
    reasoning: [
      "`WEEK` is 604800, the seconds of a week.",
      "`Date.now()` counts milliseconds, so the end lies 604800 of those ahead.",
      "That is ten minutes; a week takes another `* 1000`.",
    ],
    answer: "`10`: seconds were taken for milliseconds.",
    check: '`node -p "Math.round((7 * 24 * 60 * 60) / 60000)"` prints `10`.',
  },
  {
    id: "expires-in-milliseconds",
    difficulty: "hard",
    topic: "milliseconds and seconds",
    lesson: 7,
    lessonSays: "`expiresIn: 3600` of jsonwebtoken counts seconds",
    text: "An access token should live for 15 minutes. For how many minutes is this one good?",
    snippet: js`
      const token = jwt.sign({ username: "ada" }, "some key", {
        expiresIn: 15 * 60 * 1000,
      });
      const { iat, exp } = jwt.decode(token);
      console.log((exp - iat) / 60);
    `,
    options: [
      right("`15000`", "The number counts seconds: 900000 of them are 15000 minutes, more than ten days."),
      wrong(
        "`15`",
        "It was meant so, and `15 * 60` would do it: `expiresIn` counts seconds, not milliseconds.",
      ),
      wrong("`900`", "15 minutes are 900 seconds, but here a thousand times as many are asked for."),
      wrong("`0.25`", "That would be 15 seconds. The number is 900000, and it counts seconds."),
    ],
    reasoning: [
      "`15 * 60 * 1000` is 900000.",
      "As a number, `expiresIn` counts seconds, and so do `iat` and `exp`.",
      "900000 / 60 is 15000 minutes; a stolen token lives on for ten days.",
    ],
    answer: '`15000`: `expiresIn` counts seconds. `"15m"` says what it means.',
    check: '`node -p "(15 * 60 * 1000) / 60"` prints `15000`.',
    source: "RFC 7519 §2",
  },
  {
    id: "timer-of-a-month",
    difficulty: "hard",
    topic: "when a token ends",
    lesson: 7,
    lessonSays: "at most 2^31-1 milliseconds, about 24 days, and runs at once when you ask for more",
    text: "A client logged in, and renews an hour later. What comes back?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = [];

      app.post("/login", (req, res) => {
        refreshTokens.push("refresh123");
        const forget = () => (refreshTokens = []);
        setTimeout(forget, 30 * 24 * 60 * 60 * 1000);
        res.json({ refreshToken: "refresh123" });
      });

      app.post("/token", (req, res) => {
        if (!refreshTokens.includes(req.body?.refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [
      { request: "POST /login", response: '200 with `{ "refreshToken": "refresh123" }`' },
      { request: "POST /token", body: REFRESH_123 },
    ],
    options: [
      wrong(
        NEW_ACCESS,
        "The month is right, but the timer cannot count to 2592000000, and runs after 1 millisecond.",
      ),
      right(
        FORBIDDEN,
        "A timer takes at most 2147483647 milliseconds. This one ran at once and emptied the array.",
      ),
      wrong(SERVER_ERROR_PAGE, "Node warns on the terminal, but it does not throw."),
      wrong('200 with `{ "refreshToken": "refresh123" }`', "`/token` does not give out refresh tokens here."),
    ],
    reasoning: [
      "30 days are 2592000000 milliseconds, more than 2^31-1.",
      "Node then takes 1 millisecond instead, and warns.",
      "The token is forgotten before anybody can renew. Keep the end beside the token and compare.",
    ],
    answer: "403: a timer is not a calendar.",
    check: '`node -p "30 * 24 * 60 * 60 * 1000 > 2 ** 31 - 1"` prints `true`.',
  },
  {
    id: "exp-in-seconds",
    difficulty: "medium",
    topic: "milliseconds and seconds",
    lesson: 7,
    lessonSays: "`exp` in a JWT counts seconds",
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
    difficulty: "medium",
    topic: "when a token ends",
    lesson: 7,
    lessonSays: "From the second that `exp` names, the token is refused",
    text: "A JWT says `exp: 1700000000`. When it arrives, the server's clock shows exactly that second, and the server allows no leeway for clocks that differ. Does the server accept it?",
    options: [
      wrong(
        "Yes, because it is good up to the end of that second",
        "The standard excludes that second: on or after `exp` the token must not be accepted.",
      ),
      right(
        "No, because the time has to be before `exp`",
        "On or after `exp` the token must be refused, so the second before it is the last good one.",
      ),
      wrong(
        "Yes, because a token is good for one more minute",
        "Some leeway for clocks that differ is allowed, but here the server allows none.",
      ),
      wrong(
        "No, because `exp` counts from when it was issued",
        "It is a point in time, not a duration; a duration is `expires_in` in the token response.",
      ),
    ],
    reasoning: [
      "`exp` names the time on or after which the token must not be accepted.",
      "The clock shows that very time, so the token is refused.",
      "A server may allow a small leeway for clocks that differ; this one does not.",
    ],
    answer: "No: it is refused from `exp` on, that second included.",
    check: "Write the check as `now < exp`: a number is not smaller than itself.",
    source: "RFC 7519 §4.1.4",
  },
  {
    id: "idle-expiry",
    difficulty: "medium",
    topic: "when a token ends",
    lesson: 7,
    lessonSays: "A token that nobody uses should end as well",
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
        "An access token should live briefly, because it can hardly be revoked.",
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
];
