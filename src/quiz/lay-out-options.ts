/** The order in which a question's four options are shown. Pure. */

import { LETTERS } from "./question.ts";
import type { Letter, Option, Question } from "./question.ts";
import { hashOf, randomFrom, shuffled } from "./random.ts";

/** An option at the place where it is shown. */
export type ShownOption = Option & { readonly letter: Letter };

/**
 * Lays out a question's options for one quiz. They are shuffled, so that the learner cannot learn a letter by heart,
 * and by the seed and the question's id alone, so that a quiz that is resumed shows them as before.
 *
 * @param question whose options to lay out
 * @param seed the seed of the quiz
 * @returns the four options in the order shown, A to D
 */
export function shownOptions(question: Question, seed: number): ShownOption[] {
  const order = shuffled(question.options, randomFrom(seed ^ hashOf(question.id)));
  return order.flatMap((option, place) => {
    const letter = LETTERS[place];
    return letter === undefined ? [] : [{ ...option, letter }];
  });
}
