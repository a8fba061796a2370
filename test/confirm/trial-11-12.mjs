/**
 * Tries all that steps 5 to 11 (or 12) ask of one program, without the tutor. Facts, by name: `true` where it holds,
 * else a string that says what was seen. Facts that no step asks for (what an advice is about) begin with "also ".
 */

import { createHmac } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DAY, HOUR, MINUTE, SECOND, boot, secrets, settle } from "./boot.mjs";
import { Jar, dropped, parseSetCookie } from "./jar.mjs";

const power = fileURLToPath(new URL("power.cjs", import.meta.url));
const PASSWORDS = { ada: "lovelace", grace: "hopper", alan: "turing" };
const EVIL = "https://evil.example";
const WEAK = [
  ..."secret,,undefined,null,password,123456,changeme,your-256-bit-secret,your_jwt_secret,shhhhh,jwt_secret".split(
    ",",
  ),
  ..."supersecret,mysecret,secretkey,secret-key,your-secret-key,test,dev,key,token,admin".split(","),
];

const good = (answer) => answer.status >= 200 && answer.status < 300;
const short = (answer) =>
  answer.error ? `error ${answer.error}` : `${answer.status} ${answer.text.slice(0, 90)}`;

/** The refresh tokens in the cookies of an answer: every value that is not empty. */
const cookiesOf = (answer) => (answer.headers?.["set-cookie"] ?? []).map(parseSetCookie);

const refused = (answer) =>
  [400, 401, 403].includes(answer.status) &&
  !answer.json?.accessToken &&
  !answer.json?.refreshToken &&
  !cookiesOf(answer).some((cookie) => cookie.value.length > 20 && !dropped(cookie));

/** A person's browser app. */
class Client {
  constructor(app, name) {
    Object.assign(this, { app, name, jar: new Jar(), access: undefined, refresh: undefined });
  }

  async send(method, path, { body, headers = {}, cut = false, jar = this.jar } = {}) {
    const cookie = jar
      .for(path)
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
    const all = { ...headers, ...(cookie && { cookie }), ...(cut && { "x-confirm-cut": "1" }) };
    const answer = await this.app.ask(method, path, { body, headers: all, timeout: 8_000 });
    jar.take(answer.headers?.["set-cookie"], path);
    return answer;
  }

  take(answer) {
    if (!good(answer)) return answer;
    if (answer.json?.accessToken) this.access = answer.json.accessToken;
    if (answer.json?.refreshToken) this.refresh = answer.json.refreshToken;
    return answer;
  }

  async login(options) {
    const body = { username: this.name, password: PASSWORDS[this.name] };
    return this.take(await this.send("POST", "/login", { body, ...options }));
  }

  body() {
    return this.refresh === undefined ? {} : { refreshToken: this.refresh };
  }

  async renew(options) {
    return this.take(await this.send("POST", "/token", { body: this.body(), ...options }));
  }

  logout(options) {
    return this.send("POST", "/logout", { body: this.body(), ...options });
  }

  me(access = this.access) {
    return this.app.ask("GET", "/me", {
      headers: access === undefined ? {} : { authorization: `Bearer ${access}` },
    });
  }

  /** Somebody with a copy of what this client holds now. */
  copy() {
    const other = new Client(this.app, this.name);
    Object.assign(other, { access: this.access, refresh: this.refresh, jar: this.jar.copy() });
    return other;
  }

  /** What it holds, as strings that could be a refresh token. */
  secrets() {
    return [this.refresh, ...this.jar.all().map(({ value }) => value)].filter((value) => value?.length >= 20);
  }
}

function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    if (name === "node_modules") return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** The text of every file that the app wrote (latin1), by path. */
function written(place, before) {
  const files = filesBelow(place.folder).filter((file) => !before.has(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, "latin1")]));
}

const decode = (part) => JSON.parse(Buffer.from(part, "base64url").toString());
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
function jwtOf(token) {
  try {
    const [header, payload, signature] = token.split(".");
    return signature ? { header: decode(header), payload: decode(payload), parts: token.split(".") } : null;
  } catch {
    return null;
  }
}

