/** Questions about the logout: filter, splice, and a 204. */

import type { Question } from "../question.ts";
import { FORBIDDEN, NEW_ACCESS, NO_CONTENT, REFRESH_123, SERVER_ERROR_PAGE, UNAUTHORIZED } from "./said.ts";
import { js, right, wrong } from "./write.ts";

/** Step 4: what `filter` returns, what `splice` changes, and what 204 says. */
export const LOGOUT: readonly Question[] = [
  {
    id: "filter-copies",
    difficulty: "easy",
    topic: "filter",
    lesson: 4,
    lessonSays: "`filter` returns a new array of the elements you keep",
    twins: "filter copies",
    text: "What does this print?",
    snippet: js`
      const tokens = ["ada1", "bob2", "cyd3"];
      const rest = tokens.filter((token) => token !== "bob2");
      console.log(tokens.length, rest.length);
    `,
    options: [
      wrong(
        "`2 2`",
        "`filter` leaves the array alone on which it is called, so that one keeps its three tokens.",
      ),
      wrong("`3 1`", "`filter` keeps what passes the test, and two tokens are not `bob2`."),
      right("`3 2`", "`filter` makes a new array of those that pass the test; the old one stays as it was."),
      wrong(
        "`2 1`",
        "Nothing is moved: `filter` does not take tokens out of one array to put them into another.",
      ),
    ],
    reasoning: [
      "`filter` calls the test for each token and keeps those for which it is true: `ada1` and `cyd3`.",
      "They go into a new array, `rest`; `tokens` is not changed.",
    ],
    answer: "`3 2`: `filter` returns a new array and changes nothing.",
    check: "Print `tokens === rest` as well: `false`.",
  },
  {
    id: "filter-dropped",
    difficulty: "medium",
    topic: "filter",
    lesson: 4,
    lessonSays: "so put the result back into `refreshTokens`",
    twins: "filter copies",
    text: "The client logs out and tries its old token again. What does the last call get?",
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

      app.post("/logout", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        refreshTokens.filter((token) => token !== refreshToken);
        res.sendStatus(204);
      });
    `,
    exchange: [
      { request: "POST /logout", body: REFRESH_123, response: NO_CONTENT },
      { request: "POST /token", body: REFRESH_123 },
    ],
    options: [
      wrong(
        FORBIDDEN,
        "That was the plan, but what `filter` returned was not kept, so the array still holds the token.",
      ),
      wrong(
        SERVER_ERROR_PAGE,
        "A result that nobody uses is no error, which is why this mistake makes no noise.",
      ),
      wrong(NO_CONTENT, "That is the answer to the logout; `/token` does not know it."),
      right(NEW_ACCESS, "`filter` made a new array that nobody kept. The token is still where it was."),
    ],
    reasoning: [
      "`filter` returns a new array and leaves `refreshTokens` alone.",
      "The handler throws that new array away and answers 204 all the same.",
      "`/token` looks into the unchanged array and finds the token.",
    ],
    answer: "200: the logout changed nothing. `refreshTokens = refreshTokens.filter(…)` would.",
    check: "Look to the left of `refreshTokens.filter`: there is no `=`, so the result is lost.",
  },
  {
    id: "filter-inverted",
    difficulty: "medium",
    topic: "filter",
    lesson: 4,
    lessonSays: "of the elements you keep",
    text: "Ada logs out with this line. What does it print?",
    snippet: js`
      let tokens = ["ada1", "bob2", "cyd3"];
      tokens = tokens.filter((token) => token === "ada1");
      console.log(tokens);
    `,
    options: [
      right("`[ 'ada1' ]`", "`filter` keeps what passes the test, and only Ada's token does."),
      wrong("`[ 'bob2', 'cyd3' ]`", "That takes `!==`: the test says what is to stay, not what is to go."),
      wrong(
        "`[ 'ada1', 'bob2', 'cyd3' ]`",
        "The result is assigned to `tokens`, so what did not pass the test is gone.",
      ),
      wrong("`[]`", "One token passes the test, so the new array is not empty."),
    ],
    reasoning: [
      "The test answers the question: may this token stay?",
      "With `===` only `ada1` may stay.",
      "So everybody but Ada is logged out, and Ada alone is not.",
    ],
    answer: "`[ 'ada1' ]`: the test is the wrong way round.",
    check: "Read `filter` as `keep if`.",
  },
  {
    id: "splice-returns",
    difficulty: "easy",
    topic: "splice",
    lesson: 4,
    lessonSays: "it changes the array itself and returns what it took",
    text: "What does this print?",
    snippet: js`
      const tokens = ["ada1", "bob2", "cyd3"];
      const result = tokens.splice(1, 1);
      console.log(result, tokens);
    `,
    options: [
      wrong(
        "`[ 'ada1', 'cyd3' ] [ 'ada1', 'bob2', 'cyd3' ]`",
        "That would be so with `filter`, which returns what stays and changes nothing.",
      ),
      right(
        "`[ 'bob2' ] [ 'ada1', 'cyd3' ]`",
        "`splice` returns what it has removed and changes the array itself.",
      ),
      wrong("`[ 'ada1' ] [ 'bob2', 'cyd3' ]`", "Places are counted from 0, so place 1 is Bob's."),
      wrong(
        "`TypeError: Assignment to constant variable.`",
        "Nothing is assigned to `tokens`; the array is changed in place, and `const` allows that.",
      ),
    ],
    reasoning: [
      "`splice(1, 1)` says: at place 1 remove one element.",
      "Place 1 is `bob2`. It is taken out of the array and returned in an array of its own.",
      "`const` does not mind: the name still stands for the same array.",
    ],
    answer: "`[ 'bob2' ]` was removed, `[ 'ada1', 'cyd3' ]` is left.",
    check: "`splice` changes the array, `filter` copies.",
  },
  {
    id: "splice-no-count",
    difficulty: "medium",
    topic: "splice",
    lesson: 4,
    lessonSays: "without the 1, it takes all that follow, too",
    text: "Bob logs out. Which tokens are left?",
    snippet: js`
      const tokens = ["ada1", "bob2", "cyd3", "dan4"];
      tokens.splice(tokens.indexOf("bob2"));
      console.log(tokens);
    `,
    options: [
      wrong(
        "`[ 'ada1', 'cyd3', 'dan4' ]`",
        "For that the call needs its second argument: `splice(place, 1)`.",
      ),
      wrong(
        "`[ 'cyd3', 'dan4' ]`",
        "`splice` removes from the given place to the end, not from the beginning to it.",
      ),
      wrong(
        "`[ 'ada1', 'bob2', 'cyd3', 'dan4' ]`",
        "A missing count does not mean none: `splice` then removes everything from the place on.",
      ),
      right("`[ 'ada1' ]`", "Without a count everything from place 1 to the end goes: Bob, Cyd and Dan."),
    ],
    reasoning: [
      '`indexOf("bob2")` is 1.',
      "`splice(1)` without a count removes all from place 1 on.",
      "Cyd and Dan are logged out along with Bob.",
    ],
    answer: "`[ 'ada1' ]`: the missing count logs out everybody after Bob too.",
    check: "`node -p \"['a', 'b', 'c'].splice(1)\"` prints `[ 'b', 'c' ]`, which is what it removed.",
  },
  {
    id: "splice-unknown",
    difficulty: "medium",
    topic: "splice(-1, 1)",
    lesson: 4,
    lessonSays: "`splice(-1, 1)` removes the last element",
    twins: "splice(-1, 1)",
    text: "A logout comes with a token that is not in the array. Which tokens are left?",
    snippet: js`
      const tokens = ["ada1", "bob2", "cyd3"];
      tokens.splice(tokens.indexOf("unknown"), 1);
      console.log(tokens);
    `,
    options: [
      wrong("`[ 'ada1', 'bob2', 'cyd3' ]`", "It should be so, but -1 is a place for `splice`: the last."),
      wrong(
        "`[ 'bob2', 'cyd3' ]`",
        "That would be `splice(0, 1)`; `indexOf` gives -1, not 0, when nothing is found.",
      ),
      right(
        "`[ 'ada1', 'bob2' ]`",
        "`indexOf` gives -1, and `splice(-1, 1)` removes the last element: Cyd is logged out.",
      ),
      wrong("`[]`", "The count is 1, so one element goes and no more."),
    ],
    reasoning: [
      "`indexOf` finds nothing and gives -1.",
      "`splice` counts a negative place from the end: -1 is the last element.",
      "Cyd, who did nothing, is logged out. Look at the place before you splice, or use `filter`.",
    ],
    answer: "`[ 'ada1', 'bob2' ]`: somebody else has been logged out.",
    check: "`node -p \"['a', 'b', 'c'].splice(-1, 1)\"` prints `[ 'c' ]`, which is what it removed.",
  },
  {
    id: "splice-logout-twice",
    difficulty: "hard",
    topic: "logging out twice",
    lesson: 4,
    lessonSays: "`splice(-1, 1)` removes the last element",
    twins: "splice(-1, 1)",
    text: "Ada's browser sends her logout twice. What does Bob get when he renews?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["ada1", "bob2"];

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });

      app.post("/logout", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        const place = refreshTokens.indexOf(refreshToken);
        refreshTokens.splice(place, 1);
        res.sendStatus(204);
      });
    `,
    exchange: [
      { request: "POST /logout", body: '{ "refreshToken": "ada1" }', response: NO_CONTENT },
      { request: "POST /logout", body: '{ "refreshToken": "ada1" }', response: NO_CONTENT },
      { request: "POST /token", body: '{ "refreshToken": "bob2" }' },
    ],
    options: [
      wrong(
        NEW_ACCESS,
        "It is what Bob deserves. But the second logout found nothing and removed the last token: his.",
      ),
      right(
        FORBIDDEN,
        "The second logout looks for `ada1`, gets -1 and removes the last token, which is Bob's.",
      ),
      wrong(
        SERVER_ERROR_PAGE,
        "Nothing throws: `splice(-1, 1)` is a proper call, if not the one that was meant.",
      ),
      wrong(UNAUTHORIZED, "No line of this program says 401; a refusal is 403 here."),
    ],
    reasoning: [
      'The first logout removes `ada1`; the array is `["bob2"]`.',
      "The second finds no `ada1`: the place is -1, and `splice(-1, 1)` removes the last token, `bob2`.",
      "So Bob is refused, though he never logged out.",
    ],
    answer: "403: Ada's second logout has logged Bob out.",
    check: "Write the array after each call: `[ada1, bob2]`, `[bob2]`, `[]`.",
  },
  {
    id: "splice-in-loop",
    difficulty: "hard",
    topic: "splice",
    lesson: 4,
    lessonSays: "makes the loop skip the next element",
    text: "A loop is to remove every copy of a token. What does it print?",
    snippet: js`
      const tokens = ["ada1", "ada1", "bob2"];

      for (let i = 0; i < tokens.length; i++) {
        if (tokens[i] === "ada1") tokens.splice(i, 1);
      }

      console.log(tokens);
    `,
    options: [
      right(
        "`[ 'ada1', 'bob2' ]`",
        "After the removal the second copy moves to place 0, while `i` goes on to 1.",
      ),
      wrong("`[ 'bob2' ]`", "That was the plan, but the loop never looks at the second copy."),
      wrong("`[ 'ada1', 'ada1', 'bob2' ]`", "The first copy is found at place 0 and removed for good."),
      wrong("`[]`", "Bob's token is not equal to `ada1`, so nothing removes it."),
    ],
    reasoning: [
      "At `i = 0` the first copy is removed, and all others move up by one place.",
      "The second copy is at place 0 now, but the loop goes on with `i = 1`: it finds `bob2`.",
      "The copy that was skipped stays. Loop backwards, or use `filter`.",
    ],
    answer: "`[ 'ada1', 'bob2' ]`: the loop skips the copy that moved up.",
    check: "Begin at the end, `for (let i = tokens.length - 1; i >= 0; i--)`, and it prints `[ 'bob2' ]`.",
  },
  {
    id: "no-content",
    difficulty: "easy",
    topic: "204",
    lesson: 4,
    lessonSays: "a 204 has no body",
    twins: "a 204 has no body",
    text: "What does the status 204 tell a client after a logout?",
    options: [
      wrong(
        "It worked, and the answer is a JSON object without fields",
        "An empty object would be a body of two characters. With 204 there is no body at all.",
      ),
      wrong(
        "It failed, because the server found no token to remove",
        "All statuses from 200 to 299 are good news; a missing thing gets 404.",
      ),
      wrong(
        "It was accepted, and the server will do the work later on",
        "That is 202. With 204 the work is done.",
      ),
      right(
        "It worked, and there is nothing to read in the answer",
        "No content: the request succeeded, and no body follows.",
      ),
    ],
    reasoning: [
      "204 is called No Content, and all statuses that begin with 2 mean success.",
      "After a logout there is nothing left to tell, so no body is the right size.",
    ],
    answer: "204: done, and no body.",
    check: "`curl -i` shows the headers and nothing after them.",
    source: "RFC 9110 §15.3.5",
  },
  {
    id: "json-with-204",
    difficulty: "medium",
    topic: "204",
    lesson: 4,
    lessonSays: "a 204 has no body",
    twins: "a 204 has no body",
    text: "What does the client get?",
    snippet: js`
      const app = express();

      app.post("/logout", (req, res) => {
        res.status(204).json({ message: "Logged out" });
      });
    `,
    exchange: [{ request: "POST /logout" }],
    options: [
      wrong(
        '204 with `{ "message": "Logged out" }`',
        "A 204 has no body; Express takes away the one that it is given.",
      ),
      right(NO_CONTENT, "The status stands, and Express drops the body, because a 204 may not have one."),
      wrong(
        '200 with `{ "message": "Logged out" }`',
        "`res.json` changes no status; it would have to be left at 200 by the program.",
      ),
      wrong(
        SERVER_ERROR_PAGE,
        "Status and body do not go together, but Express settles that without an error.",
      ),
    ],
    reasoning: [
      "`res.status(204)` sets the status, and `res.json` keeps it.",
      "When it sends, Express sees the 204 and removes the body and its headers.",
      "A client that waits for the message waits in vain.",
    ],
    answer: "204 without a body; the message is lost.",
    check: 'To send a message, leave the status at 200: `res.json({ message: "Logged out" })`.',
    source: "RFC 9110 §15.3.5",
  },
  {
    id: "send-204",
    difficulty: "hard",
    topic: "204",
    lesson: 4,
    lessonSays: "`res.send(204)` sends 200 and the number",
    text: "What does the client get from an Express 5 server?",
    snippet: js`
      const app = express();

      app.post("/logout", (req, res) => {
        res.send(204);
      });
    `,
    exchange: [{ request: "POST /logout" }],
    options: [
      wrong(NO_CONTENT, "It was so in Express 4, which took a lone number for a status, with a warning."),
      wrong(
        SERVER_ERROR_PAGE,
        "A number is no error: Express 5 sends it as it sends any value that can be JSON.",
      ),
      right(
        "200 with `204`",
        "Express 5 takes what `res.send` is given for the body; the status stays at 200.",
      ),
      wrong(
        "204 with `204`",
        "`res.send` sets no status in Express 5, and a 204 could not have a body anyway.",
      ),
    ],
    reasoning: [
      "Express 4 guessed that a number meant the status. Express 5 no longer does.",
      "The number becomes the body, and the status remains what it was: 200.",
      "`res.sendStatus(204)` is what was meant.",
    ],
    answer: "200, and the body is the number 204.",
    check: "`curl -i` shows `200 OK` and a body of three characters.",
    source: "Express 5 migration guide, “res.send(status)”",
  },
  {
    id: "status-without-end",
    difficulty: "medium",
    topic: "204",
    lesson: 4,
    lessonSays: "`res.status(204)` alone sends nothing",
    text: "This is the whole handler. What does the client get?",
    snippet: js`
      const app = express();

      app.post("/logout", (req, res) => {
        res.status(204);
      });
    `,
    exchange: [{ request: "POST /logout" }],
    options: [
      right(
        "No answer: it waits",
        "`res.status` only notes the status. Nothing sends the response, so nothing ends it.",
      ),
      wrong(
        NO_CONTENT,
        "For that somebody has to end the response: `res.sendStatus(204)` or `res.status(204).end()`.",
      ),
      wrong(
        "200 without a body",
        "Express does not answer by itself when a handler returns, neither with 200 nor otherwise.",
      ),
      wrong(
        "404 with Express's error page",
        "A route did match; Express says 404 only when no handler has taken the request.",
      ),
    ],
    reasoning: [
      "`res.status(204)` sets a property and returns.",
      "A response goes out by `send`, `json`, `sendStatus` or `end`, and none of them is called.",
      "The handler is done, the client goes on waiting until it gives up.",
    ],
    answer: "No answer: the response is never sent.",
    check: "Write `res.sendStatus(204)`, and `curl` comes back at once.",
  },
  {
    id: "filter-logout-twice",
    difficulty: "medium",
    topic: "logging out twice",
    lesson: 4,
    lessonSays: "An unknown token gets 204, too",
    text: "A client logs out, and its second try of the same logout arrives a little later. What does the second one get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["refresh123"];

      app.post("/logout", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        refreshTokens = refreshTokens.filter(
          (token) => token !== refreshToken,
        );
        res.sendStatus(204);
      });
    `,
    exchange: [
      { request: "POST /logout", body: REFRESH_123, response: NO_CONTENT },
      { request: "POST /logout", body: REFRESH_123 },
    ],
    options: [
      wrong(
        FORBIDDEN,
        "That is `/token`'s answer to unknown tokens. This handler does not ask whether the token is known.",
      ),
      wrong(
        "404 with Express's error page",
        "The route is still there; only the token is gone, and the handler does not mind.",
      ),
      right(NO_CONTENT, "`filter` finds nothing to leave out, and the handler answers as before."),
      wrong(SERVER_ERROR_PAGE, "Filtering an empty array is no error: the result is another empty array."),
    ],
    reasoning: [
      "After the first logout the array is empty.",
      "The second filters the empty array: nothing happens, and nothing throws.",
      "The handler answers 204. What the client wanted is so: the token is not valid.",
    ],
    answer: "204 again: logging out twice ends as logging out once.",
    check: "`node -p \"[].filter((token) => token !== 'refresh123')\"` prints `[]`.",
  },
  {
    id: "revoking-unknown",
    difficulty: "medium",
    topic: "logging out twice",
    lesson: 4,
    lessonSays: "RFC 7009 §2.2 answers both cases alike, with 200",
    text: "A client asks an OAuth 2.0 revocation endpoint to revoke a token that the endpoint does not know. What does the standard have it answer?",
    options: [
      wrong(
        "404, so that the client knows that the token was not there",
        "The client could do nothing with that news; what it wanted is already so.",
      ),
      right(
        "200, because what the client wants is already the case",
        "The token is not valid, which is all a revocation is for; an error would not help the client.",
      ),
      wrong(
        "400 with the error `invalid_grant`, as the token endpoint does",
        "That is for a renewal. On revocation the standard calls an invalid token no error.",
      ),
      wrong(
        "403, because only the holder of a valid token may revoke it",
        "Clients identify themselves where they have to, but an invalid token alone is no ground for refusal.",
      ),
    ],
    reasoning: [
      "The purpose of a revocation is that the token does not work.",
      "An unknown token does not work, so the purpose is achieved.",
      "The standard says so: invalid tokens do not cause an error response; the answer is 200.",
    ],
    answer: "200, as for a token that it knew.",
    check: "The course's `/logout` does the same with 204: known or not, the answer is one.",
    source: "RFC 7009 §2.2",
  },
  {
    id: "logout-clears-all",
    difficulty: "easy",
    topic: "where the array lives",
    lesson: 4,
    lessonSays: "Remove that one token",
    text: "Ada and Bob are logged in, and Ada logs out. What does Bob get when he renews?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let refreshTokens = ["ada1", "bob2"];

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (!refreshTokens.includes(refreshToken)) {
          return res.status(403).json({ error: "Forbidden" });
        }
        res.json({ accessToken: "newAccess123" });
      });

      app.post("/logout", (req, res) => {
        refreshTokens = [];
        res.sendStatus(204);
      });
    `,
    exchange: [
      { request: "POST /logout", body: '{ "refreshToken": "ada1" }', response: NO_CONTENT },
      { request: "POST /token", body: '{ "refreshToken": "bob2" }' },
    ],
    options: [
      wrong(
        NEW_ACCESS,
        "Bob did not log out, but his token stood in the very array that Ada's logout replaced.",
      ),
      wrong(NO_CONTENT, "That is the answer to the logout; a renewal gets an access token or a refusal."),
      wrong(SERVER_ERROR_PAGE, "The array was declared by `let`, so it may be replaced, and nothing throws."),
      right(FORBIDDEN, "All users share one array, and the logout has replaced it by an empty one."),
    ],
    reasoning: [
      "There is one array for everybody.",
      "Ada's logout replaces it by `[]`, whatever token it was sent.",
      "Bob's token is gone with hers, so he is refused.",
    ],
    answer: "403: this logout logs out everybody.",
    check: "Look for `req.body` in the logout: without it the handler cannot know whose token to remove.",
  },
];
