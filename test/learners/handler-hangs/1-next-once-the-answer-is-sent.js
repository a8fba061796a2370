const express = require("express");

const app = express();

/**
 * Logs how long every request took.
 */
function timing(req, res, next) {
  const start = process.hrtime.bigint();
  res.on("finish", () => {
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    console.log(`${req.method} ${req.originalUrl} ${res.statusCode} ${ms.toFixed(1)}ms`);
    next(); // here
  });
}

app.use(express.json());
app.use(timing);

app.post("/login", (req, res) => {
  return res.status(200).json({
    message: "Login successful",
    accessToken: "access123",
    refreshToken: "refresh123",
  });
});

app.listen(3000, () => {
  console.log("Server is running on port 3000");
});
