/** Step 1, login: what is sent and what must hold. */

import { post } from "../../src/check/requests.ts";
import type { Cast, Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import { missingJsonParser } from "./mistakes/missing-json-parser.ts";
import { inFolder } from "../../src/course/worlds.ts";
import { answerCheck, success } from "../../src/check/judge/answers.ts";
import { emptyBodyCrash, emptyBodyHangs } from "../../src/check/diagnosis/advice/empty-body.ts";
import { neverListens } from "../../src/check/diagnosis/advice/never-listens.ts";
import { throwsAfterAnswer } from "../../src/check/diagnosis/advice/throws-after-answer.ts";

/** Ada logs in. The course does not look at the name or the password, but many apps do. */
export const loginRequest = post("/login", { username: "ada", password: "lovelace" });

export async function logIn({ ada }: Cast, label = "login"): Promise<void> {
  await ada.send(label, loginRequest, { changesStore: true });
}

/** Played after a pass: a login without a body. */
export const loginEmpty: Scenario = {
  name: "login without a body",
  world: inFolder,
  act: async ({ ada }) => void (await ada.send("login-empty", post("/login"))),
};

export const step: Step = {
  number: 1,
  name: "login",
  part: "one",
  title: "Express app and login route",
  learned:
    "Your login gives out two tokens: an access token that lets the client read data, and a refresh token that gets the next one.",
  scenarios: [{ name: "login", world: inFolder, act: logIn }],
  experiments: [],
  afterthoughts: [loginEmpty],
  checks: [
    answerCheck(
      "login-access-token",
      "POST /login answers with the access token",
      "login",
      success({ accessToken: "access123" }),
    ),
    answerCheck(
      "login-refresh-token",
      "POST /login answers with the refresh token",
      "login",
      success({ refreshToken: "refresh123" }),
    ),
  ],
  mistakes: [missingJsonParser],
  advice: [throwsAfterAnswer, emptyBodyCrash, emptyBodyHangs, neverListens],
  trial: [loginRequest],
};
