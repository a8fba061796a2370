/** Questions about stolen tokens: rotation, reuse detection, hashes. */

import type { Question } from "../question.ts";
import { right, wrong } from "./write.ts";

/** A stolen token, and what rotation, reuse detection and hashes do about it. */
export const THEFT: readonly Question[] = [
  {
    id: "worse-theft",
    difficulty: "easy",
    topic: "a stolen refresh token",
    lesson: "concepts",
    lessonSays: "A stolen refresh token gets new access tokens until it expires or is removed",
    text: "An access token lives for 10 minutes, a refresh token for 30 days. The theft of which one is worse, and why?",
    options: [
      wrong(
        "Of the access token, because only that one opens the APIs",
        "It does, but for 10 minutes at most. A refresh token gets one of them after another.",
      ),
      right(
        "Of the refresh token, because it gets access tokens for days",
        "The thief can renew again and again until the token expires or the server forgets it.",
      ),
      wrong(
        "Of the refresh token, because it holds the password",
        "There is no password in a token; that is one of the reasons to have tokens.",
      ),
      wrong(
        "Of neither, because a token works on its own computer only",
        "A bearer token works for whoever bears it, unless the server binds it to a key of the client.",
      ),
    ],
    reasoning: [
      "With the access token a thief has 10 minutes.",
      "With the refresh token they renew every 10 minutes, until 30 days are over.",
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
    lessonSays: "A stolen refresh token gets new access tokens until it expires or is removed",
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
    lesson: "concepts",
    lessonSays: "each renewal brings a new refresh token too, and the old one stops working",
    text: "What does it mean that a server rotates refresh tokens?",
    options: [
      right(
        "Each renewal gives a new refresh token and ends the old one",
        "So every refresh token is good for one use: of two who hold it, only the first one can renew.",
      ),
      wrong(
        "Each user has several refresh tokens, which take turns",
        "There is one that is valid in a session; its predecessors are no longer valid.",
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
    id: "rotation-thief-first",
    difficulty: "hard",
    topic: "rotation",
    lesson: 10,
    lessonSays: "Now she holds the good token, and ada's app comes with an old one and is refused",
    text: "A server rotates refresh tokens, but keeps no record of the old ones. A thief copies a token and uses it before its owner does. What follows?",
    options: [
      wrong(
        "The thief is refused, because the token is not theirs",
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
        "Both are refused, because the server sees two copies of it",
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
    lesson: 10,
    lessonSays: "You cannot tell which of the two is the thief",
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
    id: "two-tabs",
    difficulty: "hard",
    topic: "reuse detection",
    lesson: 10,
    lessonSays: "One of them then sends an old token, and both are logged out",
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
        "That would be so with rotation alone. Reuse detection revokes the new token as well.",
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
    lesson: 8,
    lessonSays: "There is no way back from a hash to its token",
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
];
