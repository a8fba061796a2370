import express, { type NextFunction, type Request, type Response } from "express";
import { AuthController } from "./auth/auth.controller";
import { AuthService } from "./auth/auth.service";
import { ArrayTokenRepository } from "./auth/token.repository";
import { DomainError } from "./errors";

const controller = new AuthController(new AuthService(new ArrayTokenRepository()));

const app = express();
app.use(express.json());
app.use(controller.router);

app.use((err: unknown, _req: Request, res: Response, next: NextFunction) => {
  if (err instanceof DomainError) {
    res.status(err.httpStatus).json({ error: err.message });
    return;
  }
  next(err);
});

app.listen(Number(process.env["PORT"] ?? 3000), () => console.log("observatory"));
