/** Questions about stolen tokens: rotation, reuse detection, hashes. */

import type { Question } from "../question.ts";
import { js, right, wrong } from "./write.ts";

/** A stolen token, and what rotation, reuse detection and hashes do about it. */
export const THEFT: readonly Question[] = [
  {
    id: "worse-theft",
    difficulty: "easy",
    topic: "a stolen refresh token",
    lesson: "concepts",
    text: "An access token lives for 10 minutes, a refresh token for 30 days. The theft of which one is worse, and why?",
    options: [
      wrong(
        "Of the access token, for only that one opens the APIs",
        "It does, for 10 minutes at most. A refresh token gets one of them after another.",
      ),
      right(
        "Of the refresh token, for it gets new access tokens for days",
        "The thief can renew again and again until the token expires or the server forgets it.",
      ),
      wrong(
        "Of the refresh token, for the password can be read out of it",
        "There is no password in a token; that is one of the reasons to have tokens.",
      ),
      wrong(
        "Of neither, for a token works only from its own computer",
        "A bearer token works for whoever bears it, unless the server binds it to a key of the client.",
      ),
    ],
    reasoning: [
      "With the access token a thief has 10 minutes.",
      "With the refresh token they have a new access token every 10 minutes, for up to 30 days.",
    ],
    answer: "The refresh token's: it is good for many access tokens.",
    check: "Count the access tokens a thief can get out of each: one, and thousands.",
    source: "RFC 6749 §10.4",
  },
  {
    id: "stolen-not-rotated",
    difficulty: "medium",
    topic: "a stolen refresh token",
    lesson: "concepts",
    text: "A server keeps refresh tokens in a list; they never expire and are not rotated. A thief copies one. How long can the thief get access tokens?",
    options: [
      wrong(
        "Until the owner renews the next time",
        "Without rotation a renewal changes nothing: the token goes on working for both.",
      ),
      wrong(
        "Until the owner's access token expires",
        "Then the owner renews, and the thief can do the same.",
      ),
      wrong(
        "Until the thief has used the copy once",
        "Looking a token up does not use it up where nothing is rotated.",
      ),
      right(
        "Until the server removes it from its list",
        "A logout with that token or the server's operator can end it; by itself it never ends.",
      ),
    ],
    reasoning: [
      "The server asks one thing only: is the token in the list?",
      "Neither use nor time takes it out of there.",
      "So the copy works until somebody removes the token, and nobody has a reason to notice.",
    ],
    answer:
      "Until the token is removed on the server: hence expiry, rotation, and a logout that really removes.",
    check: "Look for every line that takes a token out of the list: each is an end of the theft.",
  },
  {
    id: "rotation-meaning",
    difficulty: "easy",
    topic: "rotation",
    lesson: "production",
    text: "What does it mean that a server rotates refresh tokens?",
    options: [
      right(
        "Each renewal gives a new refresh token and ends the old one",
        "So every refresh token is good for one use, and a copy does not stay useful for long.",
      ),
      wrong(
        "Each user has several refresh tokens, which take turns",
        "There is one that is valid in a session; its predecessors are not valid any more.",
      ),
      wrong(
        "Each night the server issues a new refresh token to everyone",
        "The server cannot send anything unasked; rotation happens when the client renews.",
      ),
      wrong(
        "Each server of a group signs refresh tokens with its own key",
        "Keys can be rotated too, but that is another matter: this is about the tokens.",
      ),
    ],
    reasoning: [
      "The client shows its refresh token at `/token`.",
      "The server answers with an access token and a new refresh token, and no longer accepts the old one.",
      "The client has to store the new one each time.",
    ],
    answer: "A new refresh token with each renewal, and the old one is void.",
    check: "Under rotation the same refresh token never works twice.",
    source: "RFC 9700 §4.14.2",
  },
  {
    id: "rotation-replay",
    difficulty: "medium",
    topic: "rotation",
    lesson: "production",
    text: "This server rotates. The client renews and, by mistake, uses its old token again. What does the second call get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      const refreshTokens = ["refresh1"];
      let count = 1;

      app.post("/token", (req, res) => {
        const { refreshToken } = req.body;
        const place = refreshTokens.indexOf(refreshToken);
        if (place === -1) {
          return res.status(403).json({ error: "Forbidden" });
        }
        count += 1;
        refreshTokens[place] = "refresh" + count;
        res.json({ refreshToken: refreshTokens[place] });
      });
    `,
    exchange: [
      {
        request: "POST /token",
        body: '{ "refreshToken": "refresh1" }',
        response: '200 with `{ "refreshToken": "refresh2" }`',
      },
      { request: "POST /token", body: '{ "refreshToken": "refresh1" }' },
    ],
    options: [
      wrong(
        '200 with `{ "refreshToken": "refresh2" }`',
        "The server does not repeat an answer: it looks for `refresh1` and does not find it.",
      ),
      wrong('200 with `{ "refreshToken": "refresh3" }`', "`refresh3` is for whoever shows `refresh2`."),
      right(
        '403 with `{ "error": "Forbidden" }`',
        "`refresh2` has taken the place of `refresh1`, which is unknown now.",
      ),
      wrong(
        "500 with Express's error page",
        "The place -1 is caught by the `if`, so nothing goes wrong in the server.",
      ),
    ],
    reasoning: [
      "The first call puts `refresh2` where `refresh1` was.",
      "The second looks for `refresh1`: -1.",
      "The answer is 403; the client should have stored `refresh2`.",
    ],
    answer: "403: under rotation each refresh token works once.",
    check: 'Write down the array after the first call: `["refresh2"]`.',
  },
  {
    id: "rotation-thief-first",
    difficulty: "hard",
    topic: "rotation",
    lesson: "production",
    text: "A server rotates refresh tokens, but keeps no record of the old ones. A thief copies a token and uses it before its owner does. What follows?",
    options: [
      wrong(
        "The thief is refused, for the token belongs to another",
        "A bearer token belongs to whoever shows it; the server sees a valid token.",
      ),
      wrong(
        "Both go on renewing, each with a line of tokens of their own",
        "The token works once. Whoever comes second shows a token that is void.",
      ),
      right(
        "The owner is refused, and the thief goes on renewing",
        "The thief holds the new token now. The owner's is merely unknown, and no alarm is raised.",
      ),
      wrong(
        "Both are refused, for the server sees that the token is copied",
        "For that it would have to know the old token again, which is what reuse detection adds.",
      ),
    ],
    reasoning: [
      "The thief's call is a renewal like any other: the old token goes, the thief gets the new one.",
      "The owner comes with the old token, which the server takes for any unknown word: 403.",
      "The owner logs in again, which gives them a session of their own; the thief's goes on.",
    ],
    answer: "The owner is locked out and the thief stays: rotation needs reuse detection.",
    check: "Ask who holds the newest token: they stay in.",
    source: "RFC 9700 §4.14.2",
  },
  {
    id: "reuse-ends-session",
    difficulty: "hard",
    topic: "reuse detection",
    lesson: "production",
    text: "A server with reuse detection sees a refresh token that it has already replaced. Why does it also revoke the newest token of that session, and not just refuse the old one?",
    options: [
      wrong(
        "The newest token was made from the old one, so it can be guessed",
        "Each token is random by itself; knowing one does not help to guess the next.",
      ),
      right(
        "It cannot tell whether the thief or the owner holds the newest one",
        "One of two parties came too late, and the server cannot see which; so it ends the session for both.",
      ),
      wrong(
        "It has no room to keep the record of the old tokens any longer",
        "That record is just what makes the detection possible, and it is small.",
      ),
      wrong(
        "It wants to punish the client for having stored its token badly",
        "The login that follows costs the owner a moment; it is the thief who is to lose the session.",
      ),
    ],
    reasoning: [
      "A replaced token that comes back means that two parties have had it.",
      "Perhaps the thief came second and the owner holds the newest one; perhaps it is the other way round.",
      "To be sure to stop the thief the server revokes the newest one too, at the price of a login.",
    ],
    answer: "The newest token may be the thief's, and the server cannot know.",
    check: "Play both orders, thief first and owner first: the server sees the same calls.",
    source: "RFC 9700 §4.14.2",
  },
  {
    id: "reuse-in-code",
    difficulty: "hard",
    topic: "reuse detection",
    lesson: "production",
    text: "This server guards one session. What does the third call get?",
    snippet: js`
      const app = express();
      app.use(express.json());
      const used = [];
      let current = "r1";

      app.post("/token", (req, res) => {
        const { refreshToken } = req.body;
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
        "So it would be had `r1` not come back: that call set `current` to `null`.",
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
    id: "public-clients",
    difficulty: "hard",
    topic: "rotation",
    lesson: "production",
    text: "What does the security practice for OAuth 2.0 (RFC 9700) demand for the refresh tokens of public clients, such as an app in the browser?",
    options: [
      wrong(
        "They must not be issued: such a client has to log in again",
        "They may be issued, if the server guards against their being replayed.",
      ),
      wrong(
        "They must be JWTs, signed by a key that the client can check",
        "What a refresh token looks like inside is the server's own affair.",
      ),
      wrong(
        "They must expire within 24 hours and stay in memory only",
        "It asks for expiry after some time without use, and leaves it to the server how long that is.",
      ),
      right(
        "They must be bound to their sender, or else be rotated",
        "Sender-constrained or rotated: in both cases a copy does not silently go on working.",
      ),
    ],
    reasoning: [
      "A public client cannot keep a secret, so whoever copies its refresh token could use it.",
      "Bound to a key that only the sender has, the copy alone is useless.",
      "Rotated, the copy is found out when the same token is used twice.",
    ],
    answer: "Sender-constrained, or rotated.",
    check: "Look for the MUST about public clients in section 2.2.2.",
    source: "RFC 9700 §2.2.2",
  },
  {
    id: "two-tabs",
    difficulty: "hard",
    topic: "reuse detection",
    lesson: "production",
    text: "A server rotates, and at the first reuse it ends the session, without any grace. Two tabs of one browser share a refresh token and renew with it at the same moment. What follows?",
    options: [
      wrong(
        "Both tabs get the same new refresh token and go on as before",
        "That takes a server that repeats its answer for a while; this one shows no grace.",
      ),
      right(
        "The second call looks like a theft, and the user is logged out",
        "For the server it is a used token that comes back; it cannot know that both are the same user.",
      ),
      wrong(
        "The second call waits until the first is done and then succeeds",
        "Waiting would not help: the token has been replaced by then.",
      ),
      wrong(
        "The second tab gets a 403, while the first goes on with its new one",
        "So it would be with rotation alone. Reuse detection revokes the new token as well.",
      ),
    ],
    reasoning: [
      "Whichever call comes first replaces the token.",
      "The other shows the replaced one: reuse, and so the session is ended, new token included.",
      "Clients avoid it by renewing in one place: one call at a time, shared by all tabs.",
    ],
    answer: "The user is logged out: the second call is taken for a theft.",
    check: "Play the two calls one after the other: the second shows a used token.",
  },
  {
    id: "why-hash",
    difficulty: "medium",
    topic: "storing hashes",
    lesson: "production",
    text: "Why does a server store a hash of each refresh token rather than the token?",
    options: [
      wrong(
        "A hash is shorter, so that the lookup in the database is faster",
        "The lookup takes as long with the one as with the other; it is not about speed.",
      ),
      wrong(
        "A hash can be turned back into the token when a client loses it",
        "Just that is impossible, and it is what makes the hash useful.",
      ),
      right(
        "Whoever gets to read the database finds no token they could use",
        "`/token` takes the token, and nobody can work it out from the hash.",
      ),
      wrong(
        "A client can check the hash to know that the server is genuine",
        "The client never gets to see the hash; servers are known by their certificates.",
      ),
    ],
    reasoning: [
      "A refresh token is as good as a password for as long as it lives.",
      "Stored as it is, a leaked backup would open all sessions.",
      "The server hashes what the client shows and looks that up; the hash by itself opens nothing.",
    ],
    answer: "A leaked database then holds no usable token.",
    check: "Imagine the table in a thief's hands: what of it can be sent to `/token` with success?",
    source: "RFC 6819 §5.1.4.1.3",
  },
  {
    id: "hash-presented",
    difficulty: "medium",
    topic: "storing hashes",
    lesson: "production",
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
    topic: "storing hashes",
    lesson: "production",
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
