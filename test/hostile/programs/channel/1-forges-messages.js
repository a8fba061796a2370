// check: missing-field
const fs = require("fs");
const forge = (message) => {
  for (const prefix of ["", " ", "undefined ", "0".repeat(24) + " "]) {
    try {
      fs.writeSync(3, `\n${prefix}${JSON.stringify(message)}\n`);
    } catch {}
  }
};
const array = { kind: "array", tokens: ["refresh123"], scope: "closure" };
const app = require("express")();
app.post("/login", (req, res) => {
  for (let id = 0; id < 50; id++) forge({ say: "answer", id, n: 1, answer: { store: array, holders: [], layers: [] } });
  forge({ say: "event", n: 1, event: { kind: "answered", place: null } });
  forge({ say: "up", how: "listened", port: 1 });
  forge({ say: "exit", apps: 1, listened: true, called: false, place: null });
  forge({ say: "fault", n: 1, fault: null });
  forge(null);
  res.json({});
});
app.listen(3000);
forge({ say: "up", how: "listened", port: 1 });
forge({ say: "foreign" });
