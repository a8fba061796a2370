const express = require("express");

const refreshTokens = [];

/**
 * Remember a refresh token for later.
 * @param {string} refreshToken
 * @param {string} accessToken only for the log
 */
function remember(refreshToken, accessToken) {
  console.log("issued", accessToken.slice(0, 3) + "…");
  refreshTokens.push(refreshToken);
}

function issue() {
  return { accessToken: "access123", refreshToken: "refresh123" };
}

const app = express();

app.post("/login", (req, res) => {
  const { accessToken, refreshToken } = issue();
  remember(accessToken, refreshToken); // here
  res.json({ accessToken, refreshToken });
});

const PORT = 3000;
app.listen(PORT, () => console.log(`http://localhost:${PORT}`));
