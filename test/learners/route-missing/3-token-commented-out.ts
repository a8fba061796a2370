import express, { Request, Response } from "express";

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];

app.post("/login", (_: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.status(201).json({ accessToken: "access123", refreshToken: "refresh123" });
});

// app.post("/token", (req: Request, res: Response) => {
//   const { refreshToken } = req.body;
//   if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: "Forbidden" });
//   res.json({ accessToken: "newAccess123" });
// });

app.listen(3000);
