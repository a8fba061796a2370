// check: crash-on-start
const name = "\x1b[31m\x9b2J\x1b]8;;http://evil\x07click";
throw Object.assign(new Error(name), { name, code: name });
