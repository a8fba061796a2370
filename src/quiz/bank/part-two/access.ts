/** Questions about step 6: access tokens that prove who asks, and end. */

import type { Question } from "../../question.ts";
import { FORBIDDEN, SERVER_ERROR_PAGE, UNAUTHORIZED } from "../said.ts";
import { js, right, wrong } from "../write.ts";

export const ACCESS: readonly Question[] = [
  {
    id: "jwt-is-readable",
    difficulty: "easy",
    topic: "what a JWT is",
    lesson: 6,
    lessonSays: "Anybody can read the first two",
    text: "This code has the token, but not the key that signed it. What does it print?",
    snippet: js`
      const key = randomBytes(32);
      const token = jwt.sign({ username: "ada" }, key);

      // From here on without the key.
      const [header, payload] = token.split(".");
      const text = Buffer.from(payload, "base64url").toString();
      console.log(JSON.parse(text).username);
    `,
    options: [
      right("`ada`", "The payload is JSON in base64url: written otherwise, not encrypted."),
      wrong(
        "`undefined`",
        "The field is there: the payload is the object that was signed, with `iat` added.",
      ),
      wrong(
        "`SyntaxError: Unexpected token`",
        "What comes out of base64url is the JSON text of the payload, and it parses.",
      ),
      wrong(
        "`JsonWebTokenError: invalid signature`",
        "Nobody checks a signature here: the code never calls `verify`.",
      ),
    ],
    reasoning: [
      "A JWT is a header, a payload and a signature, with dots between them.",
      "The payload is base64url, which anybody can read back.",
      "The key is needed to make the signature and to check it, not to read.",
    ],
    answer: "`ada`: a payload can be read by anybody, so no secret belongs into it.",
    check: 'Paste any JWT into `Buffer.from(…, "base64url")`, part by part.',
    source: "RFC 7519 §3",
  },
  {
    id: "jwt-changed-payload",
    difficulty: "medium",
    topic: "checking an access token",
    lesson: 6,
    lessonSays: "Nobody can change them without the key, because the signature no longer fits",
    text: "Mallory puts another payload between the header and the signature of her own token. What is printed?",
    snippet: js`
      const key = randomBytes(32);
      const mine = jwt.sign({ username: "mallory" }, key);
      const [header, , signature] = mine.split(".");
      const payload = Buffer.from('{"username":"grace"}')
        .toString("base64url");
      const forged = [header, payload, signature].join(".");

      try {
        console.log(jwt.verify(forged, key).username);
      } catch (error) {
        console.log(error.message);
      }
    `,
    options: [
      wrong("`grace`", "That would be so with `jwt.decode`, which reads without checking. `verify` checks."),
      wrong(
        "`mallory`",
        "Her payload is no longer in the token; and `verify` reads nothing before it has checked.",
      ),
      right("`invalid signature`", "The signature was made of the old payload and does not fit the new one."),
      wrong(
        "`jwt malformed`",
        "The token has three parts and each is well formed; only they do not fit together.",
      ),
    ],
    reasoning: [
      "A signature is made of the header, the payload and the key.",
      "`verify` makes it again of what it got and compares: they differ.",
      "For one that fits, mallory would need the key.",
    ],
    answer: "`invalid signature`: a payload cannot be changed without the key.",
    check: "Ask which of the three parts mallory cannot make by herself: the signature.",
    source: "RFC 7515 §5.2",
  },
  {
    id: "decode-is-no-check",
    difficulty: "medium",
    topic: "checking an access token",
    lesson: 6,
    lessonSays: "verifies the token with `jwt.verify`",
    text: 'The second part of this token says `{"username":"grace"}`. Mallory has made all three parts by herself. What comes back?',
    snippet: js`
      const app = express();

      app.get("/me", (req, res) => {
        const token = req.headers.authorization?.split(" ")[1];
        const payload = jwt.decode(token);
        if (!payload) {
          return res.status(401).json({ error: "Unauthorized" });
        }
        res.json({ username: payload.username });
      });
    `,
    exchange: [
      {
        request: "GET /me",
        headers: {
          Authorization: "Bearer eyJhbGciOiJIUzI1NiJ9.eyJ1c2VybmFtZSI6ImdyYWNlIn0.bWFsbG9yeQ",
        },
      },
    ],
    options: [
      wrong(
        UNAUTHORIZED,
        "That would be so with `jwt.verify`, which looks at the signature. `decode` does not.",
      ),
      right(
        '200 with `{ "username": "grace" }`',
        "`decode` reads the payload and checks nothing, so anybody can be grace.",
      ),
      wrong(SERVER_ERROR_PAGE, "The parts are well formed, so `decode` reads them without an error."),
      wrong("200 with `{}`", "The payload does name a user: it says what mallory wants it to say."),
    ],
    reasoning: [
      "`jwt.decode` turns the payload back into an object.",
      "It has no key, so it cannot know who wrote the token.",
      "The handler believes it: mallory is in as grace.",
    ],
    answer: "200 as grace: reading a token does not check it.",
    check: "Look for the key in the handler: without one nothing can be checked.",
  },
  {
    id: "algorithm-named",
    difficulty: "medium",
    topic: "checking an access token",
    lesson: 6,
    lessonSays: "the sender writes the header",
    text: "Why does a server call `jwt.verify` with the algorithms that it accepts?",
    options: [
      wrong(
        "Because a token does not say by which algorithm it was signed",
        "It does, in `alg` of its header; but whoever sends the token has written that header.",
      ),
      wrong(
        "Because the check takes longer when it has to try them all",
        "Nothing is tried: without a list the library looks at the header and the key.",
      ),
      wrong(
        "Because a client has to know which one it should sign with",
        "Clients sign nothing here; they pass on what the server has signed.",
      ),
      right(
        "Because the token's own header would have a say in it otherwise",
        "Whoever sends a token writes its header: `none`, or another algorithm that suits them.",
      ),
    ],
    reasoning: [
      "The header of a JWT names the algorithm in `alg`.",
      "A forger writes there what helps them, such as `none`, which means no signature.",
      "So the server decides by itself and refuses all others.",
    ],
    answer: "The sender writes the header, so the server must not follow it.",
    check: "Ask who has written the line that says how to check.",
    source: "RFC 8725 §3.1",
  },
  {
    id: "bearer-word",
    difficulty: "easy",
    topic: "checking an access token",
    lesson: 6,
    lessonSays: "`Authorization: Bearer <access token>`",
    text: "The client sends a good access token in the usual header. What comes back?",
    snippet: js`
      const app = express();
      const users = new Map([["a1", "ada"]]);

      app.get("/me", (req, res) => {
        const token = req.headers.authorization;
        if (!users.has(token)) {
          return res.status(401).json({ error: "Unauthorized" });
        }
        res.json({ username: users.get(token) });
      });
    `,
    exchange: [{ request: "GET /me", headers: { Authorization: "Bearer a1" } }],
    options: [
      wrong(
        '200 with `{ "username": "ada" }`',
        "The token is good, but the handler looks up the whole header: `Bearer a1`.",
      ),
      wrong("200 with `{}`", "The last line is not reached: the handler answers in the `if`."),
      right(UNAUTHORIZED, "The Map knows `a1`, and the handler asks for `Bearer a1`."),
      wrong(SERVER_ERROR_PAGE, "A Map can be asked for any text and says no without an error."),
    ],
    reasoning: [
      "The header is one text: the word `Bearer`, a space, the token.",
      "The handler looks up all of it and finds nothing.",
      '`split(" ")[1]` is the token alone.',
    ],
    answer: "401: the handler takes the word `Bearer` for a part of the token.",
    check: "`node -p \"'Bearer a1'.split(' ')[1]\"` prints `a1`.",
    source: "RFC 6750 §2.1",
  },
  {
    id: "verify-throws",
    difficulty: "easy",
    topic: "checking an access token",
    lesson: 6,
    lessonSays: "`jwt.verify` throws when a token is not good",
    text: "Somebody sends a word that is no JWT. What comes back?",
    snippet: js`
      const app = express();
      const key = randomBytes(32);

      app.get("/me", (req, res) => {
        const token = req.headers.authorization?.split(" ")[1];
        const payload = jwt.verify(token, key);
        if (!payload) {
          return res.status(401).json({ error: "Unauthorized" });
        }
        res.json({ username: payload.username });
      });
    `,
    exchange: [{ request: "GET /me", headers: { Authorization: "Bearer hello" } }],
    options: [
      wrong(UNAUTHORIZED, "It is what was meant, but `verify` never returns for a bad token: it throws."),
      wrong(FORBIDDEN, "The program says 403 nowhere, and it does not get as far as an answer."),
      wrong("200 with `{}`", "The last line is not reached, because the line with `verify` throws."),
      right(
        SERVER_ERROR_PAGE,
        "`verify` throws `jwt malformed`, nobody catches it, and Express answers 500.",
      ),
    ],
    reasoning: [
      "`jwt.verify` returns the payload of a good token and throws for every other.",
      "So the `if` below it never sees a bad token.",
      "Put `try` around it and answer 401 in `catch`.",
    ],
    answer: "500: an error that nobody catches, where a 401 belongs.",
    check: "Look at which line runs after `verify` has thrown: none of the handler.",
  },
  {
    id: "key-with-a-fallback",
    difficulty: "medium",
    topic: "the signing key",
    lesson: 6,
    lessonSays: "must not be able to sign",
    text: "The server was started without `ACCESS_TOKEN_SECRET`. Mallory has read its source. What is printed?",
    snippet: js`
      const env = {};
      const key = env.ACCESS_TOKEN_SECRET || "dev";

      // At mallory's:
      const forged = jwt.sign({ username: "grace" }, "dev");

      // On the server again:
      try {
        console.log(jwt.verify(forged, key).username);
      } catch (error) {
        console.log(error.message);
      }
    `,
    options: [
      wrong(
        "`invalid signature`",
        "That would be so with a key that mallory does not know. The fallback stands in the source.",
      ),
      right("`grace`", "Without the variable the key is `dev`, and mallory has signed with `dev`."),
      wrong("`secretOrPrivateKey must have a value`", "It has one: that is what the fallback is for."),
      wrong("`undefined`", "The payload names a user, and `verify` gives the payload back."),
    ],
    reasoning: [
      "The variable is not set, so `||` takes the word behind it.",
      "That word stands in the source, so whoever reads the source can sign.",
      "It is better to end at start when the variable is missing.",
    ],
    answer: "`grace`: a key in the source is not a secret, even as a fallback.",
    check: "Ask what the server does when the variable is forgotten: it goes on with a known key.",
    source: "RFC 8725 §3.5",
  },
  {
    id: "key-made-at-start",
    difficulty: "easy",
    topic: "the signing key",
    lesson: 6,
    lessonSays: "every restart would end all access tokens",
    text: "A server makes its signing key at start: `const key = randomBytes(32)`. What follows from that?",
    options: [
      right(
        "After a restart all access tokens of before are refused",
        "They were signed with a key that is gone, so their signatures no longer fit.",
      ),
      wrong(
        "Whoever reads the source can sign tokens with it",
        "The source says how the key is made, not which one came out: that is new each time.",
      ),
      wrong(
        "After a restart everybody has to type their password",
        "The refresh tokens do not depend on this key, so clients renew and go on.",
      ),
      wrong(
        "Each token is signed with a key of its own",
        "The line runs once, at start; all tokens of this run have the same key.",
      ),
    ],
    reasoning: [
      "The key lives in the memory of the process, as every variable does.",
      "The next process makes another one.",
      "From the environment it is the same after each start, and it is not in the source.",
    ],
    answer: "Such a key is secret, but each restart ends all access tokens.",
    check: "Sign with one key and verify with another: `invalid signature`.",
  },
  {
    id: "opaque-token",
    difficulty: "medium",
    topic: "opaque tokens",
    lesson: 6,
    lessonSays: "Each API then has to ask the server that keeps the Map",
    text: "A team takes 32 random bytes as access token instead of a JWT, and keeps user and expiry in a Map. What does an API need now that it did not need before?",
    options: [
      right(
        "An answer of the server that keeps the Map",
        "The token itself says nothing, so somebody has to look it up.",
      ),
      wrong(
        "The key that the access tokens are signed with",
        "Nothing is signed any longer; with JWTs the API did need a key.",
      ),
      wrong(
        "The refresh token of whoever is asking",
        "An API never sees refresh tokens, whatever its access tokens look like.",
      ),
      wrong(
        "The password of whoever is asking",
        "The token stands for the login; nobody has to send a password again.",
      ),
    ],
    reasoning: [
      "A JWT carries user and expiry, and its signature proves them: an API checks it by itself.",
      "Random bytes carry nothing.",
      "So each API has to ask, and for that the token can be taken back at once.",
    ],
    answer: "It has to ask the server that keeps the Map.",
    check: "Try to read a user out of 32 random bytes.",
    source: "RFC 7662 §1",
  },
  {
    id: "renewal-names-user",
    difficulty: "hard",
    topic: "checking an access token",
    lesson: 6,
    lessonSays: "Remember at each login whose refresh token it is",
    text: "`m7` is the refresh token of mallory, who has logged in. What does this call get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["m7", "g9"];

      app.post("/token", (req, res) => {
        const { refreshToken, username } = req.body ?? {};
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "access of " + username });
      });
    `,
    exchange: [{ request: "POST /token", body: '{ "refreshToken": "m7", "username": "grace" }' }],
    options: [
      wrong(FORBIDDEN, "For that the server would have to know that `m7` is not grace's. It keeps no names."),
      wrong(
        '200 with `{ "accessToken": "access of mallory" }`',
        "It is what she should get, but nothing on the server joins `m7` with mallory.",
      ),
      wrong(
        '200 with `{ "accessToken": "access of undefined" }`',
        "The body does bring a name, and the handler takes it.",
      ),
      right(
        '200 with `{ "accessToken": "access of grace" }`',
        "The token is known, and the name comes from the request: mallory may choose it.",
      ),
    ],
    reasoning: [
      "`m7` is in the array, so the `if` is skipped.",
      "The name is what the client says, and mallory says grace.",
      "The server has to remember at login whose token it is, and take the name from there.",
    ],
    answer: "An access token of grace: the name must come from the server's record.",
    check: "Ask of each value in the answer where it comes from: from the request, so from mallory.",
  },
  {
    id: "refresh-as-access",
    difficulty: "hard",
    topic: "checking an access token",
    lesson: 6,
    lessonSays: "or `/me` takes one for the other",
    text: "Access tokens (10 minutes) and refresh tokens (30 days) are both JWTs, signed with the same key and with the same claims. The API checks signature and `exp`, nothing else. What goes wrong?",
    options: [
      wrong(
        "The server cannot sign two kinds of token with one key",
        "It can. Then something else has to tell the kinds apart.",
      ),
      wrong(
        "An access token renews at `/token` for 30 days",
        "Its `exp` is over after 10 minutes, and the server's list does not hold it.",
      ),
      wrong(
        "The API refuses all tokens, because it finds two for a key",
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
