/** fast-check with the seed of the sample: a property is tried on the same values in every run. */

import fc from "fast-check";
import { seed } from "./sample.ts";

fc.configureGlobal({ seed });

export { fc };
