import express from "express";

type Seed = { user: string; token: string };

const DEMO: Seed[] = [{ user: "demo@example.com", token: "demo-refresh-token" }];

const app = express();
const refreshTokens: string[] = [];

const addToken = (token: string): number => refreshTokens.push(token);

function bootstrap(): void {
  DEMO.forEach(({ token }) => addToken(token)); // here
  app.listen(Number(process.env.PORT ?? 3000), () => console.log("bootstrapped"));
}

app.post("/login", (_req, res) => {
  const refreshToken = "refresh123";
  addToken(refreshToken);
  res.json({ accessToken: "access123", refreshToken });
});

bootstrap();
