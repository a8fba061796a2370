import express from "express";

const app = express();

// will be replaced by real signing that is async (jose)
const signAccess = async () => "access123";
const signRefresh = async () => "refresh123";

const createPair = async () => {
  const [accessToken, refreshToken] = [signAccess, signRefresh].map(async (sign) => { // here
    const token = await sign();
    return token;
  });
  return { accessToken, refreshToken };
};

app.post("/login", async (req, res, next) => {
  try {
    const pair = await createPair();
    res.status(200).json(pair);
  } catch (err) {
    next(err);
  }
});

app.use((err, req, res, next) => {
  console.error(err);
  res.status(500).json({ error: "Internal" });
});

const server = app.listen(3001);
server.on("listening", () => console.log("up"));
