import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { Duration } from './duration';

const key = process.env.ACCESS_TOKEN_SECRET!;
const LIFT_PASS = Duration.minutes(20);
const SEASON_PASS = Duration.days(14);

export interface SeasonPass {
  readonly skier: string;
  readonly validUntil: Date;
}

const drawer = new Map<string, SeasonPass>();

export function liftPass(skier: string): string {
  return jwt.sign({ username: skier }, key, { expiresIn: LIFT_PASS.toSeconds() });
}

export function readLiftPass(token: string): string {
  const { username } = jwt.verify(token, key, { algorithms: ['HS256'] }) as { username: string };
  return username;
}

export function sellSeasonPass(skier: string): string {
  const code = randomBytes(32).toString('base64url');
  drawer.set(code, { skier, validUntil: SEASON_PASS.after(new Date()) });
  return code;
}

export function seasonPass(code: string): SeasonPass | undefined {
  const pass = drawer.get(code);
  if (pass && pass.validUntil.getTime() <= Date.now()) {
    drawer.delete(code);
    return undefined;
  }
  return pass;
}

export const handIn = (code: string): boolean => drawer.delete(code);
