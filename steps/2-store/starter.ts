import express from "express";

const app = express();

// The underscore says: this route does not need the request.
app.post("/login", (_req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000, (error) => {
  if (error) throw error; // for example: port 3000 is taken
  console.log("Listening on http://localhost:3000");
});

// Step 2: declare an empty array named refreshTokens
// with let, outside the handlers.
// Every login adds "refresh123" to what is there.
