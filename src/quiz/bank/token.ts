/** Questions about POST /token: known, unknown and missing tokens. */

import type { Question } from "../question.ts";
import {
  BAD_REQUEST_PAGE,
  FORBIDDEN,
  LOGGED_IN,
  NEW_ACCESS,
  NO_CONTENT,
  REFRESH_123,
  SERVER_ERROR_PAGE,
  UNAUTHORIZED,
} from "./said.ts";
import { js, right, wrong } from "./write.ts";

/** The first three steps as the course builds them. */
const SERVER = js`
  const app = express();
  app.use(express.json());
  let refreshTokens = [];

  app.post("/login", (req, res) => {
    refreshTokens.push("refresh123");
    res.json({
      accessToken: "access123",
      refreshToken: "refresh123",
    });
  });

  app.post("/token", (req, res) => {
    const refreshToken = req.body?.refreshToken;
    if (!refreshTokens.includes(refreshToken)) {
      return res.status(403).json({ error: "Forbidden" });
    }
    res.json({ accessToken: "newAccess123" });
  });
`;

/** Step 3: what `/token` does with a known, an unknown and a missing token. */
export const TOKEN: readonly Question[] = [
  {
    id: "token-known",
    difficulty: "easy",
    topic: "a known token",
    lesson: 3,
    lessonSays: "Else answer with a new access token",
    text: "What does the second call get?",
    snippet: SERVER,
    exchange: [
      { request: "POST /login", response: LOGGED_IN },
      { request: "POST /token", body: REFRESH_123 },
    ],
    options: [
      right(
        NEW_ACCESS,
        "The login stored the token, `includes` finds it, and the handler answers with an access token.",
      ),
      wrong(
        '200 with `{ "accessToken": "access123" }`',
        "That is the access token of the login; `/token` gives out a new one.",
      ),
      wrong(
        LOGGED_IN,
        "Only `/login` answers with both tokens. `/token` here answers with an access token alone.",
      ),
      wrong(FORBIDDEN, "It is for tokens that are not in the array; this one was pushed by the login."),
    ],
    reasoning: [
      "The login pushes `refresh123` into the array.",
      "`/token` takes `refresh123` from the body and finds it there.",
      "So the `if` is skipped, and the last line answers.",
    ],
    answer: "200 with the new access token.",
    check: "Follow the token: pushed by `/login`, found by `includes`.",
  },
  {
    id: "token-before-login",
    difficulty: "easy",
    topic: "an unknown token",
    lesson: 3,
    lessonSays: "does not include it, answer 403",
    text: "The server has just started; nobody has logged in. What does this first call get?",
    snippet: SERVER,
    exchange: [{ request: "POST /token", body: REFRESH_123 }],
    options: [
      wrong(
        NEW_ACCESS,
        "The text is the right one, but the server looks into its array, and that is still empty.",
      ),
      wrong(LOGGED_IN, "A call of `/token` does not log anybody in; only `/login` answers with both tokens."),
      right(
        FORBIDDEN,
        "The array is empty, so `includes` gives `false`: unknown is unknown, whatever the token looks like.",
      ),
      wrong(SERVER_ERROR_PAGE, "Looking for something in an empty array is no error; the result is `false`."),
    ],
    reasoning: [
      "`refreshTokens` is `[]` until the first login.",
      '`[].includes("refresh123")` is `false`, and `!false` enters the `if`.',
    ],
    answer: "403: before a login no token is known.",
    check: "`node -p \"[].includes('refresh123')\"` prints `false`.",
  },
  {
    id: "token-used-twice",
    difficulty: "medium",
    topic: "a known token",
    lesson: 3,
    lessonSays: "it may be used again",
    text: "The client renews twice with the same refresh token. What does the third call get?",
    snippet: SERVER,
    exchange: [
      { request: "POST /login", response: LOGGED_IN },
      { request: "POST /token", body: REFRESH_123, response: NEW_ACCESS },
      { request: "POST /token", body: REFRESH_123 },
    ],
    options: [
      wrong(
        FORBIDDEN,
        "That would be so with rotation, where each use replaces the token. This server removes nothing.",
      ),
      wrong(
        '200 with `{ "accessToken": "access123" }`',
        "`/token` knows one answer to a stored token, and it is `newAccess123` each time.",
      ),
      wrong(LOGGED_IN, "A renewal is not a login: this handler never answers with a refresh token."),
      right(NEW_ACCESS, "Looking a token up does not use it up: it is still in the array."),
    ],
    reasoning: [
      "`includes` reads the array and changes nothing.",
      "After the first renewal the array is as it was after the login.",
      "So the second renewal goes like the first.",
    ],
    answer: "200 again: without rotation a refresh token can be used many times.",
    check: "Look for a line in `/token` that changes `refreshTokens`: there is none.",
  },
  {
    id: "token-empty-object",
    difficulty: "medium",
    topic: "a missing token",
    lesson: 3,
    lessonSays: "`undefined` is not in the array",
    twins: "undefined is not in the array",
    text: "The client has logged in, but forgets to put the token into its request. What does the second call get?",
    snippet: SERVER,
    exchange: [
      { request: "POST /login", response: LOGGED_IN },
      { request: "POST /token", body: "{}" },
    ],
    options: [
      wrong(
        SERVER_ERROR_PAGE,
        "`{}` is an object, and reading a missing field of it is allowed; with `?.` even a missing body is.",
      ),
      right(FORBIDDEN, "`refreshToken` is `undefined`, and `undefined` is not in the array."),
      wrong(
        BAD_REQUEST_PAGE,
        "`{}` is good JSON, so `express.json()` is content, and the handler never says 400.",
      ),
      wrong(
        NEW_ACCESS,
        "That somebody has logged in does not help: the server knows nobody without their token.",
      ),
    ],
    reasoning: [
      "`express.json()` reads `{}` and sets `req.body` to an empty object.",
      "`req.body?.refreshToken` is `undefined`, because `{}` has no such field.",
      '`["refresh123"].includes(undefined)` is `false`, so the answer is 403.',
    ],
    answer: "403: a missing token is handled like an unknown one.",
    check: "`node -p \"['refresh123'].includes(undefined)\"` prints `false`.",
  },
  {
    id: "token-no-body",
    difficulty: "hard",
    topic: "a missing token",
    lesson: 3,
    lessonSays: "A request without a body has no `req.body` in Express 5",
    twins: "req.body",
    text: "In Express 5 a client calls `/token` without any body. What comes back?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["refresh123"];

      app.post("/token", (req, res) => {
        const { refreshToken } = req.body;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [{ request: "POST /token" }],
    options: [
      wrong(
        FORBIDDEN,
        "It was so in Express 4, where `express.json()` left an empty object. Express 5 leaves nothing.",
      ),
      wrong(
        BAD_REQUEST_PAGE,
        "`express.json()` answers 400 to a body that is not JSON; to no body it says nothing.",
      ),
      wrong(
        NO_CONTENT,
        "An empty request does not make an empty answer; 204 is sent only where the program says so.",
      ),
      right(
        SERVER_ERROR_PAGE,
        "`req.body` is `undefined` in Express 5, and taking a field out of `undefined` throws a `TypeError`.",
      ),
    ],
    reasoning: [
      "Without a body `express.json()` has nothing to read and leaves `req.body` alone.",
      "In Express 5 that means `undefined`; in Express 4 it meant `{}`.",
      "`const { refreshToken } = undefined` throws, and Express answers 500.",
    ],
    answer: "500: `req.body` is `undefined`. `req.body?.refreshToken` avoids it.",
    check: "Read it by `req.body?.refreshToken`, and the answer is 403 instead.",
    source: "Express 5 migration guide, “req.body”",
  },
  {
    id: "inverted-condition",
    difficulty: "easy",
    topic: "an unknown token",
    lesson: 3,
    lessonSays: "does not include it, answer 403",
    text: "What does a token get that nobody ever issued?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["refresh123"];

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [{ request: "POST /token", body: '{ "refreshToken": "guess456" }' }],
    options: [
      wrong(FORBIDDEN, "Here it goes to the tokens that are known: the `!` before the condition is missing."),
      right(
        NEW_ACCESS,
        "The unknown token gets past the `if`, and the last line answers with an access token.",
      ),
      wrong(UNAUTHORIZED, "It might be a good answer to a stranger, but it is not in this program."),
      wrong(
        SERVER_ERROR_PAGE,
        "The program runs without any error, which is what makes this mistake dangerous.",
      ),
    ],
    reasoning: [
      '`includes("guess456")` is `false`.',
      "Without the `!` the `if` is entered for known tokens only.",
      "So the owner is refused, and everybody else is let in.",
    ],
    answer: "200 with an access token: the condition is the wrong way round.",
    check: "Read the `if` aloud: if the list includes the token, forbid it.",
  },
  {
    id: "index-as-boolean",
    difficulty: "hard",
    topic: "an unknown token",
    lesson: 3,
    lessonSays: "-1 counts as true",
    text: "The store holds two tokens. What does a token that is not among them get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["ada1", "bob2"];

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.indexOf(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [{ request: "POST /token", body: '{ "refreshToken": "guess456" }' }],
    options: [
      right(
        NEW_ACCESS,
        "`indexOf` gives -1, `!-1` is `false`, so the `if` is skipped and the stranger let in.",
      ),
      wrong(FORBIDDEN, "Only `ada1` gets that: its place is 0, and `!0` is `true`."),
      wrong(SERVER_ERROR_PAGE, "`!` may stand before any number, so nothing throws."),
      wrong(UNAUTHORIZED, "The program has two answers, 403 and 200, and 401 is neither."),
    ],
    reasoning: [
      "`indexOf` gives a place, or -1 for what is not there.",
      "-1 counts as true, so `!-1` is `false`: the unknown token gets past.",
      "The only number that counts as false is 0: it is the first token of the list that is refused.",
    ],
    answer: "200 with an access token: -1 counts as true. `includes` is what was meant.",
    check: '`node -p "[-1, 0].map(Boolean)"` prints `[ true, false ]`.',
  },
  {
    id: "json-parser-late",
    difficulty: "medium",
    topic: "express.json()",
    lesson: 3,
    lessonSays: "above the routes that need it",
    twins: "req.body",
    text: "The client sends good JSON with the right content type. What comes back in Express 5?",
    snippet: js`
      const app = express();
      let refreshTokens = ["refresh123"];

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });

      app.use(express.json());
    `,
    exchange: [{ request: "POST /token", body: REFRESH_123 }],
    options: [
      wrong(
        NEW_ACCESS,
        "It is what was wanted, but `express.json()` stands after the route and has not run yet.",
      ),
      wrong(
        SERVER_ERROR_PAGE,
        "That would be so without `?.`, which makes `undefined` of a body that nobody has read.",
      ),
      right(
        FORBIDDEN,
        "Nobody has read the body when the route runs, so the token is `undefined`, which is not in the array.",
      ),
      wrong(
        BAD_REQUEST_PAGE,
        "That would be the parser's word about a broken body; here the parser has not run.",
      ),
    ],
    reasoning: [
      "Express goes through routes and middleware in the order in which they are registered.",
      "The route comes first and finds `req.body` to be `undefined`.",
      "`req.body?.refreshToken` is `undefined` then, and the array does not include it: 403.",
    ],
    answer:
      "403, although the token is good: `express.json()` has to stand above the routes that read the body.",
    check: "Move `app.use(express.json())` to the second line, and the answer is 200.",
  },
  {
    id: "json-as-text",
    difficulty: "hard",
    topic: "express.json()",
    lesson: 3,
    lessonSays: "with `Content-Type: application/json`",
    text: "The client sends its JSON with another content type. What comes back?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["refresh123"];

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [{ request: "POST /token", headers: { "Content-Type": "text/plain" }, body: REFRESH_123 }],
    options: [
      wrong(
        NEW_ACCESS,
        "The body looks like JSON, but `express.json()` looks at the content type and leaves it unread.",
      ),
      right(
        FORBIDDEN,
        "The body stays unread, so the token is `undefined`, and `undefined` is not in the array.",
      ),
      wrong(
        BAD_REQUEST_PAGE,
        "The parser complains of broken JSON only, and this body it does not even read.",
      ),
      wrong(
        SERVER_ERROR_PAGE,
        "That would be so without `?.`: then a field would be read of `undefined`, which throws.",
      ),
    ],
    reasoning: [
      "`express.json()` reads bodies whose content type is JSON, and passes over all others.",
      "So `req.body` is `undefined`, and `req.body?.refreshToken` is `undefined`, too.",
      "There is no token in it, so the answer is 403.",
    ],
    answer: "403: with `text/plain` the body is never read.",
    check: "`curl -d '…'` without `-H \"Content-Type: application/json\"` falls into the same hole.",
  },
  {
    id: "json-broken",
    difficulty: "medium",
    topic: "express.json()",
    lesson: 3,
    lessonSays: "answers 400 where they are not JSON",
    text: "The client forgets the quotes around the field's name. What comes back?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["refresh123"];

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [{ request: "POST /token", body: '{ refreshToken: "refresh123" }' }],
    options: [
      right(
        BAD_REQUEST_PAGE,
        "JSON wants names in double quotes. The parser fails and says so with 400, before the route is reached.",
      ),
      wrong(
        NEW_ACCESS,
        "JavaScript would understand the object, but the body is read as JSON, which is stricter.",
      ),
      wrong(FORBIDDEN, "The handler that says 403 never runs: the middleware before it has already failed."),
      wrong(
        SERVER_ERROR_PAGE,
        "The fault is the client's, and the parser's error carries a status that says so: 400, not 500.",
      ),
    ],
    reasoning: [
      "`express.json()` runs first and parses the body.",
      "`{ refreshToken: … }` is not JSON, so parsing throws an error with status 400.",
      "Express's error handler answers with that status, and no route runs.",
    ],
    answer: "400: the body is not JSON, and `express.json()` refuses it.",
    check: "`node -p \"JSON.parse('{ a: 1 }')\"` ends in a `SyntaxError`.",
  },
  {
    id: "status-401-403",
    difficulty: "easy",
    topic: "401 and 403",
    lesson: 3,
    lessonSays: "401 means: I do not know who you are. 403 means: understood, and refused",
    text: "What is the difference between 401 and 403?",
    options: [
      wrong(
        "401 is for a wrong password, 403 for a wrong token",
        "Both are about any kind of credentials; passwords have no status of their own.",
      ),
      wrong(
        "401 says the route is missing, 403 that it is locked",
        "A missing route is 404. 401 is about missing or bad credentials.",
      ),
      right(
        "401 is for lacking credentials, 403 is a plain refusal",
        "401: show me valid credentials first. 403: I have understood the request, and I refuse it.",
      ),
      wrong(
        "401 is the client's fault, 403 is the server's own",
        "All statuses from 400 to 499 say that the client should change something; the server's own begin with 5.",
      ),
    ],
    reasoning: [
      "401: the request lacks valid credentials for what it wants.",
      "403: the server understood the request but refuses to fulfil it; the same credentials will not change that.",
      "The course's `/token` says 403 to a token that it does not know.",
    ],
    answer: "401 says that valid credentials are lacking; 403 is a plain refusal.",
    check:
      "A 401 has to say in `WWW-Authenticate` how to identify oneself; a 403 has nothing of the kind to say.",
    source: "RFC 9110 §15.5.2, §15.5.4",
  },
  {
    id: "expired-access-status",
    difficulty: "medium",
    topic: "401 and 403",
    lesson: "concepts",
    lessonSays: "If the API says 401, the client renews and asks once more",
    text: "An API is shown an access token that has expired. Which status tells the client to renew and try again?",
    options: [
      wrong(
        "403",
        "It means that the token is good but does not reach far enough; another like it would not help.",
      ),
      right("401", "The credentials are no longer valid: with better ones the same request may succeed."),
      wrong("400", "The request is well formed; it is only the token whose time is over."),
      wrong("408", "It means that the request took too long to arrive, and says nothing about tokens."),
    ],
    reasoning: [
      "The bearer token standard has an error for tokens that are expired, revoked or malformed: `invalid_token`.",
      "It goes with status 401, and the client may get a new access token and try again.",
      "403 goes with `insufficient_scope`: a good token that does not reach far enough.",
    ],
    answer: "401, with the error `invalid_token`.",
    check: "A client that renews on 401 and gives up on 403 does what both words mean.",
    source: "RFC 6750 §3.1",
  },
  {
    id: "oauth-invalid-grant",
    difficulty: "medium",
    topic: "401 and 403",
    lesson: "production",
    lessonSays: "a refused refresh token gets 400 with `invalid_grant`",
    text: "The course answers 403 to an unknown refresh token. What does the token endpoint of a server that follows the OAuth 2.0 standard answer?",
    options: [
      right(
        '400 with `{ "error": "invalid_grant" }`',
        "OAuth counts a refresh token as a grant, and one that is invalid, expired or revoked gets 400 and this error.",
      ),
      wrong(
        '401 with `{ "error": "invalid_token" }`',
        "That is what an API says of a bad access token; it belongs to RFC 6750, not to the token endpoint.",
      ),
      wrong(
        '403 with `{ "error": "access_denied" }`',
        "The error `access_denied` is for a user who says no on the consent page.",
      ),
      wrong(
        '404 with `{ "error": "unknown_token" }`',
        "There is no such error in the standard, and the endpoint that was called does exist.",
      ),
    ],
    reasoning: [
      "The standard lists the errors of the token endpoint, with status 400 unless said otherwise.",
      "`invalid_grant` covers a grant or refresh token that is invalid, expired, revoked or another client's.",
      "401 is kept for a client that fails to prove who it is: `invalid_client`.",
    ],
    answer: "400 with `invalid_grant`.",
    check: "Look up `invalid_grant` in RFC 6749: its definition names the refresh token.",
    source: "RFC 6749 §5.2",
  },
  {
    id: "client-after-403",
    difficulty: "easy",
    topic: "401 and 403",
    lesson: 3,
    lessonSays: "If `/token` says 403, the client shows the login page",
    text: "The API says 401, so the client calls `/token`, and that says 403. What should the client do?",
    options: [
      wrong(
        "Call `/token` again until the answer is another one",
        "The token does not become known by asking more often.",
      ),
      wrong(
        "Send the refresh token to the API in its place",
        "An API knows only access tokens, and the refresh token is for nobody but its issuer.",
      ),
      wrong(
        "Go on with the old access token and hope for the best",
        "The API has already said that it no longer accepts that one.",
      ),
      right(
        "Forget both tokens and show the login page",
        "Neither token is good now, so only a login can give new ones.",
      ),
    ],
    reasoning: [
      "401 from the API: the access token is over.",
      "403 from `/token`: the refresh token is over too.",
      "The session has ended, and a new one begins with a login.",
    ],
    answer: "The session is over: forget the tokens and let the user log in.",
    check: "Count the tokens that are still good: none.",
  },
];
