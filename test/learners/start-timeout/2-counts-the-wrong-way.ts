import express from "express";

const users: string[] = [];
for (let i = 0; i < 10; i--) { // here
  users[0] = "user" + i;
}

const refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000, () => console.log("running with", users));
