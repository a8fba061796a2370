/** The general mistakes, in the order in which they are looked for. */

import type { Mistake } from "./mistake.ts";
import { brokenAnswer } from "./mistakes/broken-answer.ts";
import { channelClosed } from "./mistakes/channel-closed.ts";
import { constReassigned } from "./mistakes/const-reassigned.ts";
import { crashInHandler } from "./mistakes/crash-in-handler.ts";
import { crashOnStart } from "./mistakes/crash-on-start.ts";
import { doubleResponse } from "./mistakes/double-response.ts";
import { exitsEarly } from "./mistakes/exits-early.ts";
import { handlerHangs } from "./mistakes/handler-hangs.ts";
import { handlerThrows, handlerThrowsBecause } from "./mistakes/handler-throws.ts";
import { infiniteLoop } from "./mistakes/infinite-loop.ts";
import { missingField } from "./mistakes/missing-field.ts";
import { moduleNotFound } from "./mistakes/module-not-found.ts";
import { noApp } from "./mistakes/no-app.ts";
import { fillsTheDisk, tooManyProcesses } from "./mistakes/outgrows-box.ts";
import { outOfMemory } from "./mistakes/out-of-memory.ts";
import { rateLimited } from "./mistakes/rate-limited.ts";
import { responseNotJson } from "./mistakes/response-not-json.ts";
import { routeMissing } from "./mistakes/route-missing.ts";
import { routeShadowed, routeShadowedByTwin } from "./mistakes/route-shadowed.ts";
import { routeWrongMethod } from "./mistakes/route-wrong-method.ts";
import { routeWrongPath } from "./mistakes/route-wrong-path.ts";
import { startTimeout } from "./mistakes/start-timeout.ts";
import { syntaxError } from "./mistakes/syntax-error.ts";
import { tooSlow } from "./mistakes/too-slow.ts";
import { wrongErrorBody } from "./mistakes/wrong-error-body.ts";
import { wrongFieldName } from "./mistakes/wrong-field-name.ts";
import { wrongFieldValue } from "./mistakes/wrong-field-value.ts";
import { wrongModuleSystem } from "./mistakes/wrong-module-system.ts";
import { wrongStatus } from "./mistakes/wrong-status.ts";

/** The app never came up. These are asked first. */
export const bootMistakes: readonly Mistake[] = [
  outOfMemory,
  tooManyProcesses,
  fillsTheDisk,
  channelClosed,
  wrongModuleSystem,
  moduleNotFound,
  constReassigned,
  syntaxError,
  crashOnStart,
  exitsEarly,
  noApp,
  startTimeout,
];

/** These explain a failure better than a step's own mistakes could, whatever the step. */
export const firstMistakes: readonly Mistake[] = [rateLimited, routeShadowedByTwin, handlerThrowsBecause];

/** The program itself is in trouble. These are ruled out before an answer is looked at. */
export const troubleMistakes: readonly Mistake[] = [
  tooSlow,
  infiniteLoop,
  doubleResponse,
  handlerHangs,
  crashInHandler,
  brokenAnswer,
];

/** The request never reached its handler, or the handler failed. */
export const routeMistakes: readonly Mistake[] = [
  routeWrongMethod,
  routeWrongPath,
  routeShadowed,
  routeMissing,
  handlerThrows,
];

/** The handler answered, and something about the answer is wrong. */
export const answerMistakes: readonly Mistake[] = [
  wrongErrorBody,
  wrongStatus,
  responseNotJson,
  wrongFieldName,
  wrongFieldValue,
  missingField,
];
