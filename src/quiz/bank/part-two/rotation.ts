/** Questions about step 9: a new refresh token with each renewal. */

import type { Question } from "../../question.ts";
import { FORBIDDEN, SERVER_ERROR_PAGE } from "../said.ts";
import { js, right, wrong } from "../write.ts";

export const ROTATION: readonly Question[] = [
  {
    id: "client-stores-first",
    difficulty: "easy",
    topic: "rotating tokens",
    lesson: 9,
    lessonSays: "A client has to store the new token before it uses the access token",
    text: "A server rotates. What does a client have to do first with the answer to its renewal?",
    options: [
      wrong(
        "Send the old refresh token once more, to be sure",
        "The old token has ended with the renewal; sending it again looks like a theft.",
      ),
      right(
        "Store the new refresh token in the old one's place",
        "The old one no longer works: whoever loses the new one has to log in again.",
      ),
      wrong(
        "Wait until the old refresh token has expired",
        "There is nothing to wait for: the old token was over when the answer was sent.",
      ),
      wrong(
        "Send the new refresh token to the API",
        "An API gets the access token only; refresh tokens go back to their issuer.",
      ),
    ],
    reasoning: [
      "The server has put the new token in the old one's place.",
      "From then on only the new one renews.",
      "A client that forgets it, or keeps the old one, is locked out.",
    ],
    answer: "It stores the new refresh token at once and forgets the old one.",
    check: "Imagine that the app is closed right after the answer: which token is on the disk?",
    source: "RFC 6749 §6",
  },
  {
    id: "rotation-keeps-old",
    difficulty: "medium",
    topic: "rotating tokens",
    lesson: 9,
    lessonSays: "The hash of the new token takes the place of the old one",
    twins: "rotation ends the old token",
    text: "The client renews, and then sends its first token again. What does the second call get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["r1"];

      app.post("/token", (req, res) => {
        const sent = req.body?.refreshToken;
        if (!refreshTokens.includes(sent)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        const refreshToken = "r" + (refreshTokens.length + 1);
        refreshTokens.push(refreshToken);
        res.json({ refreshToken });
      });
    `,
    exchange: [
      {
        request: "POST /token",
        body: '{ "refreshToken": "r1" }',
        response: '200 with `{ "refreshToken": "r2" }`',
      },
      { request: "POST /token", body: '{ "refreshToken": "r1" }' },
    ],
    options: [
      wrong(FORBIDDEN, "It would be so if the new token took the old one's place. Here it comes beside it."),
      wrong(
        '200 with `{ "refreshToken": "r2" }`',
        "The number follows the length of the array, and the array has grown.",
      ),
      wrong(SERVER_ERROR_PAGE, "Both calls run the same lines, and none of them throws."),
      right(
        '200 with `{ "refreshToken": "r3" }`',
        "`r1` is still in the array: it renews as often as anybody likes.",
      ),
    ],
    reasoning: [
      "The first call adds `r2`; the array is `r1`, `r2`.",
      "`r1` is found again, and the answer is the third token.",
      "A new token comes each time, but no old one ends: a copy works on.",
    ],
    answer: "200 with `r3`: new tokens alone are not rotation.",
    check: "Look for the line that takes the old token away: there is none.",
    source: "RFC 9700 §4.14.2",
  },
  {
    id: "rotation-on-refusal",
    difficulty: "hard",
    topic: "rotating tokens",
    lesson: 9,
    lessonSays: "a refused request must change nothing",
    text: "A stranger guesses once, and then ada renews with her good token. What does ada get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      const tokens = new Map([["ada", "a1"]]);

      app.post("/token", (req, res) => {
        const { username, refreshToken } = req.body ?? {};
        const good = tokens.get(username);
        tokens.delete(username);
        if (!good || refreshToken !== good) {
          return res.status(403).json({ error: "Forbidden" });
        }
        tokens.set(username, "a2");
        res.json({ refreshToken: "a2" });
      });
    `,
    exchange: [
      {
        request: "POST /token",
        body: '{ "username": "ada", "refreshToken": "guess" }',
        response: FORBIDDEN,
      },
      { request: "POST /token", body: '{ "username": "ada", "refreshToken": "a1" }' },
    ],
    options: [
      wrong(
        '200 with `{ "refreshToken": "a2" }`',
        "Her token was good, but the stranger's call has taken it out of the Map.",
      ),
      right(FORBIDDEN, "The refused guess has deleted ada's token, so the Map no longer knows her."),
      wrong(
        '200 with `{ "refreshToken": "a1" }`',
        "No line gives out the token that came; a renewal answers with `a2`.",
      ),
      wrong(
        SERVER_ERROR_PAGE,
        "`get` gives `undefined` for a name that is gone, and the condition asks for that.",
      ),
    ],
    reasoning: [
      "The guess comes with ada's name: the handler deletes her token and only then compares.",
      "It refuses, but the token is gone.",
      "So anybody who knows a name can log its owner out. Compare first, change afterwards.",
    ],
    answer: "403: a refused request has changed the store.",
    check: "Read what has happened by the time of the `return`: the token is deleted.",
  },
  {
    id: "end-lost-on-renewal",
    difficulty: "hard",
    topic: "rotating tokens",
    lesson: 9,
    lessonSays: "Everything else of the record stays: whose it is, and when it ends",
    text: "A login ends at time 1000. It is renewed once, and later, at 5000, somebody sends `r2`. What is printed?",
    snippet: js`
      let login = { token: "r1", endsAt: 1000 };
      const hasEnded = (now) => login.endsAt <= now;

      login = { token: "r2" };
      console.log(hasEnded(5000), hasEnded(9000));
    `,
    options: [
      wrong("`true true`", "That would be so if the end had been carried over. The new record has none."),
      wrong("`false true`", "No later time helps: `undefined` is not smaller than any number."),
      right("`false false`", "`endsAt` is `undefined`, and comparing it with a number is always `false`."),
      wrong(
        "`TypeError: Cannot read properties of undefined`",
        "The record is there, only its field is missing; reading a missing field throws nothing.",
      ),
    ],
    reasoning: [
      "The renewal makes a new record and forgets `endsAt`.",
      "`undefined <= 5000` is `false`, so the token counts as still good.",
      'It will be good in a hundred years. Write `{ ...login, token: "r2" }`.',
    ],
    answer: "`false false`: after one renewal this login never ends.",
    check: '`node -p "undefined <= 5000"` prints `false`.',
  },
  {
    id: "rotation-replay",
    difficulty: "medium",
    topic: "rotating tokens",
    lesson: 9,
    lessonSays: "From then on the old token is refused, at once",
    twins: "rotation ends the old token",
    text: "This server rotates. The client renews and, by mistake, uses its old token again. What does the second call get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["refresh1"];
      let count = 1;

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        const place = refreshTokens.indexOf(refreshToken);
        if (place === -1) {
          return res.status(403).json({ error: "Forbidden" });
        }
        count += 1;
        refreshTokens[place] = "refresh" + count;
        res.json({ refreshToken: refreshTokens[place] });
      });
    `,
    exchange: [
      {
        request: "POST /token",
        body: '{ "refreshToken": "refresh1" }',
        response: '200 with `{ "refreshToken": "refresh2" }`',
      },
      { request: "POST /token", body: '{ "refreshToken": "refresh1" }' },
    ],
    options: [
      wrong(
        '200 with `{ "refreshToken": "refresh2" }`',
        "The server does not repeat an answer: it looks for `refresh1` and does not find it.",
      ),
      wrong('200 with `{ "refreshToken": "refresh3" }`', "`refresh3` is for whoever shows `refresh2`."),
      right(
        '403 with `{ "error": "Forbidden" }`',
        "`refresh2` has taken the place of `refresh1`, which is unknown now.",
      ),
      wrong(
        "500 with Express's error page",
        "The place -1 is caught by the `if`, so nothing goes wrong in the server.",
      ),
    ],
    reasoning: [
      "The first call puts `refresh2` where `refresh1` was.",
      "The second looks for `refresh1`: -1.",
      "The answer is 403; the client should have stored `refresh2`.",
    ],
    answer: "403: under rotation each refresh token works once.",
    check: 'Write down the array after the first call: `["refresh2"]`.',
  },
  {
    id: "public-clients",
    difficulty: "medium",
    topic: "rotating tokens",
    lesson: 9,
    lessonSays: "unless the token is bound to its sender",
    text: "What does the security practice for OAuth 2.0 (RFC 9700) demand for the refresh tokens of public clients, such as an app in the browser?",
    options: [
      wrong(
        "They must not be issued: such a client has to log in again",
        "They may be issued, if the server guards against their being replayed.",
      ),
      wrong(
        "They must be JWTs, signed by a key that the client can check",
        "What a refresh token looks like inside is the server's own affair.",
      ),
      wrong(
        "They must expire within 24 hours and stay in memory only",
        "It asks for expiry after some time without use, and leaves it to the server how long that is.",
      ),
      right(
        "They must be bound to their sender, or else be rotated",
        "Sender-constrained or rotated: in both cases a copy does not silently go on working.",
      ),
    ],
    reasoning: [
      "A public client cannot keep a secret, so whoever copies its refresh token could use it.",
      "Bound to a key that only the sender has, the copy alone is useless.",
      "Rotated, the copy is found out when the same token is used twice.",
    ],
    answer: "Sender-constrained, or rotated.",
    check: "Look for the MUST about public clients in section 2.2.2.",
    source: "RFC 9700 §2.2.2",
  },
];
