/** The program recognises only the token before the newest one as stolen; an older one is like an unknown one. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { child, findAll, list, nameOf, pairOf } from "../../../src/check/source/syntax.ts";
import { answerPlace, inRenewal } from "../../../src/course/renewal-code.ts";
import { removalsOf } from "../../../src/course/token-code.ts";
import { wasTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

const OLDER = /prev|last|used|old|chain|parent|history|retired|spent|before|grave|dead/i;

export const reuseShallow: Mistake = {
  id: "reuse-shallow",
  find(evidence) {
    if (!isAbout(evidence, "reuse-ends-session", "reuse-refused")) return null;
    // An older token may even renew, because the program only knows that the one before was used.
    const missed = wentWell(evidence, "ada-after-replay") || wentWell(evidence, "replayed-first");
    if (!missed || !wasTurnedAway(evidence, "alan-after-replay")) return null;
    const renewed = wentWell(evidence, "replayed-first");
    const [assigned] = inRenewal(evidence, (node) => {
      const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
      return (
        left?.type === "MemberExpression" &&
        findAll(left, () => true).some((one) => OLDER.test(nameOf(one) ?? ""))
      );
    });
    // A list that is made anew each time, with one hash in it: retired: [live]
    const [listed] = inRenewal(evidence, (node) => {
      const { name, value } = pairOf(node);
      const one = value?.type === "ArrayExpression" ? list(value, "elements") : [];
      return one.length === 1 && one[0]?.type !== "SpreadElement" && OLDER.test(name ?? "");
    });
    return {
      title: "Only the last old token is recognised",
      why: `alan's second token came back right after it was exchanged, and his login was ended. ada renewed twice, and then mallory sent her first token: ${renewed ? "it renewed" : "it was refused like any unknown one, and ada's login went on"}. The program remembers one step back; a thief may hold an older token.`,
      fix: "Remember the hashes of all tokens that a login has had, in a list or a Set, and not only the one before.",
      place:
        firstPlace(listed, assigned) ??
        firstPlace(...removalsOf(evidence.source, "/token")) ??
        answerPlace(evidence, "replayed-first"),
    };
  },
};
