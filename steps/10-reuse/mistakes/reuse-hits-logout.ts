/** A second logout with one token is taken for theft, and ends other logins. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { within } from "../../../src/check/source/making.ts";
import { findAll, nameOf } from "../../../src/check/source/syntax.ts";
import { endingOfPerson } from "../../../src/course/before-refusal.ts";
import { answerPlace } from "../../../src/course/renewal-code.ts";
import { codeOf, removalsOf } from "../../../src/course/token-code.ts";
import { isTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

export const reuseHitsLogout: Mistake = {
  id: "reuse-hits-logout",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "logout-twice-harmless")) return null;
    const [own, grace] = ["own-other-after-logouts", "grace-after-logouts"].map((label) =>
      isTurnedAway(evidence, exchangeOf(transcript, label)),
    );
    if (!grace && !(own && wentWell(evidence, "own-other-between-logouts"))) return null;
    const [byName] = within(codeOf(source, "/logout"), (node) => {
      const isQuestion =
        node.type === "IfStatement" || node.type === "CallExpression" || node.type === "AssignmentExpression";
      return (
        isQuestion &&
        findAll(node, () => true).some((one) =>
          /^(username|user|name|owner|revokeAll\w*)$/.test(nameOf(one) ?? ""),
        )
      );
    });
    const ofPerson = endingOfPerson(source, "/logout", exchangeOf(transcript, "logout-twice"));
    return {
      title: "Logging out twice ends other logins",
      why: `ada logged in on two devices. She logged out on the one, and again with the same token, as a client does that got no answer. Then ${grace ? "grace, who had done nothing," : "her other device"} was refused: the second logout was taken for theft.`,
      fix: "Logout ends the login of the token that is sent, and nothing else. An old token there means only that this login is over already.",
      place:
        firstPlace(ofPerson, byName, ...removalsOf(source, "/logout")) ??
        answerPlace(evidence, "logout-twice"),
    };
  },
};
