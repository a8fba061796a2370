import type { Request, RequestHandler, Response } from "express";

type AsyncHandler = (req: Request, res: Response) => Promise<void>;

export const asyncRoute = (handler: AsyncHandler): RequestHandler => (req, res, next) => {
  handler(req, res).catch(next);
};