/** @returns the facts of a program: an object */
export async function trial(program) {
  const facts = {};
  const note = (name, holds, seen) => {
    const value = holds ? true : (seen ?? "no");
    if (facts[name] === undefined || facts[name] === true) facts[name] = value;
  };
  const isGood = (name, answer) => note(name, good(answer), short(answer));
  const isRefused = (name, answer) => note(name, refused(answer), short(answer));
  const place = settle(program.entry, { express: program.express });
  const before = new Set(filesBelow(place.folder));
  const source = [...before].map((file) => readFileSync(file, "utf8")).join("\n");
  try {
    await ordinary({ program, place, before, source, facts, note, isGood, isRefused });
  } catch (error) {
    note("boots", false, String(error.message).slice(0, 300));
  } finally {
    place.leave();
  }
  if (program.id === "secret-fallback") await withoutSecrets({ program, source, note });
  if (facts.boots === true && facts["login-good"] === true)
    await powerCuts({ program, facts, note, isGood, isRefused });
  return facts;
}

async function ordinary({ program, place, before, source, facts, note, isGood, isRefused }) {
  const app = await boot(place, { clock: "moving" });
  note("boots", true);
  const client = (name) => new Client(app, name);
  const loggedIn = async (name) => {
    const person = client(name);
    isGood("login-good", await person.login());
    return person;
  };
  let movers = [];
  const move = async (ms) => {
    await app.move(ms);
    for (const person of movers) person.jar.move(ms);
  };

  try {
    const first = client("ada");
    const answer = await first.login();
    isGood("login-good", answer);
    note("login-access", typeof answer.json?.accessToken === "string", short(answer));
    note(
      "login-refresh",
      first.secrets().length > 0,
      `${short(answer)} ${answer.headers?.["set-cookie"] ?? ""}`,
    );
    if (facts["login-good"] !== true) return;

    if (program.step >= 12) await cookies({ client, source, note, isGood, facts, first: answer });

    // 5
    const seen = [];
    for (let turn = 0; turn < 6; turn++)
      for (const name of ["ada", "grace"]) seen.push((await loggedIn(name)).secrets().join());
    note("tokens-differ", new Set(seen).size === 12, seen.slice(0, 3).join(" "));
    const bare = client("ada");
    if (program.step < 12 || facts["cookie-holds-token"] !== true) bare.refresh = "x".repeat(64);
    else bare.jar.take([`${facts.cookieName}=${"x".repeat(64)}; Path=/; Secure`], "/");
    isRefused("unknown-refused", await bare.renew());

    // What a changed token does to its own login is free, so each has one of its own.
    for (const at of [2, 0.5, 0.8]) {
      const person = await loggedIn("alan");
      change(person, at);
      isRefused("changed-refused", await person.renew());
    }

    // 6
    const [ada, grace] = [await loggedIn("ada"), await loggedIn("grace")];
    for (const person of [ada, grace]) {
      const me = await person.me();
      note("me-answers", good(me) && me.json?.username === person.name, short(me));
    }
    isGood("renew-good", await ada.renew());
    const renewedMe = await ada.me();
    if (facts["renew-good"] === true)
      note("me-after-renewal", good(renewedMe) && renewedMe.json?.username === "ada", short(renewedMe));
    const refuses = (name, reply) => note(name, [401, 403].includes(reply.status), short(reply));
    const bareMe = await app.ask("GET", "/me");
    refuses("me-refuses", bareMe);
    note("also www-authenticate", "www-authenticate" in (bareMe.headers ?? {}));
    refuses("me-refuses", await ada.me("garbage"));
    for (const token of ada.secrets()) refuses("me-refuses-refresh", await ada.me(token));
    const jwt = jwtOf(ada.access);
    if (jwt) await forge({ jwt, ada, source, refuses });
    else {
      const middle = Math.floor(ada.access.length / 2);
      const flipped = ada.access[middle] === "a" ? "b" : "a";
      refuses(
        "access-unforgeable",
        await ada.me(ada.access.slice(0, middle) + flipped + ada.access.slice(middle + 1)),
      );
    }

    // 4
    const other = await loggedIn("grace");
    const leaver = await loggedIn("ada");
    const left = leaver.copy();
    const out = await leaver.logout();
    note("logout-204", out.status === 204, short(out));
    isRefused("logout-ends", await left.copy().renew());
    isGood("others-stay", await other.renew());
    note("also access-after-logout", good(await left.me()) === false, "the access token is still good");

    await rotation({ client, loggedIn, isGood, isRefused, note, program, facts });

    // 8: before the clock moves, so that nothing is swept away.
    const holder = await loggedIn("ada");
    isGood("renew-good", await holder.renew());
    await new Promise((resolve) => setTimeout(resolve, 60));
    const texts = Object.values(written(place, before));
    const found = holder.secrets().filter((secret) => texts.some((text) => holds(text, secret)));
    note("store-opens-nothing", found.length === 0, `found ${found[0]}`);
    const strings = [...new Set(texts.flatMap((text) => text.match(/[\w+/=.~-]{16,}/g) ?? []))].slice(-60);
    for (const string of strings) {
      const thief = client("ada");
      if (program.step < 12 || !facts.cookieName) thief.refresh = string;
      else thief.jar.take([`${facts.cookieName}=${string}; Path=/; Secure`], "/");
      const reply = await thief.renew();
      if (good(reply)) note("stored-opens-nothing", false, `${string} renews`);
    }
    note("stored-opens-nothing", true);

    // 6 and 7: the clock.
    const early = await loggedIn("ada");
    const late = await loggedIn("grace");
    const browser = await loggedIn("alan");
    movers = [early, late, browser];
    await move(50 * SECOND);
    isGood("access-lasts", await early.me());
    await move(60 * MINUTE + 10 * SECOND);
    refuses("access-ends", await early.me());
    const again = early.copy();
    movers.push(again);
    isGood("renewal-after-access", await again.renew());
    if (good(await again.me()) === false && facts["renewal-after-access"] === true)
      note("me-after-renewal", false, "after 61 minutes");
    await move(23 * HOUR - 62 * MINUTE);
    // What the server says of the token itself, then what the browser still has.
    note(
      "also server-keeps-23h",
      good(await bySelf(late, facts).renew()),
      "the server refuses after 23 hours",
    );
    isGood("refresh-lasts", await browser.renew());
    const unmoved = [await loggedIn("ada"), await loggedIn("grace")];
    await unmoved[1].renew();
    await app.move(32 * DAY);
    isRefused("refresh-ends", await unmoved[0].renew());
    isRefused("rotated-ends", await unmoved[1].renew());
    note("runs-on", app.exit() === null, JSON.stringify(app.exit()));
  } finally {
    facts.output = app.output();
    await app.end();
  }
}

