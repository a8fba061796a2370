/** Questions about step 12: a cookie that scripts cannot read and other sites cannot use. */

import type { Question } from "../../question.ts";
import { NO_CONTENT } from "../said.ts";
import { js, right, wrong } from "../write.ts";

export const COOKIE: readonly Question[] = [
  {
    id: "clear-on-another-path",
    difficulty: "medium",
    topic: "a cookie on its way",
    lesson: 12,
    lessonSays: "`res.clearCookie` with the same name and the same flags",
    text: "The client logs in and logs out. Does the browser still hold the cookie afterwards?",
    snippet: js`
      const app = express();

      app.post("/auth/in", (req, res) => {
        res.cookie("refresh", "refresh123", { path: "/auth" });
        res.sendStatus(204);
      });

      app.post("/auth/out", (req, res) => {
        res.clearCookie("refresh");
        res.sendStatus(204);
      });
    `,
    exchange: [{ request: "POST /auth/in", response: NO_CONTENT }, { request: "POST /auth/out" }],
    options: [
      wrong(
        "No, because `clearCookie` ends every cookie of that name",
        "A browser tells cookies apart by name, domain and path; the name alone is not enough.",
      ),
      right(
        "Yes, because `clearCookie` speaks of a cookie at `/`",
        "Without a path it is `/`, and the cookie at `/auth` is another one, which stays.",
      ),
      wrong(
        "No, because the logout's path lies below `/auth`",
        "That is why the cookie is sent along, but the header to clear it names another path.",
      ),
      wrong(
        "Yes, because only scripts can delete a cookie",
        "A server deletes it by setting it again with a date that is over.",
      ),
    ],
    reasoning: [
      "`clearCookie` sets the cookie again, empty and with a date in 1970.",
      "It says `Path=/`, and the browser looks for a cookie of this name at `/`.",
      "The one at `/auth` stays. Clear it with the same options that set it.",
    ],
    answer: "Yes: name and path have to be the same.",
    check: "`curl -i` shows `Path=/auth` at login and `Path=/` at logout.",
    source: "draft-ietf-httpbis-rfc6265bis §5.7",
  },
  {
    id: "no-store",
    difficulty: "easy",
    topic: "caches",
    lesson: 12,
    lessonSays: "Set `Cache-Control: no-store` on answers that hold a token",
    text: "What is `Cache-Control: no-store` on the answer of `/token` for?",
    options: [
      wrong(
        "The server does not keep the refresh token in its store",
        "It is about caches between server and reader; the server's own store is not meant.",
      ),
      wrong(
        "The browser does not keep the cookie that comes with it",
        "Cookies have their own rules, such as `Max-Age`; this header does not touch them.",
      ),
      right(
        "No cache on the way keeps a copy of the access token",
        "Neither the browser's cache nor a proxy may store the answer.",
      ),
      wrong(
        "No script of the page can read the access token",
        "The app's script has to read it: it sends the token with its requests.",
      ),
    ],
    reasoning: [
      "An answer may be kept by the browser and by proxies on its way.",
      "This one holds a token, so a copy of it is a copy of the key.",
      "`no-store` says: keep nothing of it.",
    ],
    answer: "No cache keeps an answer that holds a token.",
    check: "`curl -i -X POST` shows the header at `/login` and `/token`.",
    source: "RFC 6749 §5.1",
  },
  {
    id: "origin-echoed",
    difficulty: "hard",
    topic: "other origins",
    lesson: 12,
    lessonSays: "Allow no other origin to send credentials",
    text: 'A script on `https://evil.example` calls this route with `credentials: "include"`. May it read the answer?',
    snippet: js`
      const app = express();

      app.use((req, res, next) => {
        const { origin = "https://app.example" } = req.headers;
        res.set("Access-Control-Allow-Origin", origin);
        res.set("Access-Control-Allow-Credentials", "true");
        next();
      });

      app.post("/token", (req, res) => {
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [{ request: "POST /token", headers: { Origin: "https://evil.example" } }],
    options: [
      wrong(
        "No, because the answer allows `https://app.example` alone",
        "That is for requests without the header `Origin`. A browser's call to another site has one.",
      ),
      wrong(
        "No, because with credentials a browser wants to see `*`",
        "It is the other way round: with credentials a browser does not accept `*`.",
      ),
      wrong(
        "Yes, because a browser never keeps an answer from a script",
        "It does, unless the answer names the script's origin.",
      ),
      right(
        "Yes, because the answer allows whatever origin asks",
        "The header repeats the origin of the request, and credentials are allowed.",
      ),
    ],
    reasoning: [
      "The browser sends the page's origin along: `https://evil.example`.",
      "The server answers with that very origin, and allows credentials.",
      "So the browser lets the script read the access token. Only `SameSite` may still keep the cookie back.",
    ],
    answer: "Yes: an origin that is repeated is no check at all.",
    check: '`curl -i -X POST -H "Origin: https://evil.example"` shows evil\'s own name in the answer.',
    source: "Fetch Standard, “CORS protocol and credentials”",
  },
  {
    id: "origin-ends-with",
    difficulty: "hard",
    topic: "other origins",
    lesson: 12,
    lessonSays: "compare the whole origin",
    text: "A server allows origins that end with its own name. What is printed?",
    snippet: js`
      const allowed = (origin) => origin.endsWith("app.example");

      const origins = [
        "https://app.example",
        "https://evilapp.example",
        "https://app.example.evil.example",
      ];
      console.log(origins.map(allowed).join(" "));
    `,
    options: [
      right("`true true false`", "The second one ends so as well, and anybody may register that name."),
      wrong("`true false false`", "It is what was meant, but `endsWith` does not know where a name begins."),
      wrong("`true false true`", "The third one ends with `evil.example`; `startsWith` would fall for it."),
      wrong("`true true true`", "The third one begins with the name and ends with another."),
    ],
    reasoning: [
      "`endsWith` compares letters, and `evilapp.example` ends with those.",
      "It is another site, which belongs to whoever registered it.",
      'Compare the whole origin with a list: `["https://app.example"].includes(origin)`.',
    ],
    answer: "`true true false`: a stranger's site is allowed.",
    check: "`node -p \"'evilapp.example'.endsWith('app.example')\"` prints `true`.",
  },
  {
    id: "host-prefix",
    difficulty: "medium",
    topic: "a cookie's flags",
    lesson: 12,
    lessonSays: "insist on `Secure`, `Path=/` and no `Domain`",
    text: "`https://auth.example.com` sets a cookie. Which of these does a browser accept that follows draft-ietf-httpbis-rfc6265bis?",
    options: [
      wrong(
        "`__Host-refresh=abc; HttpOnly; Path=/`",
        "Without `Secure` a cookie of this name is thrown away, even if it came over HTTPS.",
      ),
      wrong(
        "`__Host-refresh=abc; Secure; Path=/token`",
        "The prefix asks for `Path=/` exactly: the cookie is for the whole host.",
      ),
      wrong(
        "`__Host-refresh=abc; Secure; Path=/; Domain=example.com`",
        "The prefix promises that the cookie is for this host alone, so `Domain` is not allowed.",
      ),
      right(
        "`__Host-refresh=abc; Secure; Path=/; HttpOnly`",
        "`Secure`, `Path=/` and no `Domain`: all that the prefix asks for; `HttpOnly` may be added.",
      ),
    ],
    reasoning: [
      "A name that begins with `__Host-` makes the browser check three things.",
      "They are: `Secure` is there, `Path` is `/`, and `Domain` is not there.",
      "If one fails the browser ignores the whole cookie.",
    ],
    answer: "The one with `Secure`, `Path=/` and no `Domain`.",
    check: "Tick off the three for each cookie; only one has all three ticks.",
    source: "draft-ietf-httpbis-rfc6265bis §4.1.3.2",
  },
  {
    id: "cookie-max-age",
    difficulty: "medium",
    topic: "milliseconds and seconds",
    lesson: 12,
    lessonSays: "a `maxAge` in milliseconds",
    text: "The refresh token is to stay in the cookie for an hour. How long does a browser keep it?",
    snippet: js`
      const app = express();

      app.post("/login", (req, res) => {
        res.cookie("refreshToken", "refresh123", {
          httpOnly: true,
          secure: true,
          sameSite: "strict",
          maxAge: 3600,
        });
        res.sendStatus(204);
      });
    `,
    exchange: [{ request: "POST /login" }],
    options: [
      wrong(
        "An hour, because 3600 seconds are an hour",
        "The header `Max-Age` counts seconds, but the option `maxAge` of `res.cookie` counts milliseconds.",
      ),
      right(
        "3 seconds, because `maxAge` is in milliseconds",
        "Express turns 3600 milliseconds into `Max-Age=3`.",
      ),
      wrong(
        "60 hours, because the number counts minutes here",
        "Neither the option nor the header counts minutes.",
      ),
      wrong(
        "Until it is closed, because `expires` is missing",
        "That would be so if `maxAge` were missing too. With it Express sets `Max-Age` and `Expires`.",
      ),
    ],
    reasoning: [
      "`res.cookie` takes `maxAge` in milliseconds and divides by 1000 for the header.",
      "3600 / 1000 is 3.6, and Express rounds it down: `Max-Age=3`.",
      "An hour is `60 * 60 * 1000`.",
    ],
    answer: "3 seconds: `maxAge` counts milliseconds, `Max-Age` counts seconds.",
    check: "`curl -i -X POST` shows `Max-Age=3` in the `Set-Cookie` header.",
    source: "draft-ietf-httpbis-rfc6265bis §4.1.2.2",
  },
  {
    id: "cookie-path",
    difficulty: "medium",
    topic: "a cookie on its way",
    lesson: 12,
    lessonSays: "the browser would keep it from `/logout`",
    text: "A server sets the cookie `refreshToken=refresh123; HttpOnly; Secure; SameSite=Strict; Path=/token`. Its app calls `POST /token`, `POST /logout` and `GET /profile`, all on that host. With which calls does the browser send the cookie?",
    options: [
      wrong("With all three, because they go to one host", "The path counts as well as the host."),
      wrong(
        "With `/token` and `/logout`, the two that need it",
        "The browser does not know who needs it. `/logout` does not lie under `/token`.",
      ),
      right(
        "With `/token`, so `/logout` has to do without",
        "`Path=/token` means `/token` and what lies below it. Then `/logout` cannot know which token to remove.",
      ),
      wrong(
        "With none, because a path has to end with a slash",
        "It need not: `/token` matches itself, and also `/token/…`.",
      ),
    ],
    reasoning: [
      "A browser sends a cookie where the request's path equals the cookie's path or lies below it.",
      "That holds for `/token` only.",
      "A server that does so has to place its logout below, for example at `/token/logout`.",
    ],
    answer:
      "Only with `/token`. It keeps the token off other routes, but the logout then needs a path below.",
    check: "Ask of each path: is it `/token`, or `/token/` and more? `/logout` is neither.",
    source: "draft-ietf-httpbis-rfc6265bis §5.1.4",
  },
  {
    id: "cookie-not-parsed",
    difficulty: "medium",
    topic: "a cookie on its way",
    lesson: 12,
    lessonSays: "`req.cookies`, which `cookie-parser` fills",
    text: "The browser sends the refresh token in a cookie, and nothing but Express is installed. What comes back?",
    snippet: js`
      const app = express();
      let refreshTokens = ["refresh123"];

      app.post("/token", (req, res) => {
        const { refreshToken } = req.cookies;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [{ request: "POST /token", headers: { Cookie: "refreshToken=refresh123" } }],
    options: [
      wrong(
        '200 with `{ "accessToken": "newAccess123" }`',
        "The cookie does arrive, but Express by itself does not read cookies: nobody sets `req.cookies`.",
      ),
      wrong(
        '403 with `{ "error": "Forbidden" }`',
        "The handler does not get to the `if`: it fails in its first line.",
      ),
      wrong("400 with Express's error page", "The request is good; it is the server that lacks a piece."),
      right(
        "500 with Express's error page",
        "`req.cookies` is `undefined` without a cookie parser, and taking a field out of it throws.",
      ),
    ],
    reasoning: [
      "Express can set cookies with `res.cookie`, but it does not read them.",
      "The header is in `req.headers.cookie`; `req.cookies` comes with the middleware `cookie-parser`.",
      "`const { refreshToken } = undefined` throws, and Express answers 500.",
    ],
    answer: "500: `req.cookies` needs the middleware `cookie-parser`.",
    check: "Print `req.headers.cookie` and `req.cookies`: the text is there, the object is not.",
  },
];
