/**
 * Lets Node read its own modules from their code cache, which spares a boot a tenth of its processor time. V8 takes a
 * cache only where its flags are as they were when the cache was made, and a child is started with a limit to its heap.
 * By now the heap has that limit, and keeps it.
 */

import { setFlagsFromString } from "node:v8";

setFlagsFromString("--max-old-space-size=0");
