/**
 * What the contract of steps 5, 6 and 7 asks, tried on a program without the tutor; and, for each mistake, what a program
 * that makes it must fail, and may fail.
 */

import { randomBytes } from "node:crypto";
import { boot, settle, DAY, HOUR, MINUTE, SECOND } from "./boot.mjs";
import { good, me, person, refused, renewWith, said, tampered } from "./client-5-7.mjs";
import { COMMON, forgeries, keyFound, stringsOf } from "./forging.mjs";

export const steps = [5, 6, 7];

const AT = Date.UTC(2027, 2, 4, 12);
const text = (value) => typeof value === "string" && value.length > 0;
const meRefuses = (answer) => [401, 403].includes(answer.status);

/** Bits that vary among tokens: the places that vary, times log2 of the alphabet. */
function bitsOf(tokens) {
  const length = Math.max(...tokens.map((token) => token.length));
  const places = Array.from({ length }, (_, at) => tokens.map((token) => token[at] ?? ""));
  const varying = places.filter((letters) => new Set(letters).size > 1);
  const letters = varying.flat().join("");
  const alphabet = [/^[01]*$/, /^\d*$/, /^[\da-f]*$/i, /^[\da-z]*$/, /^[\da-z]*$/i].findIndex((one) =>
    one.test(letters),
  );
  return varying.length * Math.log2([2, 10, 16, 36, 62][alphabet] ?? 64);
}

/** The refresh tokens of two logins each of ada and grace, in a boot whose clock stands still. */
async function standingTokens(entry, at, seed) {
  const place = settle(entry);
  const world = { clock: "standing", at, seed };
  // On a busy machine tsx now and then does not take part in a boot (seen twice in some 600, on Node 20).
  const app = await boot(place, world).catch((error) => {
    if (!error.message.includes("ERR_UNKNOWN_FILE_EXTENSION")) throw error;
    return boot(place, world);
  });
  try {
    const tokens = [];
    for (const name of ["ada", "grace", "ada", "grace"]) {
      const one = person(app, name);
      await one.login();
      tokens.push(one.refreshToken ?? [...one.jar.values()][0]?.value);
    }
    return tokens.filter(text);
  } finally {
    await app.end();
    place.leave();
  }
}

const common = (some, others) => some.filter((token) => others.includes(token)).length;

/** Holds every check of `step` on a program. Returns `{ failed: Map of check to detail, facts }`. */
export async function observe({ entry, step, sources }) {
  const failed = new Map();
  const facts = { statuses: new Set(), errors: [], output: "", exit: null };
  const check = (id, holds, detail = "") => {
    if (!holds && !failed.has(id)) failed.set(id, detail);
  };
  const place = settle(entry);
  let app;
  try {
    try {
      app = await boot(place, { clock: "moving" });
    } catch (error) {
      facts.output = error.message;
      failed.set("boots", error.message.split("\n")[0]);
      return { failed, facts };
    }
    const plain = app.ask;
    app.ask = async (...words) => {
      const answer = await plain(...words);
      if (answer.error) facts.errors.push(answer.error);
      else facts.statuses.add(answer.status);
      return answer;
    };
    await tryEverything(app, step, sources, check, facts);
    await new Promise((resolve) => setTimeout(resolve, 60));
    check("keeps-running", app.exit() === null, JSON.stringify(app.exit()));
    facts.exit = app.exit();
    facts.output = app.output();
    await app.end();
    if (facts.exit === null) {
      facts.standing = await Promise.all([standingTokens(entry, AT, 1), standingTokens(entry, AT, 1)]);
      check("tokens-unguessable", common(...facts.standing) === 0, facts.standing[0].join(" ").slice(0, 80));
      if (failed.has("tokens-unguessable")) {
        facts.otherSeed = common(facts.standing[0], await standingTokens(entry, AT, 2));
        facts.otherTime = common(facts.standing[0], await standingTokens(entry, AT + 40 * DAY + 12_345, 1));
      }
    }
  } finally {
    if (app && app.exit() === null) await app.end();
    place.leave();
  }
  return { failed, facts };
}

