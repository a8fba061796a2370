/** What is so of a learner program of steps 8 to 10: each fact true, false (with why), or null where it could not be asked. */

import { createHash, createHmac } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { boot, DAY, HOUR, MINUTE, SECOND, secrets, settle } from "./boot.mjs";
import { good, Person, refused } from "./client.mjs";

const lookInside = fileURLToPath(new URL("look-inside.cjs", import.meta.url));
const base64url = (value) => Buffer.from(value).toString("base64url");

/** A character changed at a place; never the last one of a token, since base64 leaves bits over there. */
function changed(token, at) {
  const old = token[at];
  const flip = /[0-9]/.test(old)
    ? old === "7"
      ? "3"
      : "7"
    : /[a-f]/.test(old)
      ? old === "c"
        ? "d"
        : "c"
      : "";
  const other = flip || (/[a-z]/.test(old) ? (old === "k" ? "m" : "k") : old === "K" ? "M" : "K");
  return token.slice(0, at) + other + token.slice(at + 1);
}
const places = (token) =>
  [1, Math.floor(token.length / 2), token.length - 4].map((at) => (".:-".includes(token[at]) ? at - 1 : at));

/** A token of the same shape that was never given out: every letter and digit becomes another one. */
function stranger(token) {
  const draw = (letters) => letters[Math.floor(Math.random() * letters.length)];
  const hex = /^[0-9a-f.:-]+$/.test(token);
  return token.replace(/[A-Za-z0-9]/g, () =>
    draw(hex ? "0123456789abcdef" : "abcdefghijkmnpqrstuvwxyzABCDEFGHKLMN23456789"),
  );
}

function filesOf(folder) {
  return readdirSync(folder).flatMap((name) => {
    if (name === "node_modules") return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : [path];
  });
}

/** Everything that the program holds: strings of the heap, Buffers (as hex) and what it wrote. */
async function look(app, probe, folder) {
  for (const end of ["done", "heap", "buffers"]) rmSync(`${probe}.${end}`, { force: true });
  process.kill(app.pid, "SIGUSR2");
  const until = Date.now() + 60_000;
  while (!existsSync(`${probe}.done`)) {
    if (app.exit() || Date.now() > until) throw new Error("nothing to look at");
    await wait(20);
  }
  return {
    strings: new Set(JSON.parse(readFileSync(`${probe}.heap`, "utf8")).strings),
    buffers: new Set(JSON.parse(readFileSync(`${probe}.buffers`, "utf8"))),
    files: filesOf(folder).map((file) => readFileSync(file, "latin1")),
  };
}

const minus = (all, old) => [...all].filter((one) => !old.has(one));

/**
 * @param options.everything asks also what costs most: what the store holds, and whether tokens can be guessed
 * @returns facts: { [name]: { holds: true | false | null, why } }
 */
