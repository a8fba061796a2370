/** Questions about step 10: a stolen token that comes back, and two renewals at once. */

import type { Question } from "../../question.ts";
import { FORBIDDEN, SERVER_ERROR_PAGE } from "../said.ts";
import { js, right, wrong } from "../write.ts";

export const REUSE: readonly Question[] = [
  {
    id: "what-reuse-tells",
    difficulty: "easy",
    topic: "reuse",
    lesson: 10,
    lessonSays: "But you can tell that there *are* two",
    text: "A server rotates. A refresh token comes that it has already replaced. What does that tell the server?",
    options: [
      right(
        "Two parties have had the token, and one of them has a copy",
        "An honest client sends each token once and then has the next one.",
      ),
      wrong(
        "The sender is the thief, because the owner has a newer token",
        "It may be the owner: when the thief renewed first, the owner comes with the old one.",
      ),
      wrong(
        "The token has expired, and its owner has to log in again",
        "Expiry is another matter: this token was replaced, whatever its time.",
      ),
      wrong(
        "The client has lost its access token and asks for another",
        "For that it would send its newest refresh token, not one that was replaced.",
      ),
    ],
    reasoning: [
      "Each token is used once, and then the client holds the next.",
      "One that comes a second time was in two places.",
      "Which of the two is the thief cannot be seen, so the login ends for both.",
    ],
    answer: "Somebody has a copy, and nobody can say who.",
    check: "Play it with two people and a slip of paper: who comes second, thief or owner?",
    source: "RFC 9700 §4.14.2",
  },
  {
    id: "chain-of-tokens",
    difficulty: "easy",
    topic: "reuse",
    lesson: 10,
    lessonSays: "the last one is good, every earlier one was used already",
    text: "A login keeps all its tokens in order. What is printed?",
    snippet: js`
      const chain = ["A1", "A2", "A3"];
      const judge = (token) =>
        !chain.includes(token) ? "unknown"
        : chain.at(-1) === token ? "good"
        : "used";

      console.log(["A3", "A1", "B1"].map(judge).join(" "));
    `,
    options: [
      wrong("`used good unknown`", "The newest token is the last one of the chain, not the first."),
      wrong("`good unknown unknown`", "`A1` is in the chain: it was replaced, but it is remembered."),
      right("`good used unknown`", "`A3` is the last one, `A1` came before it, and `B1` is of no login."),
      wrong("`good used used`", "`B1` is not in the chain, so this login never gave it out."),
    ],
    reasoning: [
      "`at(-1)` is the last element, `A3`.",
      "`A1` is in the chain and not the last: used. `B1` is not in it at all.",
      "Only a used one means that somebody has a copy; an unknown one ends no login.",
    ],
    answer: "`good used unknown`: three cases, and one of them is an alarm.",
    check: '`node -p "[1, 2, 3].at(-1)"` prints `3`.',
  },
  {
    id: "only-the-one-before",
    difficulty: "hard",
    topic: "reuse",
    lesson: 10,
    lessonSays: "Remember all tokens of a login",
    twins: "rotation ends the old token",
    text: "The login has gone from A1 to A2 to A3. A thief sends A1, and then ada renews with A3. What does ada get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      let before = "A2";
      let current = "A3";

      app.post("/token", (req, res) => {
        const sent = req.body?.refreshToken;
        if (sent === before) current = null;
        if (sent !== current) {
          return res.status(403).json({ error: "Forbidden" });
        }
        before = current;
        current = "A4";
        res.json({ refreshToken: current });
      });
    `,
    exchange: [
      { request: "POST /token", body: '{ "refreshToken": "A1" }', response: FORBIDDEN },
      { request: "POST /token", body: '{ "refreshToken": "A3" }' },
    ],
    options: [
      wrong(FORBIDDEN, "It should be so, but the server knows A2 alone, and takes A1 for any invented word."),
      right(
        '200 with `{ "refreshToken": "A4" }`',
        "A1 was refused and no alarm was raised: the server remembers one token back, no more.",
      ),
      wrong(
        '200 with `{ "refreshToken": "A3" }`',
        "A renewal answers with the next token; `current` has moved on by then.",
      ),
      wrong(SERVER_ERROR_PAGE, "Comparing texts throws nothing, even when one of them is `null`."),
    ],
    reasoning: [
      "A1 is not `before`, which is A2, so `current` stays.",
      "A1 is not `current` either: 403, and nothing has changed.",
      "Ada renews as if nothing had happened, although somebody holds a copy. Remember all tokens.",
    ],
    answer: "200 with A4: the theft was not noticed.",
    check: "Write down `before` and `current` after the first call: A2 and A3, as they were.",
    source: "RFC 9700 §4.14.2",
  },
  {
    id: "race-before-change",
    difficulty: "hard",
    topic: "two renewals at once",
    lesson: 10,
    lessonSays: "lets ten requests see the same good token",
    twins: "await in a renewal",
    text: "Two renewals of one token come in the same moment. What is printed?",
    snippet: js`
      let current = "r1";
      let count = 1;
      const save = async () => {};

      async function renew(token) {
        if (token !== current) return "403";
        await save();
        count += 1;
        current = "r" + count;
        return current;
      }

      Promise.all([renew("r1"), renew("r1")])
        .then((answers) => console.log(answers.join(" ")));
    `,
    options: [
      wrong("`r2 403`", "That would be so if `current` changed before the `await`. Here both look first."),
      right("`r2 r3`", "Both compare with `r1` before either of them has changed it, and both go on."),
      wrong("`r2 r2`", "Each of them counts one further before it answers, so the tokens differ."),
      wrong("`403 403`", "When they look, `current` is `r1`, so neither is refused."),
    ],
    reasoning: [
      "The first one finds `r1` to be good and waits for `save`.",
      "Meanwhile the second one looks: `current` is still `r1`.",
      "Both go on, and one token has become two that are given out.",
    ],
    answer: "`r2 r3`: look, wait, change lets everybody in who came meanwhile.",
    check: "Put `await save()` behind the change, and it prints `r2 403`.",
  },
  {
    id: "race-after-change",
    difficulty: "medium",
    topic: "two renewals at once",
    lesson: 10,
    lessonSays: "Change the record first and wait afterwards",
    twins: "await in a renewal",
    text: "Three renewals of one token come in the same moment. What is printed?",
    snippet: js`
      let current = "r1";
      const save = async () => {};

      async function renew(token, next) {
        if (token !== current) return "403";
        current = next;
        await save();
        return next;
      }

      const next = ["a2", "b2", "c2"];
      Promise.all(next.map((each) => renew("r1", each)))
        .then((answers) => console.log(answers.join(" ")));
    `,
    options: [
      wrong(
        "`a2 b2 c2`",
        "That would be so if they waited before the change. The first one changes at once.",
      ),
      wrong("`403 403 c2`", "The last one comes too late: by then `current` is `a2`."),
      wrong("`403 403 403`", "When the first one looks, `current` is still `r1`."),
      right("`a2 403 403`", "The first one changes `current` before anybody else gets a turn."),
    ],
    reasoning: [
      "JavaScript runs a function without a break up to its first `await`.",
      "So the first call looks and changes in one go.",
      "The others look at `a2` and are refused.",
    ],
    answer: "`a2 403 403`: change first, wait afterwards.",
    check: "Look for an `await` between the `if` and the change: there is none.",
  },
  {
    id: "reuse-in-code",
    difficulty: "hard",
    topic: "reuse",
    lesson: 10,
    lessonSays: "end that whole login and refuse",
    twins: "rotation ends the old token",
    text: "This server guards one session. What does the third call get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      const used = [];
      let current = "r1";

      app.post("/token", (req, res) => {
        const refreshToken = req.body?.refreshToken;
        if (used.includes(refreshToken)) current = null;
        if (refreshToken !== current) {
          return res.status(403).json({ error: "Forbidden" });
        }
        used.push(current);
        current = "r" + (used.length + 1);
        res.json({ refreshToken: current });
      });
    `,
    exchange: [
      {
        request: "POST /token",
        body: '{ "refreshToken": "r1" }',
        response: '200 with `{ "refreshToken": "r2" }`',
      },
      {
        request: "POST /token",
        body: '{ "refreshToken": "r1" }',
        response: '403 with `{ "error": "Forbidden" }`',
      },
      { request: "POST /token", body: '{ "refreshToken": "r2" }' },
    ],
    options: [
      right(
        '403 with `{ "error": "Forbidden" }`',
        "The second call showed a used token, so the session was ended: `r2` is void too.",
      ),
      wrong(
        '200 with `{ "refreshToken": "r3" }`',
        "That would be so if `r1` had not come back: that call set `current` to `null`.",
      ),
      wrong(
        '200 with `{ "refreshToken": "r2" }`',
        "No call gives the same token twice; and `current` is `null` by now.",
      ),
      wrong(
        "500 with Express's error page",
        "Comparing a text with `null` is allowed; the result is that they differ.",
      ),
    ],
    reasoning: [
      "First call: `r1` is current, so it moves to `used`, and `r2` is current.",
      "Second call: `r1` is in `used`, so `current` becomes `null`, and the answer is 403.",
      "Third call: `r2` is not `null`, so it is refused: the whole session is over.",
    ],
    answer: "403: the reuse of `r1` has ended the session, and `r2` with it.",
    check: "Write down `current` after each call: `r2`, `null`, `null`.",
  },
  {
    id: "two-tabs-renew",
    difficulty: "medium",
    topic: "two renewals at once",
    lesson: 10,
    lessonSays: "One of them then sends an old token, and both are logged out",
    text: "A server rotates and ends a login when a used token comes back. Its app is open in two tabs, which share a cookie and renew at the same time. What becomes of them?",
    options: [
      wrong(
        "Both tabs go on, because the server sees that it is one browser",
        "It sees two requests with one token. A thief with a copy would look the same.",
      ),
      wrong(
        "Both tabs go on, each of them with a refresh token of its own",
        "The browser keeps one cookie for both, and the second renewal is refused in any case.",
      ),
      right(
        "Both tabs are logged out, although there was no thief at all",
        "The renewal that comes second shows a used token, and that ends the login of both.",
      ),
      wrong(
        "The tab that is first goes on, and only the other is logged out",
        "Both belong to one login: when it ends, the new token of the first tab ends with it.",
      ),
    ],
    reasoning: [
      "Both tabs send the same token, and one request is handled first: it gets a new token.",
      "The other request then comes with a used token.",
      "That is what a theft looks like: the whole login ends, and both tabs belong to it.",
    ],
    answer: "Both are logged out: let one tab renew for all of them, as `navigator.locks` can see to.",
    check: "Send one token to your server of step 10 twice, and then the new one: 200, 403, 403.",
  },
];
