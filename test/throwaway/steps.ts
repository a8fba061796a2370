/**
 * A throwaway course of seven steps, made with what the author of a course has: a cloakroom that hands out tickets. Each
 * step needs another power of the tutor's.
 */

import { readSetCookie } from "../../src/check/cookies.ts";
import type { Evidence, Mistake } from "../../src/check/diagnosis/mistake.ts";
import { answerCheck, success } from "../../src/check/judge/answers.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf, jsonOf } from "../../src/check/judge/read-transcript.ts";
import { post } from "../../src/check/requests.ts";
import type { Person, Scenario, World } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import type { Exchange, Place, Transcript } from "../../src/check/transcript.ts";
import { isRecord } from "../../src/base/shape.ts";
import { allGood, allRefused, isGood } from "../../src/course/sessions.ts";
import { failing, moving, standing, usual } from "../../src/course/worlds.ts";

const DAY = 86_400_000;

type Parts = Pick<Step, "scenarios" | "checks" | "mistakes"> & Partial<Pick<Step, "experiments">>;

function step(number: number, name: string, parts: Parts): Step {
  return {
    number,
    name,
    part: "two",
    title: name,
    learned: "",
    experiments: [],
    afterthoughts: [],
    advice: [],
    trial: [],
    ...parts,
  };
}

/** A mistake that explains the failure of one check. `shows`: whether the evidence does; or the place that it points at. */
function mistake(id: string, check: string, shows: (evidence: Evidence) => boolean | Place): Mistake {
  return {
    id,
    find(evidence) {
      const shown = evidence.failure.check.id === check && shows(evidence);
      if (shown === false) return null;
      return { title: id, why: id, fix: id, place: shown === true ? null : shown };
    },
  };
}

/** A member of an answer's JSON; "" where it is no text. */
function textIn(exchange: Exchange | null, member: string): string {
  const json = exchange?.response && jsonOf(exchange.response);
  const value = isRecord(json) ? json[member] : "";
  return typeof value === "string" ? value : "";
}

/** Somebody hands in a coat. Gives back the ticket. */
async function handIn(person: Person, label: string, coat: string): Promise<string> {
  return textIn(await person.send(label, post("/coats", { coat })), "ticket");
}

/** Somebody wants the coat that a ticket was given for. */
function fetchCoat(person: Person, label: string, ticket: string): Promise<Exchange | null> {
  return person.send(label, post("/coats/back", { ticket }));
}

const twoCoats: Scenario = {
  name: "two coats",
  world: usual,
  async act({ ada, grace }) {
    const ticket = await handIn(ada, "ada-hands-in", "red");
    await handIn(grace, "grace-hands-in", "blue");
    await fetchCoat(ada, "ada-fetches", ticket);
    await fetchCoat(ada, "ada-fetches-again", ticket);
  },
};

/** A token from an answer is used in a later request. */
const ticket = step(1, "ticket", {
  scenarios: [twoCoats],
  checks: [
    answerCheck("own-coat", "The ticket brings one's own coat", "ada-fetches", success({ coat: "red" })),
    allRefused("once", "A ticket is good once", ["ada-fetches-again"]),
  ],
  mistakes: [
    mistake("gives-last-coat", "own-coat", ({ exchange }) => textIn(exchange, "coat") === "blue"),
    mistake("ticket-forgotten", "own-coat", ({ exchange }) => exchange?.response?.status === 403),
    mistake("ticket-good-twice", "once", () => true),
  ],
});

const TURNS = [1, 2];
const AT_ONCE = 10;

function crowd(turn: number): Scenario {
  return {
    name: `crowd ${turn}`,
    world: usual,
    async act({ ada }) {
      await ada.login();
      await ada.renewAtOnce(`door-${turn}`, AT_ONCE, turn === 1);
    },
  };
}

/** How many of each ten got in. */
function gotIn({ exchanges }: Transcript): number[] {
  return TURNS.map((turn) => {
    const answers = exchanges.filter(({ label }) => label.startsWith(`door-${turn}-`));
    return answers.length === AT_ONCE ? answers.filter(isGood).length : -1;
  });
}

/** Ten requests in one moment. */
const moment = step(2, "moment", {
  scenarios: TURNS.map(crowd),
  checks: [
    {
      id: "one-gets-in",
      title: "Of ten with one ticket, one gets in",
      exchange: "door-1-1",
      judge(transcript) {
        const counts = gotIn(transcript);
        if (counts.includes(-1)) return skipped;
        return counts.every((count) => count === 1) ? passed : failed("1 and 1", counts.join(" and "));
      },
    },
  ],
  mistakes: [
    mistake("asks-then-waits", "one-gets-in", ({ transcript }) =>
      gotIn(transcript).some((count) => count > 1),
    ),
    mistake("nobody-gets-in", "one-gets-in", ({ transcript }) => gotIn(transcript).includes(0)),
  ],
});

