/** Questions about step 11: sessions that live through a power cut. */

import type { Question } from "../../question.ts";
import { js, right, wrong } from "../write.ts";

export const RESTART: readonly Question[] = [
  {
    id: "save-before-answer",
    difficulty: "easy",
    topic: "a power cut",
    lesson: 11,
    lessonSays: "An answer is a promise",
    text: "A client logs out. When does the server have to have written that to the disk?",
    options: [
      wrong(
        "When the process ends, because it knows all by then",
        "A power cut gives no process time to write anything.",
      ),
      wrong(
        "Within the next minute, so that the disk is spared",
        "Until then a cut brings the token back, though the client was told that it is gone.",
      ),
      right(
        "Before it answers, because the answer is a promise",
        "You are logged out: that must be true whatever happens next.",
      ),
      wrong(
        "After it has answered, so that the client waits less",
        "Between the answer and the writing the power can be cut.",
      ),
    ],
    reasoning: [
      "Whoever gets a 204 relies on being logged out.",
      "What is only in memory is gone after a cut, and the file still has the token.",
      "So write first, wait until it is written, and answer then.",
    ],
    answer: "Before the answer.",
    check: "Put the cut at every line of the handler and ask what client and disk know.",
  },
  {
    id: "cut-after-answer",
    difficulty: "medium",
    topic: "a power cut",
    lesson: 11,
    lessonSays: "Write it before you answer",
    text: "`answer` sends the 204, and in that moment the power is cut. The server starts again and reads the disk. What is printed?",
    snippet: js`
      const disk = { tokens: ["refresh123"] };
      let tokens = ["refresh123"];

      function logout(answer) {
        tokens = [];
        answer();
        disk.tokens = tokens;
      }

      try {
        logout(() => { throw new Error("power cut"); });
      } catch {
        tokens = disk.tokens;
      }
      console.log(tokens);
    `,
    options: [
      right("`[ 'refresh123' ]`", "The line that writes was never reached, so the disk still has the token."),
      wrong("`[]`", "Memory knew of the logout, but memory is gone; the disk had not been written."),
      wrong("`Error: power cut`", "The code catches it, as a new start would follow a cut."),
      wrong("`undefined`", "The disk has been there all the time, with what was written last."),
    ],
    reasoning: [
      "The logout empties the array in memory and answers.",
      "The cut comes before the next line, so the disk stays as it was.",
      "After the start the token works again, although its owner was told otherwise.",
    ],
    answer: "`[ 'refresh123' ]`: the logout is lost.",
    check: "Change places: `disk.tokens = tokens` before `answer()`, and it prints `[]`.",
  },
  {
    id: "start-overwrites",
    difficulty: "medium",
    topic: "a power cut",
    lesson: 11,
    lessonSays: "Read the file once at start, if it is there",
    text: "The file holds one login, and the server starts. What is printed?",
    snippet: js`
      const disk = new Map([["logins.json", '["refresh123"]']]);
      let tokens = [];

      const file = "logins.json";
      const save = () => disk.set(file, JSON.stringify(tokens));
      const read = () => JSON.parse(disk.get(file));

      save();
      tokens = read();
      console.log(tokens);
    `,
    options: [
      wrong("`[ 'refresh123' ]`", "It was there, but `save` has written over it before anybody read it."),
      wrong("`undefined`", "The file is there, and it holds an array; `read` gives that back."),
      right("`[]`", "`save` writes the empty array of the new process, and `read` gets just that."),
      wrong("`SyntaxError: Unexpected end of JSON input`", "The file holds `[]`, which is good JSON."),
    ],
    reasoning: [
      "At start `tokens` is empty.",
      "`save` writes `[]` into the file: the login is lost.",
      "Read first, and write when something has changed.",
    ],
    answer: "`[]`: the start has logged everybody out.",
    check: "Put `tokens = read()` before `save()`, and the login is there.",
  },
  {
    id: "write-then-rename",
    difficulty: "medium",
    topic: "a power cut",
    lesson: 11,
    lessonSays: "so a cut never leaves half a file",
    text: "Why does a server write `logins.json.new` and then rename it to `logins.json`?",
    options: [
      right(
        "So that a cut while it writes leaves no half a file",
        "Until the rename the old file is whole, and after it the new one is.",
      ),
      wrong(
        "So that two processes can write at the same time",
        "Each would still write over the other's work; only a database prevents that.",
      ),
      wrong(
        "So that a thief does not find the file by its name",
        "The name is the same as ever once it is renamed.",
      ),
      wrong(
        "So that the last version is kept as a backup",
        "The rename replaces the old file; nothing is kept.",
      ),
    ],
    reasoning: [
      "Writing a file takes some time, and a cut in between leaves a part of it.",
      "JSON of which a part is missing cannot be read: nobody is logged in, or the server does not start.",
      "A rename happens whole or not at all.",
    ],
    answer: "There is always one whole file, the old one or the new one.",
    check: "Put the cut at each of the two lines: `logins.json` is whole every time.",
  },
  {
    id: "set-to-json",
    difficulty: "hard",
    topic: "a power cut",
    lesson: 11,
    lessonSays: "JSON knows neither Map nor Set",
    text: "The store is a Set. It is saved and read again. What is printed?",
    snippet: js`
      const store = new Set(["refresh123"]);

      const saved = JSON.stringify(store);
      console.log(saved);
    `,
    options: [
      wrong('`["refresh123"]`', "That would be so of an array: `[...store]` makes one."),
      wrong(
        '`{"0":"refresh123"}`',
        "A Set keeps its elements inside, not as properties that JSON could see.",
      ),
      wrong('`"refresh123"`', "JSON writes the Set as an object, not as its only element."),
      right("`{}`", "For JSON a Set is an object without properties, so its elements are left out."),
    ],
    reasoning: [
      "`JSON.stringify` writes an object's own properties.",
      "The elements of a Set are not properties, so nothing is left to write.",
      "No error tells: after the next start the store is empty. Save `[...store]`.",
    ],
    answer: "`{}`: all logins are lost without a word.",
    check: '`node -p "JSON.stringify([...new Set([\'a\'])])"` prints `["a"]`.',
  },
  {
    id: "what-a-database-adds",
    difficulty: "easy",
    topic: "a power cut",
    lesson: 11,
    lessonSays: "A file belongs to one process",
    text: "A server keeps its logins in a file, writes it before each answer and reads it at start. Why might it need a database all the same?",
    options: [
      wrong("Because a file does not outlive a restart", "It does: that is what it is written for."),
      wrong("Because a file cannot hold hashes of tokens", "A hash is a text, and a file holds any text."),
      wrong(
        "Because a file is read at each renewal",
        "It is read once, at start; afterwards the logins are in memory.",
      ),
      right(
        "Because two server processes cannot share a file",
        "Each has read it once and writes over what the other has written.",
      ),
    ],
    reasoning: [
      "One process reads the file at start and then trusts its memory.",
      "A second one does the same, and neither sees the other's logins.",
      "A database is asked each time, finds one login among millions, and locks it while it changes.",
    ],
    answer: "A file belongs to one process; a database serves several.",
    check: "Start two processes, log in at one and renew at the other.",
  },
];
