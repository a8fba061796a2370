/** When an old token comes back, the logins of all people end. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { within } from "../../../src/check/source/making.ts";
import { calledName, child, nameOf } from "../../../src/check/source/syntax.ts";
import { endingInside, endingsBefore, refusedAt } from "../../../src/course/before-refusal.ts";
import { changeOfAll } from "../../../src/course/change-of-all.ts";
import { misreadMember } from "../../../src/check/source/misread-members.ts";
import { madeOnce } from "../../../src/course/made-once.ts";
import { lastBefore } from "../../../src/course/renewal-code.ts";
import { codeOf, removalsOf } from "../../../src/course/token-code.ts";
import { wasTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

/** What people call the id of a login; not the key with which its tokens are signed. */
const LOGIN_ID = /^(?!.*(?:key|secret)).*(?:family|families|session|login|chain|group)/i;

export const reuseEndsEverybody: Mistake = {
  id: "reuse-ends-everybody",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "reuse-spares-others", "logout-keeps-others", "logout-twice-harmless"))
      return null;
    if (!wasTurnedAway(evidence, "grace-after-replay") || !wentWell(evidence, "grace-after-rotation"))
      return null;
    const code = codeOf(source, "/token");
    const refusal = answeredAt(exchangeOf(transcript, "replayed-first"));
    // An assignment where a comparison was meant.
    const [assigned] = within(
      code,
      (node) => node.type === "IfStatement" && child(node, "test")?.type === "AssignmentExpression",
    );
    const misread = misreadMember(source, code, /^[!=]==?$/);
    if (misread) {
      return {
        title: "One stolen token logs everybody out",
        why: `ada and grace logged in, and ada renewed twice. mallory sent ada's first token: ada's login was ended, and so was grace's, of whom nothing was stolen. This line compares ${misread.name}, and no record has that: there it is called ${misread.meant}. So undefined is compared with undefined, and all are the same.`,
        fix: `Write ${misread.meant} here, wherever this name is read.`,
        place: placeOfFound(misread),
      };
    }
    const once = madeOnce(source, LOGIN_ID);
    if (once) {
      return {
        title: "One stolen token logs everybody out",
        why: "ada and grace logged in, and ada renewed twice. mallory sent ada's first token: ada's login was ended, and so was grace's, of whom nothing was stolen. This line makes one id when the program starts, outside of all functions: so all logins share it.",
        fix: "Make the id inside the function that a login runs: a new one for each.",
        place: placeOfFound(once),
      };
    }
    const [all] = within(code, (node) =>
      /^(clear|deleteAll|removeAll|revokeAll|truncate)$/.test(calledName(node) ?? ""),
    );
    const [emptied] = within(code, (node) => {
      const right = node.type === "AssignmentExpression" ? child(node, "right") : null;
      return right !== null && (right.type === "ArrayExpression" || nameOf(child(node, "left")) === "length");
    });
    const [ending] = endingsBefore(source, refusedAt(exchangeOf(transcript, "replayed-first")));
    const removals = removalsOf(source, "/token");
    const removal = ending ?? lastBefore(removals, refusal) ?? removals[0];
    const found =
      assigned ?? all ?? emptied ?? changeOfAll(source, code) ?? (removal && endingInside(source, removal));
    return {
      title: "One stolen token logs everybody out",
      why: "ada and grace logged in, and ada renewed twice. mallory sent ada's first token: ada's login was ended, as it should be, and so was grace's, of whom nothing was stolen. So anybody with one old token can log out all users.",
      fix: "End only the login that the old token belongs to: give each login an id of its own, and take out what has that id.",
      place: found ? placeOfFound(found) : refusal,
    };
  },
};