const visits: Scenario = {
  name: "visits",
  world: usual,
  async act({ ada, mallory }) {
    await ada.login("first-visit");
    const stolen = ada.credential();
    await ada.renew("second-visit");
    await ada.renew("third-visit");
    await mallory.renew("stolen-visit", stolen);
  },
};

/** The cookie that the first visit brought, as a browser reads it. */
function firstCookie({ transcript }: Evidence): ReturnType<typeof readSetCookie> | null {
  const [line] = exchangeOf(transcript, "first-visit")?.response?.setCookies ?? [];
  return line === undefined ? null : readSetCookie(line, "/login", Date.now());
}

/** A jar of cookies. */
const jar = step(3, "jar", {
  scenarios: [visits],
  checks: [
    allGood("comes-again", "The cookie opens the door again", ["second-visit", "third-visit"]),
    allRefused("changes", "Each visit brings another cookie", ["stolen-visit"]),
  ],
  mistakes: [
    mistake("no-cookie", "comes-again", (evidence) => firstCookie(evidence) === null),
    mistake("cookie-dropped", "comes-again", (evidence) => "dropped" in (firstCookie(evidence) ?? {})),
    mistake(
      "cookie-misses-path",
      "comes-again",
      ({ exchange }) => exchange !== null && !("cookie" in exchange.request.headers),
    ),
    mistake("cookie-stays", "changes", () => true),
  ],
});

const month: Scenario = {
  name: "a month",
  world: moving,
  async act({ ada, grace, clock }) {
    const [first, second] = [
      await handIn(ada, "ada-hands-in", "red"),
      await handIn(grace, "grace-hands-in", "blue"),
    ];
    await clock.move(29 * DAY);
    await fetchCoat(ada, "after-29-days", first);
    await clock.move(3 * DAY);
    await fetchCoat(grace, "after-32-days", second);
  },
};

/** A clock that is moved by 32 days, past sweeps and long timers. */
const sale = step(4, "sale", {
  scenarios: [month],
  checks: [
    allGood("kept-for-a-month", "A coat is kept for 30 days", ["after-29-days"]),
    allRefused("sold-after-it", "Then it is sold", ["after-32-days"]),
  ],
  mistakes: [
    mistake("timer-too-long", "kept-for-a-month", ({ transcript }) =>
      transcript.exchanges.some(({ events }) =>
        events.some((event) => event.kind === "warned" && event.name === "TimeoutOverflowWarning"),
      ),
    ),
    mistake("never-sold", "sold-after-it", ({ exchange }) => isGood(exchange)),
  ],
});

/** Somebody hands in a coat in a world of its own. */
function firstCoat(label: string, world: World): Scenario {
  return {
    name: label,
    world: { ...world, name: label },
    async act({ ada }) {
      await handIn(ada, label, "red");
    },
  };
}

/** Whether a boot gave the ticket that the first one gave: what is told alike in both can be guessed. */
function repeatsFirst(transcript: Transcript, other: Transcript | null, label: string): boolean {
  const [first, again] = [
    textIn(exchangeOf(transcript, "first-boot"), "ticket"),
    other && textIn(exchangeOf(other, label), "ticket"),
  ];
  return first !== "" && first === again;
}

/** Whether the clock alone gave that ticket again, and whether Math.random alone did. */
function repeatedBy({ transcript, experiment }: Evidence): { clock: boolean; chance: boolean } {
  return {
    clock: repeatsFirst(transcript, experiment, "clock-alone"),
    chance: repeatsFirst(transcript, experiment, "chance-alone"),
  };
}

/**
 * Two boots that begin under a standing clock, with chances that repeat themselves. Each experiment is compared with the first
 * of them, not with another: two boots that run side by side under a real clock may ask it in the same millisecond.
 */