async function tryEverything(app, step, sources, check, facts) {
  const [ada, grace, alan] = ["ada", "grace", "alan"].map((name) => person(app, name));

  // Step 5: and what is left of part one.
  const early = await renewWith(app, "refresh123");
  check("unknown-refused", refused(early), `before a login: ${said(early)}`);
  const tokens = { ada: [], grace: [] };
  for (let turn = 0; turn < 12; turn++) {
    const one = turn % 2 === 0 ? ada : grace;
    const answer = await one.login();
    const holds =
      good(answer) && text(answer.json?.accessToken) && (text(answer.json.refreshToken) || one.jar.size > 0);
    check("login-good", holds, said(answer));
    tokens[one.username].push(answer.json?.refreshToken ?? [...one.jar.values()][0]?.value ?? "");
  }
  facts.tokens = tokens;
  const all = [...tokens.ada, ...tokens.grace];
  check("tokens-differ", new Set(all).size === 12, `${new Set(all).size} of 12`);
  facts.bits = Math.min(bitsOf(tokens.ada), bitsOf(tokens.grace));
  check("tokens-long-enough", facts.bits >= 120, `${Math.round(facts.bits)} bits`);

  for (const one of [ada, grace, ada]) {
    const answer = await one.renew();
    check("token-renews", good(answer) && text(answer.json?.accessToken), said(answer));
  }
  const known = grace.refreshToken ?? "";
  const strange = [
    [
      "random",
      randomBytes(Math.max(8, Math.ceil(known.length / 2)))
        .toString("hex")
        .slice(0, Math.max(16, known.length)),
    ],
    ["changed at the front", tampered(known || "abcdefghij", 0.02)],
    ["changed in the middle", tampered(known || "abcdefghij", 0.5)],
    ["changed late", tampered(known || "abcdefghij", 0.93)],
    ["a prefix", known.slice(0, Math.floor(known.length / 2)) || "abc"],
    ["a long prefix", known.slice(0, -5) || "abc"],
  ];
  for (const [how, token] of strange) {
    const answer = await renewWith(app, token);
    check("unknown-refused", refused(answer), `${how}: ${said(answer)}`);
  }
  const gone = ada.refreshToken ?? "";
  const out = await ada.logout();
  check("logout-204", out.status === 204, said(out));
  const after = await renewWith(app, gone);
  check("logout-ends", refused(after), said(after));
  facts.afterLogout = after.status;
  const others = await grace.renew();
  check("others-stay", good(others) && text(others.json?.accessToken), said(others));
  await alan.login();
  const unknownOut = await app.ask("POST", "/logout", {
    body: { refreshToken: randomBytes(20).toString("hex") },
  });
  facts.unknownLogout = unknownOut.status;
  for (const one of [grace, alan]) {
    const answer = await one.renew();
    check("others-stay-unknown-logout", good(answer) && text(answer.json?.accessToken), said(answer));
  }
  if (step < 6) return;

  // Step 6.
  await ada.login();
  await grace.login();
  for (const one of [ada, grace, ada]) {
    const answer = await one.me();
    check(
      "me-answers",
      good(answer) && answer.json?.username === one.username,
      `${one.username}: ${said(answer)}`,
    );
  }
  const [hers, own] = [grace.accessToken ?? "", ada.accessToken ?? ""];
  for (const one of [ada, grace]) {
    await one.renew();
    const answer = await one.me();
    const holds = good(answer) && answer.json?.username === one.username;
    check("me-answers-renewed", holds, `${one.username}: ${said(answer)}`);
  }
  const ways = [
    ["no header", undefined],
    ["no token", "Bearer"],
    ["no token after a space", "Bearer "],
    ["garbage", "Bearer garbage"],
    ["garbage in three parts", "Bearer aaaa.bbbb.cccc"],
  ];
  for (const [how, authorization] of ways) {
    const answer = await app.ask("GET", "/me", {
      headers: authorization === undefined ? {} : { authorization },
    });
    check("me-refuses", meRefuses(answer), `${how}: ${said(answer)}`);
    if (how === "garbage") facts.challenge = answer.headers?.["www-authenticate"];
  }
  const refresh = await me(app, ada.refreshToken ?? [...ada.jar.values()][0]?.value);
  check("me-refuses-refresh", meRefuses(refresh), said(refresh));
  for (const [how, token] of forgeries(own, hers)) {
    const answer = await me(app, token);
    check("access-unforgeable", meRefuses(answer), `${how}: ${said(answer)}`);
  }
  facts.strings = stringsOf(sources);
  const found = keyFound(own, hers, [...COMMON, ...facts.strings]);
  if (found) {
    const answer = await me(app, found.forged);
    facts.key = found.key;
    check("access-key-secret", !good(answer), `${JSON.stringify(found.key)}: ${said(answer)}`);
  }

  await ada.login();
  const first = ada.accessToken;
  const start = 50 * SECOND;
  await app.move(start);
  const lasting = await me(app, first);
  check("access-lasts", good(lasting), said(lasting));
  await app.move(61 * MINUTE - start);
  const ended = await me(app, first);
  check("access-ends", meRefuses(ended), said(ended));
  const fresh = await ada.renew();
  const again = await ada.me();
  check("access-renewed", good(fresh) && good(again), `${said(fresh)}, ${said(again)}`);
  await app.move(61 * MINUTE);
  const endedToo = await ada.me();
  check("access-ends", meRefuses(endedToo), `of a renewal: ${said(endedToo)}`);
  if (step === 6) {
    await app.move(3 * 365 * DAY);
    facts.accessAfterYears = (await me(app, first)).status;
    return;
  }

  // Step 7.
  await grace.login();
  await app.move(23 * HOUR);
  const lasted = await grace.renew();
  check("refresh-lasts", good(lasted) && text(lasted.json?.accessToken), said(lasted));
  await alan.login();
  const issued = alan.refreshToken ?? "";
  await app.move(32 * DAY);
  const over = await renewWith(app, issued);
  check("refresh-ends", refused(over), said(over));
  facts.accessAfterYears = (await me(app, first)).status;
  await app.move(3 * 365 * DAY);
  facts.refreshAfterYears = (await renewWith(app, issued)).status;
}

