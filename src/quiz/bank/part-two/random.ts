/** Questions about step 5: tokens that nobody can guess. */

import type { Question } from "../../question.ts";
import { FORBIDDEN, NEW_ACCESS, SERVER_ERROR_PAGE } from "../said.ts";
import { js, right, wrong } from "../write.ts";

export const RANDOM: readonly Question[] = [
  {
    id: "counted-token",
    difficulty: "easy",
    topic: "tokens that can be guessed",
    lesson: 5,
    lessonSays: "With a counter or the time of day it takes her a few more tries",
    text: "Mallory logs in and sees `refresh1`. Then ada logs in; mallory does not see that answer. She sends the third call. What does she get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      const refreshTokens = [];

      app.post("/login", (req, res) => {
        const count = refreshTokens.length + 1;
        const refreshToken = "refresh" + count;
        refreshTokens.push(refreshToken);
        res.json({ refreshToken });
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
        body: '{ "username": "mallory" }',
        response: '200 with `{ "refreshToken": "refresh1" }`',
      },
      {
        request: "POST /login",
        body: '{ "username": "ada" }',
        response: '200 with `{ "refreshToken": "refresh2" }`',
      },
      { request: "POST /token", body: '{ "refreshToken": "refresh2" }' },
    ],
    options: [
      wrong(
        FORBIDDEN,
        "The server gave `refresh2` to ada, but it cannot see who sends it: the token is in the array.",
      ),
      wrong(
        '200 with `{ "refreshToken": "refresh3" }`',
        "Only a login gives out a refresh token here, and `/token` is not a login.",
      ),
      right(NEW_ACCESS, "She has counted one further than her own token and holds ada's."),
      wrong(SERVER_ERROR_PAGE, "Nothing throws: the request is as good as one of ada's own."),
    ],
    reasoning: [
      "Each login gets the number after the last one, so mallory's own token tells her the next.",
      "`refresh2` is in the array, because ada has logged in.",
      "The server lets in whoever sends a token that it knows.",
    ],
    answer: "200 with an access token: who can count can guess.",
    check: "Ask what mallory has to know to write the token down: only her own.",
    source: "RFC 6749 §10.10",
  },
  {
    id: "token-from-a-name",
    difficulty: "easy",
    topic: "tokens that can be guessed",
    lesson: 5,
    lessonSays: "So nobody may be able to make one",
    text: "A login makes the refresh token of the name. Mallory runs the same two lines on her own machine. What does she see?",
    snippet: js`
      const tokenOf = (name) =>
        createHash("sha256").update(name).digest("hex");

      const onTheServer = tokenOf("ada");
      const atMallorys = tokenOf("ada");
      console.log(atMallorys === onTheServer, atMallorys.length);
    `,
    options: [
      right("`true 64`", "The same text always has the same hash, on every machine."),
      wrong("`false 64`", "SHA-256 adds nothing random: the same name gives the same 64 digits."),
      wrong("`false 32`", "A hash has 32 bytes, but each byte is two hex digits; and it is the same hash."),
      wrong("`true 3`", "A hash has the same length whatever goes in: 32 bytes, 64 hex digits."),
    ],
    reasoning: [
      "A hash depends on what goes in, and on nothing else.",
      "Mallory knows ada's name, so she can make ada's token, long as it looks.",
      "A token has to come from random bytes, which nobody can make again.",
    ],
    answer: "`true 64`: a long token that anybody can make.",
    check: "Ask what is secret in the line that makes the token: nothing is.",
  },
  {
    id: "base64url-length",
    difficulty: "medium",
    topic: "tokens that can be guessed",
    lesson: 5,
    lessonSays: "43 letters",
    text: "What does this print?",
    snippet: js`
      const token = randomBytes(32).toString("base64url");
      console.log(token.length);
    `,
    options: [
      wrong("`32`", "32 is the number of bytes; a letter of base64url holds 6 bits, and a byte has 8."),
      right("`43`", "256 bits, 6 in each letter: 42 letters hold 252, and the last one the other 4."),
      wrong("`64`", "That is the length in hex, where a digit holds 4 bits."),
      wrong("`44`", "That is plain base64, which fills up with a `=`; base64url leaves it out."),
    ],
    reasoning: [
      "32 bytes are 256 bits.",
      "base64url writes 6 bits as one letter: 256 / 6 is 42.7, so 43 letters.",
      "However it is written, 256 of its bits are random.",
    ],
    answer: "`43`: the text is longer than the bytes, and as hard to guess as they are.",
    check: '`node -p "Math.ceil(256 / 6)"` prints `43`.',
    source: "RFC 4648 §5",
  },
  {
    id: "next-random-number",
    difficulty: "medium",
    topic: "tokens that can be guessed",
    lesson: 5,
    lessonSays: "a program that works out its next numbers from a few that she has seen",
    text: "Like `Math.random`, this generator makes each number from the one before, if in a simpler way. Mallory gets the first number as her token, and she knows the rule. What is printed?",
    snippet: js`
      let state = 7;
      const random = () => (state = (state * 5 + 3) % 16);

      const mine = random();
      const adas = random();
      const guess = (mine * 5 + 3) % 16;
      console.log(mine, adas, guess);
    `,
    options: [
      wrong("`6 9 1`", "The second number follows from the first by the same rule, so it is no surprise."),
      wrong("`7 6 6`", "7 is what it starts with; the first number that comes out is (7 * 5 + 3) % 16."),
      wrong(
        "`6 1 9`",
        "The guess uses the rule of the generator and the same number, so it comes out alike.",
      ),
      right("`6 1 1`", "(7 * 5 + 3) % 16 is 6, and (6 * 5 + 3) % 16 is 1, whoever works it out."),
    ],
    reasoning: [
      "The first call makes 6 of 7, the second one 1 of 6.",
      "Mallory holds the 6 and works out the 1, which is ada's token.",
      "`Math.random` has a larger state, but it is worked out from a few numbers all the same.",
    ],
    answer: "`6 1 1`: her guess is ada's token.",
    check: '`node -p "(6 * 5 + 3) % 16"` prints `1`.',
  },
  {
    id: "enough-bits",
    difficulty: "medium",
    topic: "tokens that can be guessed",
    lesson: 5,
    lessonSays: "the chance of guessing a token is at most 2^-128",
    text: "RFC 6749 asks that the chance of guessing a token is at most 2^-128. Which of these meets it?",
    options: [
      wrong(
        "`randomUUID()`",
        "Close, but 122 of its 128 bits are random; the others are fixed by the format.",
      ),
      wrong(
        "`Math.random().toString(36)`",
        "It has about 52 bits, and whoever has seen some numbers can work out the next ones.",
      ),
      wrong(
        '`randomBytes(8).toString("hex")`',
        "16 letters, but 8 bytes: 64 random bits, however they are written.",
      ),
      right('`randomBytes(32).toString("base64url")`', "32 random bytes are 256 bits, twice what is asked."),
    ],
    reasoning: [
      "Count the bits that are random, never the letters: a way of writing adds none.",
      "8 bytes are 64 bits, a UUID has 122, 32 bytes are 256.",
      "`Math.random` can be predicted, so its bits do not count.",
    ],
    answer: "32 random bytes: 256 bits.",
    check: "Multiply the random bytes by 8 and compare with 128.",
    source: "RFC 6749 §10.10, RFC 9562 §5.4",
  },
];
