import express from "express";
import { authRouter } from "./routes/auth.mjs";
import { bearer } from "./auth/bearer.mjs";

const app = express();
app.use(express.json());
app.use(authRouter);

app.get("/me", bearer, (req, res) => {
  res.json({ username: req.claims.name });
});

app.get("/rooms", (_req, res) => res.json([{ id: "pharaoh", players: 6 }]));

app.listen(process.env.PORT ?? 3000, () => console.log("doors are open"));