const guess = step(5, "guess", {
  scenarios: ["first-boot", "second-boot"].map((label) => ({ ...firstCoat(label, moving), known: true })),
  experiments: [
    {
      explains: ({ check }) => check.id === "not-to-be-guessed",
      scenarios: [
        firstCoat("clock-alone", { ...standing("clock"), random: "real" }),
        firstCoat("chance-alone", { ...standing("chance"), clock: "real" }),
      ],
    },
  ],
  checks: [
    {
      id: "not-to-be-guessed",
      title: "Nobody can guess a ticket",
      exchange: "first-boot",
      judge: (transcript) =>
        repeatsFirst(transcript, transcript, "second-boot")
          ? failed("another ticket at each boot", "the same one")
          : passed,
    },
  ],
  mistakes: [
    mistake("ticket-counted", "not-to-be-guessed", (evidence) => {
      const by = repeatedBy(evidence);
      return by.clock && by.chance;
    }),
    mistake("ticket-from-clock", "not-to-be-guessed", (evidence) => repeatedBy(evidence).clock),
    mistake("ticket-from-chance", "not-to-be-guessed", (evidence) => repeatedBy(evidence).chance),
  ],
});

const cuts: Scenario = {
  name: "two cuts",
  world: failing,
  async act({ ada, grace, power }) {
    await grace.login("grace-comes");
    await power.cut(() => ada.login("ada-comes"));
    await power.restore();
    await grace.renew("grace-after-cut");
    await ada.renew("ada-after-cut");
    await power.cut(() => ada.renew("ada-cut-again"));
    await power.restore();
    await grace.renew("grace-after-second-cut");
    await ada.renew("ada-after-second-cut");
  },
};

/** The app is stopped gently: with time for whatever it has begun. */
const gentle: Scenario = {
  name: "a gentle end",
  world: { ...failing, name: "gentle" },
  async act({ ada, power }) {
    await ada.login("ada-before-end");
    await power.end();
    await power.restore();
    await ada.renew("ada-after-end");
  },
};

const bootsAgain: Check = {
  id: "boots-again",
  title: "It comes up again, twice",
  exchange: null,
  judge({ moves }) {
    const boots = moves.flatMap((move) => (move.kind === "boot" ? [move.boot.outcome] : []));
    return boots.every((outcome) => outcome === "up") ? passed : failed("up, up", boots.join(", "));
  },
};

const everybodyIsKnown = allGood("everybody-is-known", "Whoever was let in is known after the cuts", [
  "grace-after-cut",
  "ada-after-cut",
  "grace-after-second-cut",
  "ada-after-second-cut",
]);

/** Two cuts of the power, each with a boot after it. */
const power = step(6, "power", {
  scenarios: [cuts],
  experiments: [{ explains: ({ check }) => check === everybodyIsKnown, scenarios: [gentle] }],
  checks: [bootsAgain, everybodyIsKnown],
  mistakes: [
    mistake("second-boot-crashes", "boots-again", () => true),
    mistake(
      "written-late",
      "everybody-is-known",
      ({ experiment }) => experiment !== null && isGood(exchangeOf(experiment, "ada-after-end")),
    ),
    mistake("never-written", "everybody-is-known", () => true),
  ],
});

const books: Scenario = {
  name: "the books",
  world: usual,
  async act({ ada, grace, loot, discover }) {
    await ada.login("ada-comes");
    await grace.login("grace-comes");
    for (const { name, refreshToken } of [ada, grace]) {
      const found = (await loot()).find(({ text, place }) => place && text.includes(refreshToken ?? "-"));
      if (found) discover({ kind: "token", form: "plain", person: name, ...found });
    }
  },
};

function placeFound({ discoveries }: Transcript): Place | null {
  return discoveries.flatMap((one) => (one.kind === "token" ? [one.place] : []))[0] ?? null;
}

/** Files that the app writes, and those that lie beside it. */
const files = step(7, "files", {
  scenarios: [books],
  // Whoever tries this is told by the general rule which older file it was.
  experiments: [
    {
      explains: ({ check }, { boot }) => check.id === "app-starts" && boot.outcome === "crashed",
      scenarios: [
        {
          name: "without older files",
          world: { ...usual, name: "without older files", place: "copy without data" },
          act: () => Promise.resolve(),
        },
      ],
    },
  ],
  checks: [
    allGood("lets-in", "Everybody is let in", ["ada-comes", "grace-comes"]),
    {
      id: "books-open-nothing",
      title: "No ticket stands in a file",
      exchange: "ada-comes",
      judge: (transcript) =>
        placeFound(transcript) ? failed("no ticket in a file", "a ticket in a file") : passed,
    },
  ],
  mistakes: [
    mistake("ticket-in-file", "books-open-nothing", ({ transcript }) => placeFound(transcript) ?? false),
  ],
});

export const steps: readonly Step[] = [ticket, moment, jar, sale, guess, power, files];
