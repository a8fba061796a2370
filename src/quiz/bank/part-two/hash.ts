/** Questions about step 8: a store that opens nothing. */

import type { Question } from "../../question.ts";
import { js, right, wrong } from "../write.ts";

export const HASH: readonly Question[] = [
  {
    id: "base64-is-no-hash",
    difficulty: "easy",
    topic: "hashes in the store",
    lesson: 8,
    lessonSays: "Base64 and hex are not hashes: anybody can read them back",
    text: "The store keeps what this code calls `stored`. A thief reads it. What does the last line print?",
    snippet: js`
      const stored = Buffer.from("refresh123").toString("base64");

      // At the thief's:
      console.log(Buffer.from(stored, "base64").toString());
    `,
    options: [
      wrong("`cmVmcmVzaDEyMw==`", "That is what is stored. The last line reads it back."),
      wrong("`undefined`", "Base64 goes both ways, so there is something to print."),
      wrong("`Error: no key`", "There is no key in base64: it is a way to write bytes, not to hide them."),
      right("`refresh123`", "Base64 is a way of writing, and anybody can read it back."),
    ],
    reasoning: [
      "Base64 writes bytes in 64 letters; nothing is lost and nothing is secret.",
      "So the thief gets the token itself and sends it to `/token`.",
      "A hash has no way back.",
    ],
    answer: "`refresh123`: a token in base64 is stored as it is.",
    check: "`node -p \"atob('cmVmcmVzaDEyMw==')\"` prints `refresh123`.",
  },
  {
    id: "salt-each-time",
    difficulty: "medium",
    topic: "hashes in the store",
    lesson: 8,
    lessonSays: "with a new salt each time it would not",
    text: "The token is hashed with a new salt each time, as passwords are. What is printed?",
    snippet: js`
      const hashOf = (token) => {
        const salt = randomBytes(16).toString("hex");
        const hash = createHash("sha256").update(salt + token);
        return hash.digest("hex");
      };

      const store = [hashOf("refresh123")];
      const again = hashOf("refresh123");
      console.log(store.includes(again), store.length);
    `,
    options: [
      wrong("`true 1`", "That would be so without the salt: then the same token gives the same hash."),
      right("`false 1`", "The second call takes another salt, so another hash comes out."),
      wrong("`false 2`", "`hashOf` stores nothing; one hash was put into the array."),
      wrong("`true 2`", "The array has one element, and it is not the one that is asked for."),
    ],
    reasoning: [
      "Each call of `hashOf` makes a salt of its own.",
      "Two hashes of the same token differ, so `includes` says `false`.",
      "A random token needs no salt: nobody can guess it.",
    ],
    answer: "`false 1`: nobody could renew, because no token is ever found again.",
    check: 'Print `hashOf("refresh123")` twice and compare.',
  },
  {
    id: "hash-looked-up-plain",
    difficulty: "medium",
    topic: "hashes in the store",
    lesson: 8,
    lessonSays: "hash what the client sends, and look for that hash",
    twins: "what is looked up",
    text: "The login stores hashes; the lookup compares what it is shown as it is. What is printed for the owner's token and for a hash that a thief has read?",
    snippet: js`
      const hashOf = (token) =>
        createHash("sha256").update(token).digest("hex");

      const store = [hashOf("refresh123")];
      const isKnown = (shown) => store.includes(shown);

      console.log(isKnown("refresh123"), isKnown(store[0]));
    `,
    options: [
      right(
        "`false true`",
        "The owner's token is not in the store, and the hash is: it works as the token now.",
      ),
      wrong("`true false`", "That is how it should be, and it takes `hashOf` in the lookup."),
      wrong("`false false`", "The thief shows what stands in the store, so it is found."),
      wrong("`true true`", "The store holds a hash, and `refresh123` is not equal to its hash."),
    ],
    reasoning: [
      "The store holds the hash alone.",
      "The owner's token is compared with it and differs; the stolen hash is equal.",
      "So the owner is locked out, and the thief is let in.",
    ],
    answer: "`false true`: what is stored has become the key.",
    check: "Write `store.includes(hashOf(shown))`, and it prints `true false`.",
  },
  {
    id: "first-72-bytes",
    difficulty: "hard",
    topic: "hashes in the store",
    lesson: 8,
    lessonSays: "bcrypt also looks at the first 72 bytes only",
    text: "bcrypt looks at the first 72 bytes of a text, as `seen` does here. JWTs of one user begin alike for longer than that. What is printed for the token of another login and for a short invented word?",
    snippet: js`
      const seen = (token) => token.slice(0, 72);
      const beginning = "e".repeat(90);

      const store = [seen(beginning + ".login1")];
      const isKnown = (token) => store.includes(seen(token));
      const other = beginning + ".login2";
      console.log(isKnown(other), isKnown("login1"));
    `,
    options: [
      wrong("`false false`", "The two tokens differ only after byte 90, where nobody looks."),
      wrong("`false true`", "`login1` stands in the token, but at its end, and the beginning counts."),
      right("`true false`", "Of both long tokens the first 72 letters count, and they are the same."),
      wrong("`true true`", "A word that begins otherwise is not taken for the token."),
    ],
    reasoning: [
      "`seen` keeps 72 letters, all of the common beginning.",
      "The other login's token is the same up to there, so it counts as known, even after its logout.",
      "SHA-256 looks at every byte.",
    ],
    answer: "`true false`: one login's token passes for another's.",
    check: "Count: where do the two tokens differ, and how far does `seen` look?",
  },
  {
    id: "hash-presented",
    difficulty: "medium",
    topic: "hashes in the store",
    lesson: 8,
    lessonSays: "hash it: 61be5",
    twins: "what is looked up",
    text: "The store holds hashes. A thief reads it and shows the hash instead of the token. What does this print?",
    snippet: js`
      const hash = (text) =>
        createHash("sha256").update(text).digest("hex");

      const store = [hash("refresh123")];
      const isKnown = (shown) => store.includes(hash(shown));

      const leaked = store[0];
      console.log(isKnown("refresh123"), isKnown(leaked));
    `,
    options: [
      wrong("`true true`", "What is shown is hashed first, and the hash of a hash is not in the store."),
      right("`true false`", "The token hashes to what is stored; the stored hash hashes to something else."),
      wrong(
        "`false true`",
        "It would be so if what is shown were compared as it is; but it is hashed first.",
      ),
      wrong("`false false`", "The same text always has the same SHA-256 hash, so the token itself is known."),
    ],
    reasoning: [
      "`isKnown` hashes what it is shown and looks for the result.",
      "For the token the result is what was stored: `true`.",
      "For the leaked hash it is the hash of a hash, which is not there: `false`.",
    ],
    answer: "`true false`: the leaked hash is of no use.",
    check: "Leave out `hash(…)` in `isKnown`, and the thief gets in.",
  },
  {
    id: "fast-hash",
    difficulty: "hard",
    topic: "hashes in the store",
    lesson: 8,
    lessonSays: "cannot be guessed, so speed does no harm",
    text: "For passwords a slow hash such as scrypt is a must. Why is one round of SHA-256 enough for a refresh token of 32 random bytes?",
    options: [
      right(
        "Nobody can try 2^256 tokens, however fast each try is",
        "A slow hash protects what can be guessed. A random token of that size cannot be.",
      ),
      wrong(
        "SHA-256 adds a salt of its own, which scrypt does not do",
        "It is the other way round: scrypt takes a salt, SHA-256 takes the text and nothing else.",
      ),
      wrong(
        "SHA-256 can be reversed by no one, but scrypt can be",
        "Neither can be reversed. Passwords are found by guessing, not by reversing.",
      ),
      wrong(
        "A refresh token expires before anybody could read its hash",
        "It may live for weeks, and a leaked hash is read in a moment.",
      ),
    ],
    reasoning: [
      "Out of a hash one can only guess: try a text, hash it, compare.",
      "Passwords are few, so a slow hash has to make each try expensive.",
      "Among 2^256 random tokens guessing is hopeless at any speed.",
    ],
    answer: "A random token cannot be guessed, so its hash need not be slow.",
    check: "At 10^15 tries a second 2^256 tokens would take longer than 10^50 years.",
    source: "RFC 6749 §10.10",
  },
];
