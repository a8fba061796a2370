/** The refresh tokens of other people, which the checks of part one put into the array. */

/** Of a person who logged in before ada. */
export const EARLIER = "refresh456";
/** Of a person who logged in after her. */
export const LATER = "refresh789";

export const OTHERS: readonly string[] = [EARLIER, LATER];
