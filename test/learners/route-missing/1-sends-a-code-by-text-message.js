const express = require("express");

const app = express();
app.use(express.json());

const codes = new Map();

// people type in the code that they got on their phone
app.post("/auth/send_code", (req, res) => {
  const { phone } = req.body;
  codes.set(phone, String(Math.floor(Math.random() * 1_000_000)));
  res.json({ sentTo: phone });
});

app.get("/auth/authorize", (req, res) => {
  const fits = codes.get(req.query.phone) === req.query.code;
  res.json(fits ? { accessToken: "access123", refreshToken: "refresh123" } : { error: "wrong code" });
});

app.listen(3000, () => console.log("auth server on 3000"));
