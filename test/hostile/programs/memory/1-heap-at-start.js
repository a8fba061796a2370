// check: out-of-memory | start-timeout
const hoard = [];
for (;;) hoard.push({ a: 1, b: [2, 3, 4] });
