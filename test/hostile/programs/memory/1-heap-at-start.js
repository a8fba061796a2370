// check: out-of-memory
const hoard = [];
for (;;) hoard.push({ a: 1, b: [2, 3, 4] });
