/** Questions about keeping tokens in a browser: cookies and local storage. */

import type { Question } from "../question.ts";
import { js, right, wrong } from "./write.ts";

/** Where a browser keeps the refresh token: cookies and local storage. */
export const BROWSER: readonly Question[] = [
  {
    id: "http-only",
    difficulty: "easy",
    topic: "cookies",
    lesson: "production",
    text: "What does `HttpOnly` do to a cookie that holds a refresh token?",
    options: [
      wrong(
        "It is sent over plain HTTP only and never over HTTPS",
        "The name misleads: it is about scripts, not about encryption. HTTPS only is `Secure`.",
      ),
      wrong(
        "It is sent to the page that set it and to no other site",
        "Where a cookie goes is decided by `Domain`, `Path` and `SameSite`, with or without `HttpOnly`.",
      ),
      wrong(
        "It is deleted as soon as the browser window is closed",
        "That is so with a cookie that has neither `Expires` nor `Max-Age`.",
      ),
      right(
        "It is sent with requests, but scripts cannot read it",
        "`document.cookie` does not show it, so an injected script cannot carry the token away.",
      ),
    ],
    reasoning: [
      "A cookie can be read in two ways: by the server in the request, by scripts in `document.cookie`.",
      "`HttpOnly` leaves the first and closes the second.",
    ],
    answer: "`HttpOnly` hides the cookie from scripts.",
    check: "Type `document.cookie` into the browser's console: the cookie is not there.",
    source: "RFC 6265bis §4.1.2.6",
  },
  {
    id: "http-only-limits",
    difficulty: "hard",
    topic: "cookies",
    lesson: "production",
    text: "The refresh token is in a cookie with `HttpOnly`, `Secure` and `SameSite=Strict`. An attacker manages to run a script in the app's own page. What can the script still do?",
    options: [
      wrong(
        "Read the token from `document.cookie` and send it away",
        "`HttpOnly` prevents just that: the script never sees the token.",
      ),
      wrong(
        "Nothing, for a script cannot use a cookie it cannot see",
        "It need not see it: the browser adds the cookie to the request.",
      ),
      right(
        "Call `/token` from the page and use the access token it gets",
        "The browser adds the cookie to any request to that site, whichever script of the page asks for it.",
      ),
      wrong(
        "Take `HttpOnly` off the cookie and read the token then",
        "A script can neither change nor replace a cookie that is `HttpOnly`.",
      ),
    ],
    reasoning: [
      "`HttpOnly` keeps the value from the script, but the request is sent by the browser.",
      "`SameSite` does not help either: the script runs in the page of the site itself.",
      "So the attacker can act while the page is open, but cannot take the refresh token home.",
    ],
    answer:
      "It can still send requests that carry the cookie. `HttpOnly` limits the damage of an injected script, no more.",
    check:
      "Ask for each attribute what it looks at: reading, encryption, the other site. None looks at the script's intent.",
    source: "RFC 6265bis §4.1.2.6",
  },
  {
    id: "same-site",
    difficulty: "medium",
    topic: "cookies",
    lesson: "production",
    text: "Against what does `SameSite=Strict` guard the cookie with the refresh token?",
    options: [
      right(
        "A page of another site that makes the browser call your `/token`",
        "The browser leaves the cookie out of requests that another site has started.",
      ),
      wrong(
        "A script in your own page that makes the browser call your `/token`",
        "That request comes from your own site, so the cookie goes along.",
      ),
      wrong(
        "Somebody in the same network who reads requests on their way",
        "Against that there is HTTPS, and `Secure`, which keeps the cookie off plain HTTP.",
      ),
      wrong(
        "Somebody at the same computer who opens the browser's cookie list",
        "No attribute hides a cookie from whoever sits at the browser.",
      ),
    ],
    reasoning: [
      "A browser adds cookies to a request by where it goes to, not by who asked for it.",
      "So another site could let the browser send requests in the user's name: cross-site request forgery.",
      "`SameSite=Strict` makes the browser look at who asked, too.",
    ],
    answer: "It guards against requests that other sites start.",
    check: "Ask where the request was started: on another site? Then the cookie stays at home.",
    source: "RFC 6265bis §4.1.2.7",
  },
  {
    id: "host-prefix",
    difficulty: "hard",
    topic: "cookies",
    lesson: "production",
    text: "`https://auth.example.com` sets a cookie. Which of these does a browser accept that follows RFC 6265bis?",
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
    source: "RFC 6265bis §4.1.3.2",
  },
  {
    id: "cookie-max-age",
    difficulty: "hard",
    topic: "cookies",
    lesson: "production",
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
        "An hour, for 3600 seconds are an hour",
        "The header `Max-Age` counts seconds, but the option `maxAge` of `res.cookie` counts milliseconds.",
      ),
      right(
        "About 3 seconds, for `maxAge` is in milliseconds",
        "Express turns 3600 milliseconds into `Max-Age=3`.",
      ),
      wrong(
        "60 hours, for the number counts minutes here",
        "Neither the option nor the header counts minutes.",
      ),
      wrong(
        "Until it is closed, for `expires` is missing",
        "So it would be if `maxAge` were missing too. With it Express sets `Max-Age` and `Expires`.",
      ),
    ],
    reasoning: [
      "`res.cookie` takes `maxAge` in milliseconds and divides by 1000 for the header.",
      "3600 / 1000 is 3.6, and Express rounds it down: `Max-Age=3`.",
      "An hour is `60 * 60 * 1000`.",
    ],
    answer: "3 seconds: `maxAge` counts milliseconds, `Max-Age` counts seconds.",
    check: "`curl -i -X POST` shows `Max-Age=3` in the `Set-Cookie` header.",
    source: "RFC 6265bis §4.1.2.2",
  },
  {
    id: "cookie-path",
    difficulty: "medium",
    topic: "cookies",
    lesson: "production",
    text: "A server sets the cookie `refreshToken=refresh123; HttpOnly; Secure; SameSite=Strict; Path=/token`. Its app calls `POST /token`, `POST /logout` and `GET /profile`, all on that host. With which calls does the browser send the cookie?",
    options: [
      wrong("With all three, for they go to one host", "The path counts as well as the host."),
      wrong(
        "With `/token` and `/logout`, the two that need it",
        "The browser does not know who needs it. `/logout` does not lie under `/token`.",
      ),
      right(
        "With `/token`, so `/logout` has to do without",
        "`Path=/token` means `/token` and what lies below it. Then `/logout` cannot know which token to remove.",
      ),
      wrong(
        "With none, for a path has to end with a slash",
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
    check: "Compare the beginnings: does `/logout` begin with `/token`? No.",
    source: "RFC 6265bis §5.1.4",
  },
  {
    id: "cookie-not-parsed",
    difficulty: "medium",
    topic: "cookies",
    lesson: "production",
    text: "The browser sends the refresh token in a cookie, and nothing but Express is installed. What comes back?",
    snippet: js`
      const app = express();
      const refreshTokens = ["refresh123"];

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
  {
    id: "local-storage",
    difficulty: "easy",
    topic: "local storage",
    lesson: "production",
    text: "What speaks against keeping the refresh token in `localStorage`?",
    options: [
      wrong(
        "The browser empties it whenever the tab is closed",
        "That is `sessionStorage`. `localStorage` stays until it is deleted.",
      ),
      right(
        "Any script that runs in the page can read it",
        "An injected script, or one of a bad library, reads the token and sends it away.",
      ),
      wrong(
        "It goes along with each request to any website",
        "Nothing in `localStorage` is sent by itself; that is how cookies behave, to their own site.",
      ),
      wrong(
        "It is shared among all the sites that a user visits",
        "Each origin has a `localStorage` of its own.",
      ),
    ],
    reasoning: [
      "`localStorage` is open to every script of the page, wherever the script came from.",
      "One hole that lets a foreign script in, and the refresh token is copied.",
      "A cookie with `HttpOnly` is out of reach for scripts.",
    ],
    answer: "Scripts can read `localStorage`, injected ones too.",
    check: "Type `localStorage` into the browser's console: a script sees what you see.",
  },
  {
    id: "reload-memory",
    difficulty: "medium",
    topic: "local storage",
    lesson: "production",
    text: "A web app keeps its access token in a JavaScript variable and its refresh token in an `HttpOnly` cookie that is good for 30 days. The user reloads the page. What happens?",
    options: [
      right(
        "The access token is lost; the app gets another from `/token`",
        "The variable ends with the page, while the cookie stays and goes along with the call of `/token`.",
      ),
      wrong(
        "Both tokens are lost; the user has to log in another time",
        "Cookies outlive a reload. Only what was in variables is gone.",
      ),
      wrong(
        "Neither token is lost; the page goes on from where it was",
        "A reload runs the page's scripts from the start; their variables begin anew.",
      ),
      wrong(
        "The refresh token is lost; the app goes on with the access token",
        "It is the other way round: the cookie stays, the variable is lost.",
      ),
    ],
    reasoning: [
      "A reload throws all variables of the page away, and so the access token.",
      "The cookie is kept by the browser.",
      "So the page begins by calling `/token`; the browser adds the cookie, and a new access token comes.",
    ],
    answer: "The app renews when it starts: the cookie has survived, the variable has not.",
    check: "In the browser's network view a call of `/token` follows each reload.",
  },
];
