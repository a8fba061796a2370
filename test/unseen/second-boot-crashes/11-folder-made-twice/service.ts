import { createHash, randomBytes, randomUUID } from "node:crypto";
import jwt from "jsonwebtoken";
import type { Clock } from "./clock.js";
import { Status, type TokenRecord, type TokenRepository } from "./repository.js";

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;

export class InvalidTokenError extends Error {}

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
}

export class TokenService {
  constructor(
    private readonly repository: TokenRepository,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  authenticate(subject: string): TokenPair {
    const { record, refreshToken } = this.mint(subject, randomUUID());
    this.repository.transaction((records) => records.push(record));
    return { accessToken: this.accessToken(subject), refreshToken };
  }

  exchange(token: unknown): TokenPair {
    const record = this.repository.findByDigest(this.digest(token));
    if (!record || record.status === Status.Revoked) throw new InvalidTokenError("unknown or revoked");
    if (record.status === Status.Rotated) {
      this.revokeGrant(record.grantId);
      throw new InvalidTokenError("replayed");
    }
    if (new Date(record.notAfter) <= this.clock.now()) throw new InvalidTokenError("expired");
    const minted = this.mint(record.subject, record.grantId);
    this.repository.transaction((records) => {
      record.status = Status.Rotated;
      records.push(minted.record);
    });
    return { accessToken: this.accessToken(record.subject), refreshToken: minted.refreshToken };
  }

  revoke(token: unknown): void {
    const record = this.repository.findByDigest(this.digest(token));
    if (record) this.revokeGrant(record.grantId);
  }

  subjectOf(accessToken: string): string {
    const { sub } = jwt.verify(accessToken, this.secret, { algorithms: ["HS256"] }) as { sub: string };
    return sub;
  }

  private revokeGrant(grantId: string): void {
    this.repository.transaction((records) => {
      for (const record of records) {
        if (record.grantId === grantId) record.status = Status.Revoked;
      }
    });
  }

  private mint(subject: string, grantId: string): { record: TokenRecord; refreshToken: string } {
    const refreshToken = randomBytes(32).toString("base64url");
    const notAfter = new Date(this.clock.now().getTime() + SEVEN_DAYS).toISOString();
    const record = { digest: this.digest(refreshToken), grantId, subject, notAfter, status: Status.Active };
    return { record, refreshToken };
  }

  private accessToken(subject: string): string {
    return jwt.sign({}, this.secret, { subject, expiresIn: "15m", algorithm: "HS256" });
  }

  private digest(token: unknown): string {
    return createHash("sha256").update(String(token)).digest("hex");
  }
}
