const express = require("express");
const net = require("node:net");
const { randomUUID } = require("node:crypto");

const avatars = { apiKey: process.env.AVATAR_API_KEY, folder: "people" };

// stands for the driver of a database that is not running
function findPerson(name) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(1, "127.0.0.1");
    socket.on("error", reject);
    socket.on("connect", () => resolve({ name, picture: `${avatars.folder}/${avatars.apiKey}` }));
  });
}

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", async (req, res) => {
  try {
    const person = await findPerson(req.body.username);
    const refreshToken = randomUUID();
    refreshTokens.push(refreshToken);
    res.json({ accessToken: randomUUID(), refreshToken, person });
  } catch (error) {
    res.status(500).json({ message: error.message }); // here
  }
});

app.post("/token", (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.sendStatus(403);
  res.json({ accessToken: randomUUID() });
});

app.post("/logout", (req, res) => {
  refreshTokens = refreshTokens.filter((one) => one !== req.body.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
