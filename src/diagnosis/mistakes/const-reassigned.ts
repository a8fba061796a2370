import { declarationsOf } from "../../source/variables.ts";
import { allFaults } from "../reading.ts";
import type { Mistake } from "../mistake.ts";

/** A const, or an imported binding, was given a new value. */
export const constReassigned: Mistake = {
  id: "const-reassigned",
  find({ transcript, exchange, source }) {
    const telling =
      /Assignment to constant variable|Cannot assign to ("|'|`)?\w+("|'|`)? because it is a constant|Cannot assign to import/;
    const own = [
      ...allFaults({ ...transcript, exchanges: exchange ? [exchange] : [] }),
      ...allFaults(transcript),
    ];
    const fault = own.find(({ message }) => telling.test(message));
    if (!fault) return null;
    const constant = declarationsOf(source, "refreshTokens").some((declaration) => declaration.constant);
    return {
      title: "A const is given a new value",
      why: `The program threw "${fault.message.split("\n")[0]}". ${constant ? "refreshTokens is" : "A variable that is"} declared with const, and a const keeps the value it was first given; methods such as filter make a new array, which would have to take its place.`,
      fix: "Declare it with let where it gets a new value; or keep const and change the array itself, as splice does.",
      place: fault.place,
    };
  },
};
