import type { Action, Step } from "../../src/course/step.ts";
import { post } from "../../src/course/step.ts";
import { answersWith, checkOf } from "../../src/judge/answers.ts";

export const login: Action = { label: "login", send: post("/login") };

export const step: Step = {
  number: 1,
  name: "login",
  title: "Answer with two tokens",
  learned:
    "Your login gives out two tokens: an access token that opens doors, and a refresh token that gets the next one.",
  scenario: [login],
  experiments: [],
  afterthoughts: [],
  checks: [
    checkOf(
      "login-access-token",
      "POST /login answers with the access token",
      "login",
      answersWith({ accessToken: "access123" }),
    ),
    checkOf(
      "login-refresh-token",
      "POST /login answers with the refresh token",
      "login",
      answersWith({ refreshToken: "refresh123" }),
    ),
  ],
  mistakes: [],
  advice: [],
};
