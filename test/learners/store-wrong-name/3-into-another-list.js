const express = require("express");
const app = express();
app.use(express.json());

const db = {
  users: [{ id: 1, name: "sara" }],
  sessions: [],
};

let refreshTokens = [];

app.get("/", (req, res) => {
  res.send("Bike rental API");
});

app.post("/login", (req, res) => {
  const user = db.users[0];
  const accessToken = "access123";
  const refreshToken = "refresh123";

  db.sessions.push(refreshToken); // here
  console.log("user " + user.id + " logged in");

  res.json({ accessToken, refreshToken });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body || {};
  if (!db.sessions.includes(refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.listen(3000, () => console.log("listening"));
