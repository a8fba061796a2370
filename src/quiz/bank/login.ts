/** Questions about the login and its answer. */

import type { Question } from "../question.ts";
import { LOGGED_IN } from "./said.ts";
import { js, right, wrong } from "./write.ts";

/** Step 1: the app, its login route, and how Express 5 answers. */
export const LOGIN: readonly Question[] = [
  {
    id: "login-json",
    difficulty: "easy",
    topic: "the login answer",
    lesson: 1,
    lessonSays: "HTTP/1.1 200 OK",
    text: "What comes back?",
    snippet: js`
      const app = express();

      app.post("/login", (req, res) => {
        res.json({
          accessToken: "access123",
          refreshToken: "refresh123",
        });
      });
    `,
    exchange: [{ request: "POST /login" }],
    options: [
      wrong(
        '201 with `{ "accessToken": "access123", "refreshToken": "refresh123" }`',
        "Express never chooses 201 by itself; a handler has to ask for it.",
      ),
      wrong("204 without a body", "A handler has to ask for 204, and here there is a body to send."),
      right(
        LOGGED_IN,
        "200 is the status where nothing else is said, and `res.json` sends the object as it is.",
      ),
      wrong(
        "500 with Express's error page",
        "Naming no status is no error: `res.status` is only for those who want another than 200.",
      ),
    ],
    reasoning: [
      "A response starts with status 200, and nobody changes it here.",
      "`res.json` turns the object into JSON, sets the content type and ends the response.",
    ],
    answer: "200, with both tokens as JSON.",
    check: "`curl -i -X POST` shows the status in the first line of the answer.",
  },
  {
    id: "login-by-get",
    difficulty: "medium",
    topic: "the login answer",
    lesson: 1,
    lessonSays: "404 to requests that fit no route",
    text: "Somebody types the address of this route into a browser, which sends a GET. With which status does Express answer?",
    snippet: js`
      const app = express();
      app.use(express.json());

      app.post("/login", (req, res) => {
        res.json({ accessToken: "access123" });
      });
    `,
    exchange: [{ request: "GET /login" }],
    options: [
      wrong("200", "The handler is registered for POST; a GET never gets to it."),
      right("404", "For Express a route is method and path together, and there is none for GET."),
      wrong("405", "It is the exact word, but Express says it only where you write such a handler."),
      wrong("400", "Nothing is wrong with the request itself; there is merely no route for it."),
    ],
    reasoning: [
      "`app.post` registers the handler for one method and one path.",
      "For GET `/login` Express finds no handler and comes to its end.",
      "What nobody answered, Express answers with 404 and `Cannot GET /login`.",
    ],
    answer: "404: Express knows no route for GET `/login`.",
    check: "`curl -i` without `-X POST` shows `404 Not Found` and `Cannot GET /login`.",
  },
  {
    id: "async-handler-throws",
    difficulty: "hard",
    topic: "errors in Express 5",
    lesson: 1,
    lessonSays: "Express 5 answers 500 and goes on",
    text: "The database is down. What happens in Express 5 when a client logs in, and then asks for `/health`?",
    snippet: js`
      const app = express();

      async function findUser() {
        throw new Error("no database");
      }

      app.post("/login", async (req, res) => {
        const user = await findUser();
        res.json({ hello: user.name });
      });

      app.get("/health", (req, res) => res.json({ ok: true }));
    `,
    exchange: [{ request: "POST /login" }, { request: "GET /health" }],
    options: [
      right(
        "The login gets a 500, and `/health` is answered as ever",
        "Express 5 waits for the promise of a handler; if it rejects, the error goes to the error handler.",
      ),
      wrong(
        "The login never gets an answer, but `/health` gets one",
        "It was so in Express 4 on an old Node, which let the rejection pass: nobody looked at the handler's promise.",
      ),
      wrong(
        "The process ends, and neither of the two is answered",
        "An unhandled rejection does end the process, and so it goes with Express 4; Express 5 handles this one.",
      ),
      wrong(
        "The login gets a 200 without a name, `/health` a 500",
        "After the throw the line with `res.json` is never reached, and `/health` touches no database.",
      ),
    ],
    reasoning: [
      "`findUser` rejects, so `await` throws, so the promise of the handler rejects.",
      "Express 5 passes a rejected promise on as `next(error)` would.",
      "The default error handler answers 500; the process goes on and serves the next request.",
    ],
    answer: "500 for the login; the server lives on and answers `/health`.",
    check: "In Express 5's migration guide look for `rejected promises`.",
    source: "Express 5 migration guide, “Rejected promises handled from middleware and handlers”",
  },
];