/** The same token in a jar that lets nothing go: what a thief sends. */
function bySelf(person, facts) {
  const other = person.copy();
  if (!facts.cookieName) return other;
  const value = facts.lastCookie.get(person) ?? person.jar.copy().for("/token")[0]?.value;
  if (value) {
    other.jar = new Jar();
    other.jar.take([`${facts.cookieName}=${value}; Path=/; Secure`], "/");
  }
  return other;
}

function change(person, at) {
  const altered = (text) => {
    const place = at >= 1 ? at : Math.floor(text.length * at);
    const letter = text[place] === "a" ? "b" : "a";
    return text.slice(0, place) + letter + text.slice(place + 1);
  };
  if (person.refresh !== undefined) person.refresh = altered(person.refresh);
  const lines = person.jar
    .all()
    .map(({ name, value, where }) => `${name}=${altered(value)}; Path=${where}; Secure`);
  person.jar = new Jar();
  person.jar.take(lines, "/");
}

function holds(text, secret) {
  const raw = decodeURIComponent(secret);
  const parts = [raw, secret];
  if (text.includes(raw) || text.includes(secret)) return true;
  for (const kind of ["base64", "base64url", "hex"]) {
    if (parts.some((part) => text.includes(Buffer.from(part).toString(kind)))) return true;
    const bytes = Buffer.from(raw, kind);
    if (bytes.length > 14) {
      const others = ["base64", "base64url", "hex"].filter((other) => other !== kind);
      if (bytes.toString(kind) === raw && others.some((other) => text.includes(bytes.toString(other))))
        return true;
    }
  }
  return false;
}