const outputSays = (pattern) => (_, facts) => pattern.test(facts.output);
const source = (pattern) => (_, __, code) => pattern.test(code);
const everything = `login-good token-renews unknown-refused logout-204 logout-ends others-stay
  others-stay-unknown-logout tokens-differ tokens-long-enough tokens-unguessable me-answers me-answers-renewed
  me-refuses me-refuses-refresh access-unforgeable access-key-secret access-lasts access-ends access-renewed
  refresh-lasts refresh-ends keeps-running`.split(/\s+/);
const renewals = [
  "me-answers-renewed",
  "access-renewed",
  "refresh-lasts",
  "others-stay",
  "others-stay-unknown-logout",
];

/** What each mistake must fail, what may fail besides, and what else is true of it: (failed, facts, code) => boolean. */
export const mistakes = {
  // Step 5
  "tokens-fixed": {
    must: ["tokens-differ"],
    may: [
      "tokens-long-enough",
      "tokens-unguessable",
      "others-stay",
      "logout-ends",
      "others-stay-unknown-logout",
      "unknown-refused",
    ],
    also: (_, { tokens }) => new Set([...tokens.ada, ...tokens.grace]).size === 1,
  },
  "tokens-from-math-random": {
    must: ["tokens-unguessable"],
    may: ["tokens-long-enough"],
    also: (_, { otherSeed }) => otherSeed === 0,
  },
  "tokens-from-clock": {
    must: ["tokens-unguessable"],
    may: ["tokens-long-enough", "tokens-differ", "others-stay", "logout-ends"],
    also: (_, { otherSeed, otherTime }) => otherSeed > 0 && otherTime === 0,
  },
  "tokens-counted": {
    must: ["tokens-unguessable"],
    may: ["tokens-long-enough"],
    also: (failed, { otherSeed, otherTime }) =>
      otherSeed > 0 && otherTime > 0 && !failed.has("tokens-differ"),
  },
  "tokens-from-user": {
    must: ["tokens-unguessable", "tokens-differ"],
    may: ["tokens-long-enough", "logout-ends"],
    also: (_, { tokens }) => new Set(tokens.ada).size === 1 && tokens.ada[0] !== tokens.grace[0],
  },
  "jwt-without-id": {
    must: ["tokens-differ"],
    may: ["tokens-unguessable", "tokens-long-enough", "logout-ends"],
    also: (_, { tokens }) => tokens.ada[0].split(".").length === 3 && tokens.ada[0] !== tokens.grace[0],
  },
  "tokens-too-short": {
    must: ["tokens-long-enough"],
    may: ["tokens-differ"],
    also: (_, { bits }) => bits > 8,
  },
  "stores-another-token": { must: ["token-renews"], may: [...renewals, "me-answers-renewed"] },
  "accepts-prefix": { must: ["unknown-refused"], may: [] },
  // Step 6
  "me-ignores-token": {
    must: ["me-refuses"],
    may: [
      "me-answers",
      "me-answers-renewed",
      "me-refuses-refresh",
      "access-unforgeable",
      "access-key-secret",
      "access-ends",
    ],
  },
  "me-decodes-only": {
    must: ["access-unforgeable"],
    may: ["access-ends", "me-refuses-refresh", "access-key-secret"],
    also: (failed) => failed.get("access-unforgeable").match(/^(another payload|changed at)/),
  },
  "alg-none-accepted": {
    must: ["access-unforgeable"],
    may: [],
    also: (failed) => /^alg n/i.test(failed.get("access-unforgeable")),
  },
  "weak-secret": { must: ["access-key-secret"], may: [], also: (_, { key }) => COMMON.includes(key) },
  "secret-in-source": {
    must: ["access-key-secret"],
    may: [],
    also: (_, { key, strings }) => !COMMON.includes(key) && strings.has(key),
  },
  "access-never-ends": {
    must: ["access-ends"],
    may: [],
    also: (_, { accessAfterYears }) => accessAfterYears === 200,
  },
  "access-ends-late": {
    must: ["access-ends"],
    may: [],
    also: (_, { accessAfterYears }) => accessAfterYears !== 200,
  },
  "access-ends-early": { must: ["access-lasts"], may: [] },
  "access-in-wrong-unit": {
    must: [],
    may: ["access-ends", "access-lasts", "access-renewed", "me-answers", "me-answers-renewed"],
    any: true,
  },
  "me-accepts-refresh-token": { must: ["me-refuses-refresh"], may: [] },
  "me-wrong-user": {
    must: ["me-answers"],
    may: ["me-answers-renewed"],
    also: (_, f) => !f.statuses.has(500),
  },
  "bearer-not-read": { must: ["me-answers", "me-answers-renewed", "access-lasts"], may: ["access-renewed"] },
  "renewal-without-user": { must: ["me-answers-renewed"], may: ["access-renewed"] },
  // Step 7
  "refresh-never-ends": {
    must: ["refresh-ends"],
    may: [],
    also: (_, { refreshAfterYears }) => refreshAfterYears === 200,
  },
  "refresh-ends-late": {
    must: ["refresh-ends"],
    may: [],
    also: (_, { refreshAfterYears }) => refreshAfterYears !== 200,
  },
  "refresh-ends-early": { must: ["refresh-lasts"], may: ["token-renews", "access-renewed", ...renewals] },
  "expiry-in-wrong-unit": {
    must: [],
    may: ["refresh-ends", "token-renews", "access-renewed", ...renewals],
    any: true,
  },
  "expiry-not-checked": {
    must: ["refresh-ends"],
    may: [],
    also: (_, { refreshAfterYears }, code) =>
      refreshAfterYears === 200 && /expir|exp\b|ttl|until|valid/i.test(code),
  },
  // The general ones, at these steps
  "syntax-error": { must: ["boots"], may: [], also: outputSays(/SyntaxError|Transform failed/) },
  "module-not-found": { must: ["boots"], may: [], also: outputSays(/Cannot find (module|package)/) },
  "wrong-module-system": {
    must: ["boots"],
    may: [],
    also: outputSays(/not defined in ES module|outside a module/),
  },
  "crash-on-start": { must: ["boots"], may: [], also: outputSays(/Error/) },
  "route-missing": { must: [], may: everything, any: true, also: (_, { statuses }) => statuses.has(404) },
  "route-wrong-path": { must: [], may: everything, any: true, also: (_, { statuses }) => statuses.has(404) },
  "route-wrong-method": {
    must: [],
    may: everything,
    any: true,
    also: (_, { statuses }) => statuses.has(404),
  },
  "route-shadowed": { must: [], may: everything, any: true },
  "handler-throws": {
    must: [],
    may: everything,
    any: true,
    also: (_, { statuses, exit }) => statuses.has(500) && !exit,
  },
  "handler-hangs": {
    must: [],
    may: everything,
    any: true,
    also: (_, { errors }) => errors.includes("timeout"),
  },
  "crash-in-handler": { must: ["keeps-running"], may: everything, also: (_, { exit }) => exit?.code > 0 },
  "double-response": {
    must: [],
    may: everything,
    also: outputSays(/ERR_HTTP_HEADERS_SENT|Cannot set headers/),
  },
  "wrong-status": { must: ["logout-204"], may: [] },
  "response-not-json": { must: ["login-good"], may: everything },
  "missing-field": { must: [], may: everything, any: true },
  "wrong-field-name": { must: [], may: everything, any: true, also: (_, { statuses }) => !statuses.has(500) },
  "missing-json-parser": {
    must: ["token-renews"],
    may: everything,
    also: source(/req(uest)?\.body|ctx\.body|body/),
  },
  "token-ignores-store": {
    must: ["unknown-refused", "logout-ends"],
    may: ["refresh-ends", "me-answers-renewed"],
  },
  "token-condition-inverted": { must: ["token-renews", "unknown-refused"], may: everything },
  "token-reads-wrong-place": { must: ["token-renews"], may: everything },
  "token-hardcoded": { must: [], may: everything, any: true },
  "token-always-forbidden": { must: ["token-renews"], may: everything },
  "store-not-pushed": { must: ["token-renews"], may: everything },
  "store-in-handler": { must: ["token-renews"], may: everything },
  "store-overwritten": { must: ["token-renews"], may: everything },
  "const-reassigned": { must: [], may: everything, any: true, also: outputSays(/Assignment to constant/) },
  "logout-keeps-token": { must: ["logout-ends"], may: [] },
  "logout-reads-wrong-place": { must: ["logout-ends"], may: [] },
  "logout-clears-everything": { must: ["others-stay"], may: ["others-stay-unknown-logout"] },
  "filter-inverted": { must: ["logout-ends"], may: ["others-stay", "others-stay-unknown-logout"] },
  "splice-minus-one": { must: ["others-stay-unknown-logout"], may: [] },
  "splice-missing-count": { must: [], may: ["others-stay", "others-stay-unknown-logout"], any: true },
  "logout-removes-wrong-token": { must: ["logout-ends"], may: ["others-stay", "others-stay-unknown-logout"] },
};

