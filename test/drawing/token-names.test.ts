/** What is shown of a long word: little of a token, but enough of a path to know the package and the file. */

import { expect, test } from "vitest";
import { tokenNames } from "../../src/drawing/token-names.ts";

test.each([
  ["sent 3f9a1b2c4d5e6f708192a3b4c5d6e7f8091a2b3c", "sent 3f9a1b2c..."],
  ["stored N9qo8uLO/ickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJ.ZdL17lh", "stored N9qo8uLO..."],
  [
    "cannot find '/home/ada/lessons/node_modules/hasher/build/Release/hasher_binding.node'",
    "cannot find 'node_modules/hasher/build/Release/hasher_binding.node'",
  ],
  [
    "/home/ada/lessons/node_modules/a/node_modules/bcrypt/lib/binding: invalid ELF header",
    "node_modules/bcrypt/lib/binding: invalid ELF header",
  ],
  ["see /home/ada/lessons/refresh-tokens/server.js", "see /home/ada/lessons/refresh-tokens/server.js"],
])("%s", (text, shown) => {
  expect(tokenNames([])(text)).toBe(shown);
});
