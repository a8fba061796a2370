import type { Sending, Step } from "../../src/course/step.ts";
import { post } from "../../src/course/step.ts";
import { answerCheck, success } from "../../src/check/judge/answers.ts";
import { emptyBodyCrash, emptyBodyHangs } from "../../src/check/diagnosis/advice/empty-body.ts";
import { throwsAfterAnswer } from "../../src/check/diagnosis/advice/throws-after-answer.ts";

/** Somebody logs in. The course does not look at the name; many an app does. */
export const login: Sending = {
  label: "login",
  send: post("/login", { username: "ada", password: "lovelace" }),
  changesStore: true,
};

/** Out of interest: a login without a body. */
export const loginEmpty: Sending = { label: "login-empty", send: post("/login") };

export const step: Step = {
  number: 1,
  name: "login",
  title: "Answer with two tokens",
  learned:
    "Your login gives out two tokens: an access token that opens doors, and a refresh token that gets the next one.",
  scenario: [login],
  experiments: null,
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
  mistakes: [],
  advice: [throwsAfterAnswer, emptyBodyCrash, emptyBodyHangs],
};