/** Programs that hold everything and earn a word of advice: what is true of them. */
export const advice = {
  "secret-fallback": (facts, code) =>
    /SECRET\s*=\s*["'`].*process\.env|process\.env[\s\S]{0,80}?(\|\||\?\?|=)\s*["'`]/.test(code),
  "uuid-bits": ({ tokens }) =>
    /^[\da-f]{8}-?[\da-f]{4}-?4[\da-f]{3}-?[89ab][\da-f]{3}-?[\da-f]{12}$/.test(tokens.ada[0]),
  "expired-kept": () => true,
  "no-www-authenticate": ({ challenge }) => challenge === undefined,
};

/** Null where the program does what its id says; else what is wrong with that. */
export async function confirm(program, code) {
  const { failed, facts } = await observe(program);
  const shown = [...failed]
    .map(([id, detail]) => `${id} (${String(detail).slice(0, 100).replaceAll("\n", " ")})`)
    .join(", ");
  if (program.id === "right" || advice[program.id]) {
    if (failed.size > 0) return `should hold, but: ${shown}\n${facts.output.slice(0, 1_500)}`;
    const holds = program.id === "right" || advice[program.id](facts, code);
    if (!holds) return "holds, but does not earn the advice";
    return program.id === "right" && program.marks > 0 ? "a right program with a mark" : null;
  }
  const mistake = mistakes[program.id];
  if (!mistake) return `no such mistake at these steps: ${program.id}`;
  const missed = mistake.must.filter((id) => !failed.has(id));
  if (missed.length > 0)
    return `should fail ${missed.join(", ")}; failed: ${shown || "nothing"}\n${facts.output.slice(0, 600)}`;
  if (mistake.any && failed.size === 0) return "should fail, and does not";
  const beside = [...failed.keys()].filter((id) => !mistake.must.includes(id) && !mistake.may.includes(id));
  if (beside.length > 0)
    return `should not fail ${beside.join(", ")}: ${shown}\n${facts.output.slice(0, 600)}`;
  if (mistake.also && !mistake.also(failed, facts, code)) {
    return `fails, but not as its id says: ${shown}; ${JSON.stringify({ ...facts, strings: 0, tokens: 0 })}`;
  }
  const placeless = ["route-missing", "module-not-found", "missing-json-parser", "store-not-pushed"].includes(
    program.id,
  );
  if (program.marks > 1 || (program.marks === 0 && !placeless)) return `${program.marks} marks`;
  return null;
}