export async function factsOf(program, { everything = true } = {}) {
  const { entry, step, express } = program;
  const facts = {};
  const seen = { fives: [], hangs: [], unparsed: [] };
  const env = secrets();
  const place = settle(entry, { express });
  const probeFolder = mkdtempSync(join(tmpdir(), "look-"));
  const probe = join(probeFolder, "inside");
  let app;
  let output = "";
  let crashed = null;

  const start = async () => {
    app = await boot(place, { env: { ...env, LOOK_INSIDE: probe }, clock: "moving", preloads: [lookInside] });
  };
  const alive = async () => {
    if (!app.exit()) return;
    crashed ??= app.output();
    output += app.output();
    await start();
  };
  const note = (what, answer) => {
    if (answer.status >= 500) seen.fives.push(`${what} ${answer.status}`);
    if (answer.error) seen.hangs.push(`${what} ${answer.error}`);
  };
  const person = (name) => new Person(name, () => app, note);
  const three = async (...names) => {
    await alive();
    const people = names.map(person);
    for (const one of people) await one.login();
    return people;
  };
  /** `ask` returns undefined where the fact holds, null where it cannot be told, or why not. */
  const fact = async (name, ask) => {
    await alive();
    try {
      const why = await ask();
      facts[name] =
        why === undefined ? { holds: true } : why === null ? { holds: null } : { holds: false, why };
    } catch (error) {
      facts[name] = { holds: false, why: `${error.message}` };
    }
  };
  const holds = (name) => facts[name]?.holds === true;
  const say = (answer) => answer.error ?? `${answer.status} ${answer.text?.slice(0, 120)}`;

  try {
    await start();

    await fact("login", async () => {
      const [ada] = await three("ada");
      if (!ada.accessToken || !ada.refreshToken) return `tokens missing: ${say(await ada.login())}`;
    });

    await fact("renews", async () => {
      if (!holds("login")) return null;
      const [ada] = await three("ada");
      const answer = await ada.renew();
      if (!good(answer)) return say(answer);
      if (!answer.json?.accessToken) return `no access token: ${say(answer)}`;
    });

    await fact("differ", async () => {
      if (!holds("login")) return null;
      await alive();
      const people = [person("ada"), person("grace")];
      const tokens = [];
      for (let index = 0; index < 12; index++) {
        const one = people[index % 2];
        await one.login();
        tokens.push(one.refreshToken);
      }
      if (new Set(tokens).size < 12) return `${new Set(tokens).size} of 12`;
    });

    await fact("unknown", async () => {
      if (!holds("login")) return null;
      const [ada] = await three("ada");
      const answer = await ada.renew(stranger(ada.refreshToken));
      if (!refused(answer)) return say(answer);
    });

    await fact("tampered", async () => {
      if (!holds("login")) return null;
      for (const index of [0, 1, 2]) {
        const [ada] = await three("ada");
        const answer = await ada.renew(changed(ada.refreshToken, places(ada.refreshToken)[index]));
        if (!refused(answer)) return `changed at ${index}: ${say(answer)}`;
      }
      const [ada] = await three("ada");
      const half = await ada.renew(ada.refreshToken.slice(0, Math.floor(ada.refreshToken.length / 2)));
      if (!refused(half)) return `prefix: ${say(half)}`;
    });

    await fact("me", async () => {
      if (!holds("login")) return null;
      const [ada, grace] = await three("ada", "grace");
      for (const one of [ada, grace, ada]) {
        const answer = await one.me();
        if (!good(answer) || answer.json?.username !== one.name) return `${one.name}: ${say(answer)}`;
      }
    });

    await fact("meRenewed", async () => {
      if (!holds("renews") || !holds("me")) return null;
      const [ada, grace] = await three("ada", "grace");
      for (const one of [ada, grace]) {
        await one.renew();
        const answer = await one.me();
        if (!good(answer) || answer.json?.username !== one.name) return `${one.name}: ${say(answer)}`;
      }
    });

    await fact("meRefuses", async () => {
      if (!holds("login")) return null;
      const [ada] = await three("ada");
      const tries = {
        "no header": await ada.send("GET", "/me"),
        "no token": await ada.send("GET", "/me", { headers: { authorization: "Bearer" } }),
        garbage: await ada.me("garbage"),
        "refresh token": await ada.me(ada.refreshToken),
      };
      for (const [name, answer] of Object.entries(tries)) {
        if (![401, 403].includes(answer.status)) return `${name}: ${say(answer)}`;
      }
    });

    await fact("unforgeable", async () => {
      if (!holds("me")) return null;
      const [ada] = await three("ada");
      const parts = ada.accessToken.split(".");
      const forged = [changed(ada.accessToken, Math.floor(ada.accessToken.length / 2))];
      if (parts.length === 3) {
        const payload = Buffer.from(parts[1], "base64url").toString().replaceAll("ada", "alan");
        forged.push(`${parts[0]}.${base64url(payload)}.${parts[2]}`);
        for (const alg of ["none", "None", "NONE", "nOnE"]) {
          forged.push(`${base64url(JSON.stringify({ alg, typ: "JWT" }))}.${base64url(payload)}.`);
        }
        forged.push(`${parts[0]}.${base64url(payload)}.`, `${parts[0]}.${base64url(payload)}`);
      }
      for (const token of forged) {
        const answer = await ada.me(token);
        if (![401, 403].includes(answer.status)) return say(answer);
      }
    });

    await fact("keySecret", async () => {
      if (!holds("me")) return null;
      const [ada] = await three("ada");
      const parts = ada.accessToken.split(".");
      if (parts.length !== 3) return undefined;
      const text = filesOf(place.folder)
        .map((file) => readFileSync(file, "utf8"))
        .join("\n");
      const words = [...text.matchAll(/(["'`])((?:(?!\1).)*)\1/g)].map((match) => match[2]);
      for (const word of [
        ...words,
        "",
        "undefined",
        "secret",
        "your-256-bit-secret",
        "changeme",
        "password",
        "jwt_secret",
      ]) {
        const { alg } = JSON.parse(Buffer.from(parts[0], "base64url"));
        if (!alg.startsWith("HS")) return undefined;
        for (const key of [word, Buffer.from(word, "hex"), Buffer.from(word, "base64")]) {
          const mac = createHmac(`sha${alg.slice(2)}`, key)
            .update(`${parts[0]}.${parts[1]}`)
            .digest("base64url");
          if (mac === parts[2]) return `the key is ${JSON.stringify(word)}`;
        }
      }
    });

    await fact("logout204", async () => {
      if (!holds("login")) return null;
      const [ada] = await three("ada");
      const answer = await ada.logout();
      if (answer.status !== 204) return say(answer);
    });

    await fact("logoutEnds", async () => {
      if (!holds("renews")) return null;
      const [ada] = await three("ada");
      await ada.logout();
      const answer = await ada.renew();
      if (!refused(answer)) return say(answer);
    });

    await fact("othersStay", async () => {
      if (!holds("renews")) return null;
      const [ada, grace, alan] = await three("ada", "grace", "alan");
      await grace.logout();
      for (const one of [ada, alan]) {
        const answer = await one.renew();
        if (!good(answer)) return `${one.name}: ${say(answer)}`;
      }
      const [again, hopper] = await three("ada", "grace");
      await again.logout(stranger(again.refreshToken));
      for (const one of [again, hopper]) {
        const answer = await one.renew();
        if (!good(answer)) return `${one.name} after an unknown token was logged out: ${say(answer)}`;
      }
    });

    await fact("wholeToken", async () => {
      if (!holds("renews")) return null;
      const ada = person("ada");
      const twin = person("ada");
      await ada.login();
      await twin.login();
      const late = await ada.renew(changed(twin.refreshToken, places(twin.refreshToken)[2]));
      if (!refused(late)) return `changed late: ${say(late)}`;
      await ada.login();
      await twin.login();
      await twin.logout();
      const ended = await twin.renew();
      if (!refused(ended)) return `the second login lives after its logout: ${say(ended)}`;
      // Where two logins of one person are good at a time, the logout of one leaves the other.
      const [phone] = await three("ada", "ada");
      if (!good(await phone.renew())) return undefined;
      const [first, second] = await three("ada", "ada");
      await second.logout();
      const other = await first.renew();
      if (!good(other)) return `the first login ended with the second: ${say(other)}`;
    });

    if (step >= 9) {
      await fact("rotationNew", async () => {
        if (!holds("renews")) return null;
        const [ada] = await three("ada");
        const first = ada.refreshToken;
        const got = ada.tokenOf(await ada.renew(first));
        if (!got) return "none";
        if (got === first) return "the same";
      });
      await fact("rotationNewWorks", async () => {
        if (!holds("rotationNew")) return null;
        const [ada] = await three("ada");
        for (const time of [1, 2, 3]) {
          const answer = await ada.renew();
          if (!good(answer)) return `time ${time}: ${say(answer)}`;
        }
      });
      await fact("rotationOldRefused", async () => {
        if (!holds("rotationNew")) return null;
        const [ada] = await three("ada");
        const first = ada.refreshToken;
        await ada.renew();
        const answer = await ada.renew(first);
        if (!refused(answer)) return say(answer);
      });
      await fact("rotationOthersStay", async () => {
        if (!holds("rotationNew")) return null;
        const [ada, grace, alan] = await three("ada", "grace", "alan");
        await grace.renew();
        await grace.renew();
        for (const one of [ada, alan]) {
          const answer = await one.renew();
          if (!good(answer)) return `${one.name}: ${say(answer)}`;
        }
        // One's own other login, where it is good after a second login at all.
        const [phone, laptop] = await three("alan", "alan");
        if (!good(await phone.renew())) return undefined;
        const [tablet, desk] = await three("ada", "ada");
        await desk.renew();
        const answer = await tablet.renew();
        if (!good(answer)) return `an own other login: ${say(answer)}`;
        await laptop.logout();
      });
      await fact("rotationRefusalHarmless", async () => {
        if (!holds("rotationNew")) return null;
        const tries = [(token) => stranger(token)];
        if (step === 9) {
          for (const index of [0, 1, 2]) tries.push((token) => changed(token, places(token)[index]));
        }
        for (const [index, change] of tries.entries()) {
          const [ada, grace] = await three("ada", "grace");
          await ada.renew(change(grace.refreshToken));
          for (const one of [ada, grace]) {
            const answer = await one.renew();
            if (!good(answer)) return `try ${index}, ${one.name}: ${say(answer)}`;
          }
        }
      });
      await fact("rotationLogout", async () => {
        if (!holds("rotationNewWorks")) return null;
        const [ada] = await three("ada");
        await ada.renew();
        await ada.renew();
        const answer = await ada.logout();
        if (answer.status !== 204) return say(answer);
        const ended = await ada.renew();
        if (!refused(ended)) return say(ended);
      });
    }

    if (step >= 10) {
      const replay = (which) => async () => {
        if (!holds("rotationNewWorks")) return null;
        const [ada] = await three("ada");
        const old = [ada.refreshToken];
        await ada.renew();
        old.push(ada.refreshToken);
        await ada.renew();
        const thief = await ada.renew(old[which]);
        if (!refused(thief)) return `the old one: ${say(thief)}`;
        const answer = await ada.renew();
        if (!refused(answer)) return `the newest after it: ${say(answer)}`;
      };
      await fact("reuseFirst", replay(0));
      await fact("reuseSecond", replay(1));
      await fact("reuseSparesOthers", async () => {
        if (!holds("rotationNewWorks")) return null;
        const [ada, grace, alan] = await three("ada", "grace", "alan");
        const first = grace.refreshToken;
        await grace.renew();
        await grace.renew();
        await grace.renew(first);
        for (const one of [ada, alan]) {
          const answer = await one.renew();
          if (!good(answer)) return `${one.name}: ${say(answer)}`;
        }
      });
      await fact("reuseSparesOwnOthers", async () => {
        if (!holds("rotationNewWorks")) return null;
        const [phone, laptop] = await three("ada", "ada");
        if (!good(await phone.renew())) return null;
        const first = laptop.refreshToken;
        await laptop.renew();
        await laptop.renew(first);
        const answer = await phone.renew();
        if (!good(answer)) return say(answer);
      });
      await fact("unknownHarmless", async () => {
        if (!holds("renews")) return null;
        const [ada, grace, alan] = await three("ada", "grace", "alan");
        await ada.renew(stranger(grace.refreshToken));
        await ada.renew("nothing-like-a-token");
        for (const one of [ada, grace, alan]) {
          const answer = await one.renew();
          if (!good(answer)) return `${one.name}: ${say(answer)}`;
        }
      });
      await fact("logoutTwiceHarmless", async () => {
        if (!holds("rotationNewWorks")) return null;
        const [gone, ada, grace] = await three("ada", "ada", "grace");
        const ownIsGood = good(await gone.renew());
        if (ownIsGood) {
          await gone.logout();
          await gone.logout();
          for (const one of [ada, grace]) {
            const answer = await one.renew();
            if (!good(answer)) return `${one.name}: ${say(answer)}`;
          }
        }
        const first = person("ada");
        await first.login();
        await first.logout();
        const later = person("ada");
        await later.login();
        await first.logout();
        const answer = await later.renew();
        if (!good(answer)) return `a later login: ${say(answer)}`;
      });
      await fact("raceOneLives", async () => {
        if (!holds("rotationNewWorks")) return null;
        for (const time of [1, 2, 3, 4]) {
          const [ada] = await three("ada");
          const answers = await ada.race();
          const bad = answers.find(({ status }) => !(status < 500));
          if (bad) return `time ${time}: ${say(bad)}`;
          const tokens = new Set(answers.filter(good).map((answer) => ada.tokenOf(answer)));
          let live = 0;
          for (const token of tokens) if (good(await ada.renew(token))) live++;
          if (live > 1) return `time ${time}: ${live} of ${tokens.size} live`;
        }
      });
    }

    if (everything) await thief();

    // The clock moves last.
    await fact("accessLasts", async () => {
      if (!holds("me")) return null;
      const [ada] = await three("ada");
      await app.move(50 * SECOND);
      const answer = await ada.me();
      if (!good(answer)) return say(answer);
    });
    await fact("accessEnds", async () => {
      if (!holds("me")) return null;
      const [ada] = await three("ada");
      await app.move(61 * MINUTE);
      const answer = await ada.me();
      if (![401, 403].includes(answer.status)) return say(answer);
      if (!holds("renews") || !holds("meRenewed")) return undefined;
      await ada.renew();
      const again = await ada.me();
      if (!good(again)) return `after a renewal: ${say(again)}`;
    });
    await fact("refreshLasts", async () => {
      if (!holds("renews")) return null;
      const [ada] = await three("ada");
      await app.move(23 * HOUR);
      const answer = await ada.renew();
      if (!good(answer)) return say(answer);
    });
    await fact("refreshEnds", async () => {
      if (!holds("renews")) return null;
      const [ada] = await three("ada");
      await app.move(32 * DAY);
      const answer = await ada.renew();
      if (!refused(answer)) return say(answer);
    });
    if (step >= 9) {
      await fact("rotatedEnds", async () => {
        if (!holds("rotationNewWorks")) return null;
        const [ada] = await three("ada");
        await app.move(2 * HOUR);
        const renewed = await ada.renew();
        if (!good(renewed)) return `after two hours: ${say(renewed)}`;
        await app.move(32 * DAY);
        const answer = await ada.renew();
        if (!refused(answer)) return say(answer);
      });
    }
    await alive();
    output += app.output();
    await app.end();

    if (everything) await guess("unguessable");

    // The thief's copy: of a fresh boot, so that what is new is what the logins left.
    async function thief() {
      await app.end();
      output += app.output();
      await start();
      await fact("storePlain", async () => {
        if (!holds("login")) return null;
        const before = await look(app, probe, place.folder);
        const people = await three("ada", "grace");
        if (holds("renews")) await people[1].renew();
        await wait(50);
        const inside = await look(app, probe, place.folder);
        const strings = minus(inside.strings, before.strings);
        const buffers = minus(inside.buffers, before.buffers).map((hex) => Buffer.from(hex, "hex"));
        const texts = [...strings, ...buffers.map((bytes) => bytes.toString("latin1")), ...inside.files];
        const inUse = people.map(({ refreshToken }) => refreshToken);
        // A snapshot tells a long string in pieces, as V8 put it together: twenty characters in a row are enough.
        const pieces = inUse.flatMap((token) => [token.slice(-20), token.slice(-40, -20)]);
        const plain = texts.find((text) => pieces.some((piece) => text.includes(piece)));

        const encoded = inUse.flatMap((token) => [
          Buffer.from(token).toString("base64").replace(/=+$/, ""),
          base64url(token),
          Buffer.from(token).toString("hex"),
          ...(/^[0-9a-f]+$/.test(token)
            ? [Buffer.from(token, "hex").toString("base64").replace(/=+$/, "")]
            : []),
          ...(token.includes(":") ? [encodeURIComponent(token)] : []),
          ...(/^[\w-]{32,}$/.test(token) ? [Buffer.from(token, "base64url").toString("hex")] : []),
        ]);
        const raw = inUse.flatMap((token) => [Buffer.from(token, "hex"), Buffer.from(token, "base64url")]);
        const code =
          texts.find((text) => encoded.some((token) => text.includes(token))) ??
          buffers.find((bytes) => raw.some((one) => one.length >= 16 && bytes.equals(one)));

        const halves = inUse.some((token) => {
          const [a, b] = [token.slice(0, token.length / 2), token.slice(token.length / 2)];
          const parts = token.split(/[.:]/).filter((part) => part.length >= 16);
          return (
            [a, b].every((half) => strings.includes(half)) ||
            (parts.length > 1 && parts.every((part) => strings.includes(part)))
          );
        });

        const accepted = [];
        const values = strings.filter((text) => /^[\w+/=.:$-]{16,512}$/.test(text));
        for (const file of inside.files) {
          for (const [word] of file.matchAll(/[\w+/=.:$-]{16,512}/g))
            if (!before.files.join().includes(word)) values.push(word);
        }
        for (const bytes of buffers)
          values.push(bytes.toString("hex"), bytes.toString("base64"), bytes.toString("base64url"));
        for (const value of new Set(values)) {
          if (inUse.includes(value) || accepted.length > 0) continue;
          const answer = await people[0].send("POST", "/token", people[0].carry(value));
          if (good(answer)) accepted.push(value);
        }

        const digests = inUse.flatMap((token) =>
          ["md5", "sha1", "sha256", "sha512", "sha3-256"].flatMap((name) => {
            const digest = createHash(name).update(token).digest();
            return [digest.toString("hex"), digest.toString("base64"), digest.toString("base64url")];
          }),
        );
        const cut = strings.find(
          (text) =>
            text.length >= 6 && text.length <= 20 && digests.some((digest) => digest.startsWith(text)),
        );
        facts.storeEncoded = code ? { holds: false, why: `${code}`.slice(0, 90) } : { holds: true };
        facts.storeHalves = halves && !plain ? { holds: false, why: "in two fields" } : { holds: true };
        facts.storedAccepted = accepted.length > 0 ? { holds: false, why: accepted[0] } : { holds: true };
        facts.digestWhole = cut ? { holds: false, why: cut } : { holds: true };
        if (plain !== undefined) return plain.slice(0, 90);
      });
    }

    async function guess(name) {
      if (!holds("login")) return void (facts[name] = { holds: null });
      const told = [];
      for (const time of [1, 2]) {
        const again = await boot(place, {
          env: secrets(),
          clock: "standing",
          at: Date.UTC(2026, 0, 2, 3, 4, 5, time - time),
          seed: 7,
        });
        const people = ["ada", "grace", "ada", "grace"].map((who) => new Person(who, () => again));
        for (const one of people) await one.login();
        told.push(people.map(({ refreshToken }) => refreshToken));
        await again.end();
      }
      const common = told[0].find((token) => told[1].includes(token));
      facts[name] = common ? { holds: false, why: common } : { holds: true };
    }

    const doubled = /ERR_HTTP_HEADERS_SENT|Cannot set headers after/.test(output);
    facts.oneAnswer = doubled ? { holds: false, why: "answered twice" } : { holds: true };
    facts.no5xx = seen.fives.length > 0 ? { holds: false, why: seen.fives[0] } : { holds: true };
    facts.answers = seen.hangs.length > 0 ? { holds: false, why: seen.hangs[0] } : { holds: true };
    facts.livesOn = crashed === null ? { holds: true } : { holds: false, why: crashed.slice(-200) };
    return facts;
  } finally {
    await app?.end();
    place.leave();
    rmSync(probeFolder, { recursive: true, force: true });
  }
}