async function forge({ jwt, ada, source, refuses }) {
  const { header, payload, parts } = jwt;
  const named = JSON.parse(JSON.stringify(payload).replaceAll('"ada"', '"grace"'));
  refuses("access-unforgeable", await ada.me([parts[0], encode(named), parts[2]].join(".")));
  for (const alg of ["none", "None", "NONE", "nOnE"])
    refuses("access-alg-none", await ada.me(`${encode({ ...header, alg })}.${encode(named)}.`));
  refuses("access-unforgeable", await ada.me(`${parts[0]}.${parts[1]}.`));
  const literals = [...source.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`/g)].map(
    (m) => m[1] ?? m[2] ?? m[3],
  );
  for (const key of [...WEAK, ...literals]) {
    const sign = (text) => createHmac("sha256", key).update(text).digest("base64url");
    if (sign(`${parts[0]}.${parts[1]}`) !== parts[2]) continue;
    const text = `${parts[0]}.${encode(named)}`;
    refuses(
      WEAK.includes(key) ? "access-key-weak" : "access-key-in-source",
      await ada.me(`${text}.${sign(text)}`),
    );
  }
}

/** Where no secret is set: whether an access token is signed with a string of the source. */
async function withoutSecrets({ program, source, note }) {
  const place = settle(program.entry, { express: program.express });
  const env = { ACCESS_TOKEN_SECRET: undefined, JWT_SECRET: undefined };
  const app = await boot(place, { env });
  const ada = new Client(app, "ada");
  await ada.login();
  const [header, payload, signature] = (ada.access ?? "").split(".");
  const literals = [...source.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map((m) => m[1] ?? m[2]);
  const sign = (key) => createHmac("sha256", key).update(`${header}.${payload}`).digest("base64url");
  note("also no-fallback", !literals.some((key) => sign(key) === signature), "a word of the source signs");
  await app.end();
  place.leave();
}

async function rotation({ loggedIn, isGood, isRefused, note }) {
  // 9
  const ada = await loggedIn("ada");
  const grace = await loggedIn("grace");
  const held = [ada.copy()];
  for (let turn = 0; turn < 3; turn++) {
    const last = ada.secrets().join();
    const reply = await ada.renew();
    isGood(turn === 0 ? "renew-good" : "rotation-new-works", reply);
    note("rotation-new", ada.secrets().join() !== last, "the same token");
    held.push(ada.copy());
  }
  isGood("rotation-others-stay", await grace.renew());
  // 10
  isRefused("rotation-old-refused", await held[2].copy().renew());
  isRefused("reuse-ends-session", await ada.renew());
  const deep = await loggedIn("ada");
  // A second login of the same person may end the first, so it is only looked at for an advice.
  const own = await loggedIn("ada");
  const oldest = deep.copy();
  await deep.renew();
  const ownStands = good(await own.renew());
  await deep.renew();
  isRefused("reuse-old-refused", await oldest.copy().renew());
  isRefused("reuse-deep", await deep.renew());
  if (ownStands)
    note("also own-other-login-stays", good(await own.renew()), "the person's other login ended, too");
  isGood("reuse-spares-others", await grace.renew());
  note("unknown-harmless", good(await grace.renew()));

  const leaver = await loggedIn("alan");
  const twin = leaver.copy();
  const bystander = await loggedIn("grace");
  await leaver.logout();
  await twin.copy().logout();
  isGood("logout-twice-harmless", await bystander.renew());

  for (let turn = 0; turn < 3; turn++) {
    const person = await loggedIn(["ada", "grace", "alan"][turn]);
    const ten = Array.from({ length: 10 }, () => person.copy());
    const answers = await Promise.all(ten.map((one) => one.renew()));
    const failed = answers.find((answer) => answer.error || answer.status >= 500);
    note("race-no-5xx", !failed, failed && short(failed));
    const distinct = new Map();
    ten.forEach((one, index) => good(answers[index]) && distinct.set(one.secrets().join(), one));
    let live = 0;
    for (const one of distinct.values()) if (good(await one.renew())) live++;
    note("race-one-lives", live <= 1, `${live} live`);
  }
}

async function cookies({ client, source, note, isGood, facts }) {
  facts.lastCookie = new WeakMap();
  const probe = client("ada");
  const login = await probe.login();
  const set = cookiesOf(login);
  facts.setCookies = set.map((cookie) => ({ ...cookie, dropped: dropped(cookie) }));
  note("body-holds-none", !("refreshToken" in (login.json ?? {})), short(login));
  // Which cookie it is, is found by trying each alone, wherever its path lies.
  for (const name of new Set(set.map((cookie) => cookie.name))) {
    const one = client("ada");
    await one.login();
    const cookie = one.jar.all().find((kept) => kept.name === name);
    if (!cookie) continue;
    one.jar = new Jar();
    one.jar.take([`${name}=${cookie.value}; Path=/; Secure`], "/");
    one.refresh = undefined;
    if (good(await one.renew())) facts.cookieName = name;
  }
  const kept =
    set.find((cookie) => cookie.name === facts.cookieName) ??
    set.find((cookie) => !dropped(cookie) && cookie.value.length >= 30);
  note(
    "cookie-holds-token",
    kept !== undefined,
    facts.setCookies.map((c) => `${c.name}: ${c.dropped}`).join() || "none",
  );
  if (!kept) return;
  note("cookie-found", facts.cookieName !== undefined, "no cookie renews when it is sent");
  const ours = set.filter((cookie) => cookie.name === kept.name && cookie.value);
  note(
    "cookie-httponly",
    ours.every(({ attributes }) => "httponly" in attributes),
  );
  note(
    "cookie-secure",
    ours.every(({ attributes }) => "secure" in attributes),
  );
  const strict = ({ attributes }) => /^(strict|lax)$/i.test(attributes.samesite ?? "");
  note("cookie-samesite", ours.every(strict), ours[0]?.attributes.samesite ?? "none");
  note("also host-prefix", kept.name.startsWith("__Host-"));

  const browser = client("ada");
  const loginAnswer = await browser.login();
  browser.refresh = undefined;
  const old = browser.jar.for("/token").find(({ name }) => name === kept.name)?.value;
  note("cookie-sent-to-token", old !== undefined, `path ${ours[0]?.attributes.path}`);
  const oldOut = browser.jar.for("/logout").find(({ name }) => name === kept.name)?.value;
  note("cookie-sent-to-logout", oldOut !== undefined, `path ${ours[0]?.attributes.path}`);
  const renewal = await browser.renew();
  isGood("cookie-renews", renewal);
  note("body-holds-none", !good(renewal) || !("refreshToken" in (renewal.json ?? {})), short(renewal));
  if (good(renewal)) {
    const next = browser.jar.for("/token").find(({ name }) => name === kept.name)?.value;
    note("cookie-rotated", next !== old);
    const line = cookiesOf(renewal).find(({ name, value }) => name === kept.name && value);
    if (line) {
      note("cookie-httponly", "httponly" in line.attributes, "of /token");
      note("cookie-secure", "secure" in line.attributes, "of /token");
      note("cookie-samesite", strict(line), "of /token");
    }
  }
  const noStore = (answer) => /(^|[\s,])no-store([\s,;]|$)/i.test(answer.headers?.["cache-control"] ?? "");
  note(
    "login-not-stored",
    noStore(loginAnswer),
    loginAnswer.headers?.["cache-control"] ?? "no Cache-Control",
  );
  if (good(renewal))
    note("token-not-stored", noStore(renewal), renewal.headers?.["cache-control"] ?? "no Cache-Control");
  await browser.logout();
  const rest = browser.jar.all().filter(({ name, value }) => name === kept.name && value !== "");
  note("cookie-cleared", rest.length === 0, JSON.stringify(rest[0]));

  // Other origins: what the page of step 12 names, and a host that only ends like an allowed one.
  const allowed = [...new Set(source.match(/https?:\/\/[a-z0-9.-]+(:\d+)?/gi) ?? [])];
  const named = source.match(/[a-z0-9-]+\.(com|dev|io|org|net|app)\b/gi) ?? [];
  const tries = [
    ...[EVIL, ...allowed.map((origin) => `${origin}.evil.example`)].map((origin) => [
      "origin-closed",
      origin,
    ]),
    ...named.map((host) => ["origin-like-closed", `https://evil${host}`]),
  ];
  const person = client("grace");
  await person.login();
  for (const [fact, origin] of tries) {
    for (const [method, path] of [
      ["POST", "/login"],
      ["POST", "/token"],
      ["POST", "/logout"],
      ["GET", "/me"],
    ]) {
      const headers = { origin, "access-control-request-method": method };
      const flight = await person.app.ask("OPTIONS", path, { headers });
      const body =
        path === "/login" ? { username: "grace", password: "hopper" } : method === "POST" ? {} : undefined;
      const actual = await person.send(method, path, { body, headers: { origin } });
      for (const answer of [flight, actual]) {
        const opened = answer.headers?.["access-control-allow-origin"];
        const credentials = answer.headers?.["access-control-allow-credentials"] === "true";
        note(fact, !(credentials && (opened === origin || opened === "*")), `${opened} at ${path}`);
      }
    }
  }
}

