/** Questions about handlers that answer twice. */

import type { Question } from "../question.ts";
import { js, right, wrong } from "./write.ts";

/** One request, one answer: what a missing `return` does. */
export const ANSWERS: readonly Question[] = [
  {
    id: "why-return",
    difficulty: "easy",
    topic: "answering twice",
    lesson: 3,
    lessonSays: "the next line would answer a second time",
    twins: "answering twice",
    text: "Why does the handler of `/token` say `return` before `res.status(403).json(…)`?",
    options: [
      wrong(
        "Express sends the value that a handler returns as its body",
        "Express makes no body of what a handler returns; the response is sent by `res.json`.",
      ),
      wrong(
        "Without it the status 403 would be replaced by 200 again",
        "The status is set and sent at that line; nothing afterwards could change it.",
      ),
      right(
        "Without it the handler would go on and answer a second time",
        "`res.json` sends the response but does not leave the function; the next line would send another.",
      ),
      wrong(
        "Without it `res.json` would wait until the handler is done",
        "`res.json` sends at once, with or without `return`.",
      ),
    ],
    reasoning: [
      "`res.json` is a call like any other: when it is done, the next line runs.",
      "The next line answers with an access token, but the request has had its answer.",
      "`return` leaves the handler, so there is one answer and no more.",
    ],
    answer: "`return` ends the handler; `res.json` does not.",
    check: 'Put `console.log("still here")` after a `res.json` without `return`, and it is printed.',
  },
  {
    id: "missing-return",
    difficulty: "medium",
    topic: "answering twice",
    lesson: 3,
    lessonSays: "the next line would answer a second time",
    twins: "answering twice",
    text: "An unknown token arrives. What happens?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["refresh123"];

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.includes(refreshToken)) {
          res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });
    `,
    exchange: [{ request: "POST /token", body: '{ "refreshToken": "guess456" }' }],
    options: [
      right(
        "The client gets the 403; on the server `res.json` throws `ERR_HTTP_HEADERS_SENT`",
        "The first answer is out; the second comes too late and throws, and only the server's log tells.",
      ),
      wrong(
        "The client gets the access token; the second answer takes the first one's place",
        "What has been sent cannot be taken back: the first answer counts.",
      ),
      wrong(
        "The client gets the 403, and no error is raised: Express ignores the second one",
        "Express does not ignore it: setting headers after they were sent throws.",
      ),
      wrong(
        "The client gets a 500; the error handler replaces the 403 when `res.json` throws",
        "The error handler can no longer answer, because the headers are already out.",
      ),
    ],
    reasoning: [
      "The `if` sends 403, and the handler goes on, because there is no `return`.",
      "The last line tries to send again: `Cannot set headers after they are sent to the client`.",
      "The client sees a clean 403, which is why this mistake hides so well.",
    ],
    answer: "403 for the client, `ERR_HTTP_HEADERS_SENT` for the server.",
    check: "Look into the server's terminal, not at the client.",
  },
  {
    id: "second-answer-later",
    difficulty: "hard",
    topic: "answering twice",
    lesson: 1,
    lessonSays: "in a callback that runs later ends the process",
    text: "A database calls the callback later. What becomes of the server when an unknown token arrives?",
    snippet: js`
      const app = express();
      app.use(express.json());

      function find(token, done) {
        setImmediate(() => done(token === "refresh123"));
      }

      app.post("/token", (req, res) => {
        find(req.body?.refreshToken, (known) => {
          if (!known) {
            res.status(403).json({ error: "Forbidden" });
          }
          res.json({ accessToken: "newAccess123" });
        });
      });
    `,
    exchange: [{ request: "POST /token", body: '{ "refreshToken": "guess456" }' }],
    options: [
      wrong(
        "It logs the error and goes on, because Express catches it",
        "Express catches what handlers throw or their promises reject with. The handler returned long ago.",
      ),
      wrong(
        "It goes on without a word, because Express drops the second answer",
        "The second answer throws `ERR_HTTP_HEADERS_SENT`, wherever it is called from.",
      ),
      wrong(
        "It hangs, because the callback waits until the answer is out",
        "Nothing waits: the callback throws at once.",
      ),
      right(
        "It ends, because nobody catches what the callback throws",
        "An exception outside of any handler is uncaught, and Node ends the process with an error.",
      ),
    ],
    reasoning: [
      "The handler calls `find` and is done; Express is no longer watching.",
      "Later the callback answers 403 and, without a `return`, answers again, which throws.",
      "No `try` surrounds it and no promise holds it: an uncaught exception ends the process.",
    ],
    answer: "The process ends: nobody catches an error of a later callback.",
    check: "After the call `echo $?` in the server's shell shows 1.",
  },
];
