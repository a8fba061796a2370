import express from "express";
import { Clock } from "./clock.js";
import { FileTokenRepository } from "./repository.js";
import { TokenService } from "./service.js";
import { buildRouter } from "./router.js";

const clock: Clock = { now: () => new Date() };
const repository = FileTokenRepository.open("./var/tokens.json");
const service = new TokenService(repository, clock, process.env.ACCESS_TOKEN_SECRET ?? fail("ACCESS_TOKEN_SECRET"));

function fail(name: string): never {
  throw new Error(`The environment variable ${name} is missing`);
}

const app = express();
app.use(express.json());
app.use(buildRouter(service));

export { app };

if (process.env.NODE_ENV !== "test") app.listen(Number(process.env.PORT ?? 3000));