async function powerCuts({ program, facts, note, isGood, isRefused }) {
  for (const kind of ["cut", "gentle"]) {
    const name = (fact) => (kind === "cut" ? fact : `gentle ${fact}`);
    const known = (fact) => (typeof facts[name(fact)] === "undefined" ? undefined : facts[name(fact)]);
    /** One world: `acts` are called in turn, each with a boot of its own; the last answer of each but the last is cut. */
    const world = async (acts) => {
      const place = settle(program.entry, { express: program.express });
      const before = new Set(filesBelow(place.folder));
      const env = secrets();
      const people = {};
      try {
        for (const [index, act] of acts.entries()) {
          const texts = written(place, before);
          let app;
          try {
            app = await boot(place, { env, clock: "moving", preloads: [power] });
          } catch (error) {
            note(name("boots-again"), false, `boot ${index + 1}: ${error.message.slice(0, 300)}`);
            return;
          }
          if (index > 0) {
            note(name("boots-again"), true);
            const now = written(place, before);
            const shrunk = Object.keys(texts).find(
              (file) => (now[file] ?? "").length < texts[file].length / 2,
            );
            note(name("boot-leaves-files"), !shrunk, shrunk);
          }
          for (const person of Object.values(people)) person.app = app;
          const last = kind === "cut" && index < acts.length - 1 ? { cut: true } : {};
          try {
            await act(people, app, last);
          } finally {
            if (kind === "gentle" && app.exit() === null) {
              await app.move(10 * SECOND);
              await new Promise((resolve) => setTimeout(resolve, 1_500));
              await app.end("SIGUSR2");
            } else if (last.cut) {
              const cut = await Promise.race([
                app.died.then(() => true),
                new Promise((r) => setTimeout(r, 1_500)),
              ]);
              if (!cut) note("cut-came", false, `boot ${index + 1}`);
              await app.end();
            } else await app.end();
          }
        }
      } finally {
        place.leave();
      }
    };
    const start = (people, app, key, who) => (people[key] = new Client(app, who));

    await world([
      async (people, app, last) => {
        await start(people, app, "ada", "ada").login();
        people.a1 = people.ada.copy();
        await people.ada.renew();
        await start(people, app, "grace", "grace").login();
        await start(people, app, "alan", "alan").login(last);
        people.graceMe = people.grace.copy();
      },
      async (people, app, last) => {
        const me = await people.graceMe.me();
        note(name("restart-access"), good(me) && me.json?.username === "grace", short(me));
        isGood(name("restart-login-lives"), await people.alan.renew());
        isGood(name("restart-older-lives"), await people.grace.renew());
        isGood(name("restart-renewed-lives"), await people.ada.renew());
        isRefused(name("restart-old-refused"), await people.a1.copy().renew());
        isRefused(name("restart-reuse-detected"), await people.ada.renew());
        isGood(name("restart-others-stay"), await people.grace.renew());
        await people.alan.renew(last);
      },
      async (people, app) => {
        isGood(name("third-renewal-lives"), await people.alan.renew());
        isGood(name("third-older-lives"), await people.grace.renew());
        await start(people, app, "new", "ada").login();
        isGood(name("third-login"), await people.new.renew());
        isRefused(name("third-ended"), await people.ada.renew());
      },
    ]);
    if (known("boots-again") !== true) return;
    await world([
      async (people, app, last) => {
        await start(people, app, "ada", "ada").login();
        await start(people, app, "grace", "grace").login();
        people.a1 = people.ada.copy();
        await people.ada.renew(last);
      },
      async (people) => {
        isRefused(name("rotated-away-refused"), await people.a1.copy().renew());
        isRefused(name("rotated-away-reuse"), await people.ada.renew());
        isGood(name("rotated-away-others"), await people.grace.renew());
      },
    ]);
    await world([
      async (people, app, last) => {
        await start(people, app, "grace", "grace").login();
        await start(people, app, "ada", "ada").login();
        people.gone = people.ada.copy();
        await people.ada.logout(last);
      },
      async (people) => {
        isRefused(name("logged-out-refused"), await people.gone.renew());
        isGood(name("logged-out-others"), await people.grace.renew());
      },
    ]);
    await world([
      async (people, app, last) => {
        await start(people, app, "grace", "grace").login();
        await start(people, app, "ada", "ada").login();
        people.a1 = people.ada.copy();
        await people.ada.renew();
        await people.a1.copy().renew(last);
      },
      async (people) => {
        isRefused(name("reused-refused"), await people.ada.renew());
        isGood(name("reused-others"), await people.grace.renew());
      },
    ]);
    // The gentle end tells only what was lost from what was late.
    const lost = Object.entries(facts).some(
      ([fact, value]) => /^(restart|third|rotated-away|logged|reused)/.test(fact) && value !== true,
    );
    if (!lost) return;
  }
}
