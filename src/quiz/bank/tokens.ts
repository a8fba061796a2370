/** Questions about what refresh tokens and access tokens are for. */

import type { Question } from "../question.ts";
import { js, right, wrong } from "./write.ts";

/** What the two tokens are for, how long they live and who sees which. */
export const TOKENS: readonly Question[] = [
  {
    id: "refresh-purpose",
    difficulty: "easy",
    topic: "what a refresh token is for",
    lesson: "concepts",
    lessonSays: "gets the next access token, and nothing else",
    text: "What is the main purpose of a refresh token in an Express app?",
    options: [
      wrong(
        "To encrypt the access token while it travels",
        "HTTPS does that. A refresh token is no key; it is a word that the server recognises.",
      ),
      right(
        "To get a new access token without a new login",
        "The user logs in once; from then on the refresh token stands for the password.",
      ),
      wrong(
        "To store the user's password between requests",
        "No token holds the password. Thanks to the tokens nobody has to keep it.",
      ),
      wrong(
        "To log the user out after a certain time",
        "It does the opposite: it keeps the user logged in when an access token expires.",
      ),
    ],
    reasoning: [
      "The access token lets the client read data, and it expires soon.",
      "It would be a nuisance to type the password each time, and a risk to keep it.",
      "So the client keeps a refresh token, and renews with it when it needs a new access token.",
    ],
    answer: "A refresh token gets new access tokens without a new login.",
    check:
      "Look where a request goes: to `/token` with the refresh token, everywhere else with the access token.",
    source: "RFC 6749 §1.5",
  },
  {
    id: "access-short-lived",
    difficulty: "easy",
    topic: "short-lived access tokens",
    lesson: "concepts",
    lessonSays: "A stolen access token works until it expires",
    text: "Why does an access token usually live for minutes only?",
    options: [
      right(
        "A stolen one is then of use for a short while only",
        "The thief's time is over when the token's is, even if nobody ever notices the theft.",
      ),
      wrong(
        "A token that lives for a short time is harder to guess",
        "How hard it is to guess depends on its randomness or its signature, not on its lifetime.",
      ),
      wrong(
        "A server can remember a token for a few minutes at most",
        "A server can keep what it likes for as long as it likes; refresh tokens are kept for days.",
      ),
      wrong(
        "A browser deletes every token when the tab is left idle",
        "Browsers delete nothing of the kind by themselves; the issuer of the token sets its lifetime.",
      ),
    ],
    reasoning: [
      "An access token travels with every request, so it has many chances to leak.",
      "Many APIs accept it by looking at it alone, so it can hardly be called back.",
      "What remains is to let it expire soon.",
    ],
    answer: "A short life limits how long a stolen access token can be used.",
    check: "Think of a copied token: at which minute does it stop working if nobody does anything?",
  },
  {
    id: "refresh-only-to-issuer",
    difficulty: "easy",
    topic: "who sees which token",
    lesson: "concepts",
    lessonSays: "never to the servers that hold the data",
    text: "A shop has an authorization server and three APIs: orders, prices, mail. Who gets to see the client's refresh token?",
    options: [
      wrong(
        "All four, because each of them has to know the user",
        "The APIs know the user by the access token; none of them has any use for the refresh token.",
      ),
      wrong(
        "The three APIs, because they hand out the user's data",
        "They are just the ones that get the access token. The refresh token is of no use to them.",
      ),
      wrong(
        "The API that is called first, which passes it on",
        "Nothing is passed on: an API that saw the refresh token could get access tokens for itself.",
      ),
      right(
        "The authorization server that issued it, nobody else",
        "It issued the token, and only it can renew with it: refresh tokens are never sent to resource servers.",
      ),
    ],
    reasoning: [
      "Whoever holds the refresh token can get access tokens for days.",
      "So the fewer see it, the better, and only one server has any use for it.",
      "The standard says the same: refresh tokens are never sent to resource servers.",
    ],
    answer: "A refresh token goes to the server that issued it and to nobody else.",
    check: "Count the servers with a `/token` route: one.",
    source: "RFC 6749 §1.5",
  },
  {
    id: "refresh-at-the-api",
    difficulty: "easy",
    topic: "who sees which token",
    lesson: "concepts",
    lessonSays: "gets the next access token, and nothing else",
    text: "A client mixes up its two tokens and shows this API the refresh token. What comes back?",
    snippet: js`
      const app = express();

      app.get("/profile", (req, res) => {
        const shown = req.get("Authorization");
        if (shown !== "Bearer access123") {
          return res.status(401).json({ error: "Unauthorized" });
        }
        res.json({ name: "Ada" });
      });
    `,
    exchange: [{ request: "GET /profile", headers: { Authorization: "Bearer refresh123" } }],
    options: [
      wrong(
        '200 with `{ "name": "Ada" }`',
        "For that the header would have to be `Bearer access123`; the API knows no other.",
      ),
      wrong(
        '200 with `{ "accessToken": "newAccess123" }`',
        "Only `/token` renews with a refresh token. This API has no such route and no list of refresh tokens.",
      ),
      right(
        '401 with `{ "error": "Unauthorized" }`',
        "What was shown is not the access token, so the condition holds and the API asks for better credentials.",
      ),
      wrong(
        '403 with `{ "error": "Forbidden" }`',
        "This API answers 401 where the credentials are not good; 403 is written nowhere in it.",
      ),
    ],
    reasoning: [
      "The header arrives as `Bearer refresh123`.",
      "It differs from `Bearer access123`, so the `if` is entered.",
      "The API answers 401: a refresh token opens no API.",
    ],
    answer: "The API refuses with 401, because a refresh token is not an access token.",
    check: "Compare the two words after `Bearer`: `refresh123` is not `access123`.",
  },
  {
    id: "access-after-logout",
    difficulty: "medium",
    topic: "short-lived access tokens",
    lesson: 4,
    lessonSays: "Does the access token still work after the logout? Yes, until it expires",
    text: "An API checks the signature and the expiry of an access token and asks nobody. A user logs in at 9:00 and gets an access token that lives for 10 minutes; a thief copies it. The user logs out at 9:02, and the server forgets the refresh token. Until when does the copy work?",
    options: [
      wrong(
        "Until 9:02, because a logout ends all tokens of a session",
        "The logout removed the refresh token from one server's list. The APIs never look at that list.",
      ),
      wrong(
        "Until 9:12, because the logout starts the ten minutes again",
        "The expiry is fixed when the token is issued; no later event moves it.",
      ),
      right(
        "Until 9:10, because the APIs look at signature and expiry",
        "Both are still good until then. It is why the life of access tokens is kept short.",
      ),
      wrong(
        "Without end, because the thief renews it before it expires",
        "Renewing takes the refresh token, which the thief does not have and the server has forgotten.",
      ),
    ],
    reasoning: [
      "Nothing that the APIs look at changes at 9:02: the signature is still right, the expiry still ahead.",
      "At 9:10 the token expires for everybody.",
      "A new one takes a refresh token, and the server has forgotten that.",
    ],
    answer: "The copy works until it expires at 9:10 and cannot be renewed.",
    check: "List what the API checks, signature and expiry, and ask which of them the logout changed: none.",
  },
  {
    id: "month-long-access",
    difficulty: "medium",
    topic: "what a refresh token is for",
    lesson: "concepts",
    lessonSays: "so it cannot be taken back",
    text: "A team finds refresh tokens a bother. It issues access tokens that live for 30 days instead; its APIs check only signature and expiry. What has it given up above all?",
    options: [
      right(
        "A way to cut off a session before its 30 days are over",
        "With no server to ask and no list to be struck from, such a token works until it expires.",
      ),
      wrong(
        "A way to keep users logged in longer than a few minutes",
        "That still works: the token is good for 30 days.",
      ),
      wrong(
        "A way to let several APIs accept one and the same token",
        "Any API that can check the signature still can.",
      ),
      wrong(
        "A way to send the token from the client over HTTPS only",
        "How a token travels has nothing to do with how long it lives.",
      ),
    ],
    reasoning: [
      "With two tokens the client has to come back to the server every few minutes.",
      "Each time the server can say no: logged out, blocked, stolen.",
      "With one token of 30 days nobody is asked in between.",
    ],
    answer: "The team can no longer end a session early: nobody is asked for 30 days.",
    check: "Ask at which moment in those 30 days a server looks into a list: at none.",
  },
  {
    id: "password-again",
    difficulty: "easy",
    topic: "expiry",
    lesson: "concepts",
    lessonSays: "the next renewal fails and the person logs in again",
    text: "Access tokens live for 10 minutes, a refresh token for 7 days after the login, and renewing does not prolong it. Somebody logs in on Monday at 9:00 and uses the app all the time. When do they have to type their password again?",
    options: [
      wrong(
        "On Monday at 9:10, when the first access token expires",
        "The client renews then with the refresh token, and the user notices nothing.",
      ),
      wrong(
        "On Tuesday at 9:00, after a whole day of renewing",
        "No token here lives for a day: one lives 10 minutes, the other 7 days.",
      ),
      wrong(
        "Never, because whoever keeps using the app stays logged in",
        "That would be so if each renewal prolonged the refresh token; here it does not.",
      ),
      right(
        "On the next Monday at 9:00, when the refresh token expires",
        "Then nothing is left to renew with, and only a login gives new tokens.",
      ),
    ],
    reasoning: [
      "Every 10 minutes the access token expires, and the refresh token gets another.",
      "That goes on for as long as the refresh token is good: 7 days from the login.",
      "After that `/token` refuses, and the user logs in.",
    ],
    answer: "The password is needed when the refresh token expires: a week later at 9:00.",
    check:
      "Draw two lines: many short ones for access tokens, one of 7 days below. The end of the long one counts.",
  },
];
