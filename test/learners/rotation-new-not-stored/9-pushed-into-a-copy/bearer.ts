import type { Request } from 'express';

export const bearerOf = (req: Request): string => {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  return scheme === 'Bearer' && token ? token : '';
};
