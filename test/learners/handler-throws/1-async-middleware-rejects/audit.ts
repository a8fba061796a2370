import type { NextFunction, Request, Response } from 'express';

const lines: Record<string, string[]> = {};

export async function audit(req: Request, _res: Response, next: NextFunction): Promise<void> {
  await Promise.resolve();
  lines[req.path].push(new Date().toISOString()); // here
  next();
}
