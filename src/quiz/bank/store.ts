/** Questions about the array refreshTokens, restarts and several processes. */

import type { Question } from "../question.ts";
import {
  BAD_REQUEST_PAGE,
  FORBIDDEN,
  LOGGED_IN,
  NEW_ACCESS,
  NO_CONTENT,
  REFRESH_123,
  SERVER_ERROR_PAGE,
} from "./said.ts";
import { js, right, wrong } from "./write.ts";

/** Step 2: where the refresh tokens are kept, and for how long. */
export const STORE: readonly Question[] = [
  {
    id: "array-in-handler",
    difficulty: "easy",
    topic: "where the array lives",
    lesson: 2,
    lessonSays: "A variable inside a handler is made again for each request",
    text: "Three clients log in one after the other. What does the third one get?",
    snippet: js`
      const app = express();

      app.post("/login", (req, res) => {
        let refreshTokens = [];
        refreshTokens.push("refresh123");
        res.json({ stored: refreshTokens.length });
      });
    `,
    exchange: [
      { request: "POST /login", response: '200 with `{ "stored": 1 }`' },
      { request: "POST /login" },
      { request: "POST /login" },
    ],
    options: [
      wrong(
        '200 with `{ "stored": 3 }`',
        "That would be so with one array for all. Here each call of the handler makes its own.",
      ),
      wrong('200 with `{ "stored": 0 }`', "The token is pushed before the length is read, so it is not 0."),
      wrong(
        '200 with `{ "stored": 2 }`',
        "Nothing is left over from the first two logins; there is nothing to add to.",
      ),
      right(
        '200 with `{ "stored": 1 }`',
        "The array is made when the handler begins and is out of reach when it ends: always one token.",
      ),
    ],
    reasoning: [
      "`let refreshTokens = []` stands in the handler, so it runs again for each request.",
      "Each time one token goes into a new, empty array.",
      "When the handler is done nobody can reach that array.",
    ],
    answer: "Every login counts 1: the array is a new one each time.",
    check: "Move the line above `app.post`, and the third login counts 3.",
  },
  {
    id: "restart-forgets",
    difficulty: "easy",
    topic: "a restart",
    lesson: 2,
    lessonSays: "a restart empties it",
    twins: "memory of a process",
    text: "A client has logged in and holds `refresh123`. The server keeps its tokens in an array, and it is restarted. What does `/token` answer the client now?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = [];

      app.post("/login", (req, res) => {
        refreshTokens.push("refresh123");
        res.json({ refreshToken: "refresh123" });
      });

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    options: [
      wrong(
        "200 with a new access token, because the token has not expired",
        "Nobody looks at an expiry here. The server looks for the token in its array, and does not find it.",
      ),
      right(
        "403, because the array is empty again after the restart",
        "What was only in the memory of the process went with the process.",
      ),
      wrong(
        "404, because the route comes with the first login only",
        "Routes are registered when the program starts, so `/token` is there at once.",
      ),
      wrong(
        "500, because the array does not exist before the next login",
        "The array exists from the start; it is merely empty.",
      ),
    ],
    reasoning: [
      "An array lives in the memory of one process and ends with it.",
      "The new process runs the program from its first line: `refreshTokens` is `[]`.",
      "`includes` gives `false`, so the answer is 403, and the client has to log in again.",
    ],
    answer: "403: a restart forgets all refresh tokens that are only in memory.",
    check: "Log in, stop the server with Ctrl-C, start it, and call `/token`.",
  },
  {
    id: "const-push",
    difficulty: "easy",
    topic: "const and reassignment",
    lesson: 2,
    lessonSays: "`push` works with a `const`, too",
    text: "What does this print?",
    snippet: js`
      const refreshTokens = [];
      refreshTokens.push("refresh123");
      console.log(refreshTokens);
    `,
    options: [
      right("`[ 'refresh123' ]`", "`const` fixes which array the name stands for, not what is in the array."),
      wrong(
        "`TypeError: Assignment to constant variable.`",
        "Nothing is assigned: `push` changes the array, and the name still stands for that array.",
      ),
      wrong("`[]`", "`push` changes the very array it is called on; there is no copy that could stay empty."),
      wrong("`1`", "`push` returns the new length, 1, but the last line prints the array."),
    ],
    reasoning: [
      "`const` forbids `refreshTokens = …`, and nothing else.",
      "`push` adds to the array in place.",
    ],
    answer: "It prints the array with one token; `const` does not freeze it.",
    check: "`Object.freeze` is what would make `push` fail.",
  },
  {
    id: "const-reassigned",
    difficulty: "medium",
    topic: "const and reassignment",
    lesson: 4,
    lessonSays: 'on a `const` it throws "Assignment to constant variable"',
    text: "The server starts, and a client logs in. What does the logout get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      const refreshTokens = [];

      app.post("/login", (req, res) => {
        refreshTokens.push("refresh123");
        res.json({ refreshToken: "refresh123" });
      });

      app.post("/logout", (req, res) => {
        refreshTokens = refreshTokens.filter(
          (token) => token !== req.body?.refreshToken,
        );
        res.sendStatus(204);
      });
    `,
    exchange: [
      { request: "POST /login", response: '200 with `{ "refreshToken": "refresh123" }`' },
      { request: "POST /logout", body: REFRESH_123 },
    ],
    options: [
      wrong(
        NO_CONTENT,
        "That would be so with `let`. With `const` the line before it throws, and `sendStatus` is never reached.",
      ),
      wrong(FORBIDDEN, "No line of this program says 403, and the token is known anyway."),
      right(
        SERVER_ERROR_PAGE,
        "`TypeError: Assignment to constant variable.` is thrown in the handler, and Express makes a 500 of it.",
      ),
      wrong(
        "No answer, because the program does not start",
        "JavaScript finds out only when the line runs, so the server starts and logins work. `tsc` would tell before.",
      ),
    ],
    reasoning: [
      "`filter` makes a new array, and the handler wants to give the name to it.",
      "The name was declared by `const`: the assignment throws a `TypeError`, at this moment and not before.",
      "Express catches what a handler throws and answers 500.",
    ],
    answer: "500: `const` forbids the reassignment. `let` mends it, and so does `splice`.",
    check: "Change `const refreshTokens` to `let refreshTokens`: the logout answers 204.",
  },
  {
    id: "two-processes",
    difficulty: "medium",
    topic: "several processes",
    lesson: 2,
    lessonSays: "a second process has an array of its own",
    twins: "memory of a process",
    text: "Two processes run this program behind a load balancer that takes turns. The login goes to process 1, the call of `/token` with `refresh123` to process 2. What does `/token` answer?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = [];

      app.post("/login", (req, res) => {
        refreshTokens.push("refresh123");
        res.json({ refreshToken: "refresh123" });
      });

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    options: [
      wrong(
        "200, because both processes run the same program",
        "The same program, but each with its own memory, and so each with its own array.",
      ),
      wrong(
        "200, because the load balancer shares what is stored",
        "A load balancer passes requests on; it knows nothing of variables in a program.",
      ),
      wrong(
        "500, because one array cannot belong to two processes",
        "There is no conflict: there are two arrays, and each belongs to one process.",
      ),
      right(
        "403, because process 2 has an array of its own",
        "Process 2 has seen no login, so its array is empty and the token is unknown there.",
      ),
    ],
    reasoning: [
      "Processes share no memory: there are two arrays of the same name.",
      "The token went into the array of process 1.",
      "Process 2 looks into its own, finds nothing and answers 403.",
    ],
    answer: "403: an array in memory is known to one process only.",
    check: "Start the program twice on two ports, log in at one and call `/token` at the other.",
  },
  {
    id: "shared-store",
    difficulty: "medium",
    topic: "several processes",
    lesson: "production",
    lessonSays: "They have to share one store: a database",
    text: "Refresh tokens are to survive restarts and to be known to all processes. What does it take?",
    options: [
      wrong(
        "An array declared by `var`, so that it is global to all",
        "No kind of declaration reaches beyond the process or outlives it.",
      ),
      right(
        "A database in which every process looks the tokens up",
        "It lies outside the processes, so all see the same tokens, and a restart does not touch them.",
      ),
      wrong(
        "A module that exports the array and that all import",
        "Each process loads the module by itself and gets an array of its own.",
      ),
      wrong(
        "A copy of the array that goes along in each login's answer",
        "It would hand everybody's refresh tokens to every client.",
      ),
    ],
    reasoning: [
      "Whatever is in a variable is in one process and ends with it.",
      "So the tokens have to be kept outside, where all processes can ask: in a database or a cache that lasts.",
    ],
    answer: "Keep the tokens in a database that all processes share.",
    check: "Ask of any proposal: where are the tokens after `kill`, and who else can read them?",
  },
  {
    id: "whole-body-lookup",
    difficulty: "medium",
    topic: "a known token",
    lesson: 3,
    lessonSays: "take `refreshToken` out of `req.body`",
    text: "The client logs in and then sends its token to `/token`. What comes back?",
    snippet: js`
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
        const refreshToken = req.body;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [
      { request: "POST /login", response: LOGGED_IN },
      { request: "POST /token", body: REFRESH_123 },
    ],
    options: [
      wrong(
        NEW_ACCESS,
        "For that `includes` would have to be asked for the text `refresh123`; it is asked for an object.",
      ),
      right(FORBIDDEN, "The whole body is an object, and no object equals the text in the array."),
      wrong(
        SERVER_ERROR_PAGE,
        "Nothing throws here: `includes` may be asked for anything and says `true` or `false`.",
      ),
      wrong(BAD_REQUEST_PAGE, "The body is good JSON, and no line of the program answers 400."),
    ],
    reasoning: [
      '`refreshToken` is the whole body: `{ refreshToken: "refresh123" }`.',
      '`includes` compares that object with the text `"refresh123"`: not the same.',
      "So even a good token is refused; `req.body?.refreshToken` would take the field.",
    ],
    answer: "403: the handler looks up the whole body, not the token in it.",
    check: "`node -p \"['a'].includes({ a: 'a' })\"` prints `false`.",
  },
  {
    id: "login-twice-logout-once",
    difficulty: "medium",
    topic: "splice",
    lesson: 4,
    lessonSays: "it takes one element",
    text: "Somebody has logged in twice, so the token is stored twice. After this logout, is it still known?",
    snippet: js`
      let refreshTokens = ["refresh123", "refresh123"];

      const place = refreshTokens.indexOf("refresh123");
      refreshTokens.splice(place, 1);

      console.log(refreshTokens.includes("refresh123"));
    `,
    options: [
      wrong(
        "`false`",
        "It would be so with `filter`, which takes away every match; `splice(place, 1)` takes one.",
      ),
      right(
        "`true`",
        "`indexOf` finds the first of the two and `splice` removes that one; the second stays.",
      ),
      wrong("`1`", "One is what remains, but `includes` counts nothing: it says whether there is any."),
      wrong("`undefined`", "`includes` gives `true` or `false`, whatever the array holds."),
    ],
    reasoning: [
      "`indexOf` gives the place of the first match: 0.",
      "`splice(0, 1)` removes exactly one element there.",
      "The second `refresh123` is left, so the token still works after the logout.",
    ],
    answer: "`true`: one of the two copies survives the logout.",
    check: "Use `filter` instead of `splice`, and it prints `false`.",
  },
  {
    id: "undefined-in-store",
    difficulty: "hard",
    topic: "a missing token",
    lesson: 2,
    lessonSays: "`undefined` would become a good token",
    text: "The login stores what it finds in the request. What does the second call get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = [];

      app.post("/login", (req, res) => {
        refreshTokens.push(req.body?.refreshToken);
        res.json({ refreshToken: "refresh123" });
      });

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [
      {
        request: "POST /login",
        body: '{ "name": "ada" }',
        response: '200 with `{ "refreshToken": "refresh123" }`',
      },
      { request: "POST /token", body: "{}" },
    ],
    options: [
      wrong(
        FORBIDDEN,
        "It is what a call without a token should get. But `undefined` is in the array, and so `includes` finds it.",
      ),
      wrong(
        SERVER_ERROR_PAGE,
        "The body is an object, if an empty one; a missing field of it is `undefined`, and nothing throws.",
      ),
      wrong(
        '200 with `{ "refreshToken": "refresh123" }`',
        "That is what `/login` answers. `/token` answers with an access token or with 403.",
      ),
      right(
        NEW_ACCESS,
        "The login pushed `undefined`, and a body without a token asks for just that: a door open to anybody.",
      ),
    ],
    reasoning: [
      "A login has no `refreshToken` in its body, so `undefined` is pushed.",
      "`{}` has none either, so `/token` asks `[undefined].includes(undefined)`, and that is `true`.",
      "Without any token the caller gets a new access token. What the server issues is what it must store.",
    ],
    answer: "200 with a new access token: the missing token equals the missing token that was stored.",
    check: '`node -p "[undefined].includes(undefined)"` prints `true`.',
  },
];
