import express from "express";
import { errorMiddleware } from "./middleware/error.middleware";
import { asyncRoute } from "./middleware/async-route";
import { AuthService } from "./services/auth.service";

const app = express();
const auth = new AuthService();

app.use(express.json());

app.post("/login", asyncRoute(async (_req, res) => {
  res.json(await auth.login());
}));

app.post("/token", asyncRoute(async (req, res) => {
  res.json(await auth.renew(req.body?.refreshToken));
}));

app.post("/logout", asyncRoute(async (req, res) => {
  await auth.logout(req.body?.refreshToken);
  res.status(204).end();
}));

app.use(errorMiddleware);

app.listen(3000);
