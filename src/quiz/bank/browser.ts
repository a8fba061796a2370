/** Questions about keeping tokens in a browser: cookies and local storage. */

import type { Question } from "../question.ts";
import { right, wrong } from "./write.ts";

/** Where a browser keeps the refresh token: cookies and local storage. */
export const BROWSER: readonly Question[] = [
  {
    id: "http-only",
    difficulty: "easy",
    topic: "cookies",
    lesson: 12,
    lessonSays: "no script can read the cookie",
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
    source: "draft-ietf-httpbis-rfc6265bis §4.1.2.6",
  },
  {
    id: "http-only-limits",
    difficulty: "hard",
    topic: "cookies",
    lesson: 12,
    lessonSays: "a script in your own page can still call `/token`",
    text: "The refresh token is in a cookie with `HttpOnly`, `Secure` and `SameSite=Strict`. An attacker manages to run a script in the app's own page. What can the script still do?",
    options: [
      wrong(
        "Read the token from `document.cookie` and send it away",
        "`HttpOnly` prevents just that: the script never sees the token.",
      ),
      wrong(
        "Nothing, because a script cannot use what it cannot see",
        "It need not see it: the browser adds the cookie to the request.",
      ),
      right(
        "Call `/token` from the page and use the access token it gets",
        "The browser adds the cookie to any request to that site, whichever script of the page asks for it.",
      ),
      wrong(
        "Take `HttpOnly` off the cookie and read the token then",
        "No script can turn the attribute off: it cannot read the cookie, whatever it writes beside it.",
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
    source: "draft-ietf-httpbis-rfc6265bis §4.1.2.6",
  },
  {
    id: "same-site",
    difficulty: "medium",
    topic: "cookies",
    lesson: 12,
    lessonSays: "other sites' requests do not carry it",
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
    source: "draft-ietf-httpbis-rfc6265bis §4.1.2.7",
  },
  {
    id: "local-storage",
    difficulty: "easy",
    topic: "local storage",
    lesson: "concepts",
    lessonSays: "`localStorage` is open to every script of the page",
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
    lesson: 12,
    lessonSays: "After a reload the variable is empty",
    text: "A web app keeps its access token in a JavaScript variable and its refresh token in an `HttpOnly` cookie that is good for 30 days. The user reloads the page. What happens?",
    options: [
      right(
        "The access token is lost; the app gets another from `/token`",
        "The variable ends with the page, while the cookie stays and goes along with the call of `/token`.",
      ),
      wrong(
        "Both tokens are lost; the user has to log in again",
        "Cookies outlive a reload. Only what was in variables is gone.",
      ),
      wrong(
        "Neither token is lost; the page goes on from where it was",
        "A reload runs the page's scripts from the start; their variables begin empty again.",
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
