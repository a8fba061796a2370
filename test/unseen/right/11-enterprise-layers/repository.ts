import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export enum Status {
  Active = "ACTIVE",
  Rotated = "ROTATED",
  Revoked = "REVOKED",
}

export interface TokenRecord {
  readonly digest: string;
  readonly grantId: string;
  readonly subject: string;
  readonly notAfter: string;
  status: Status;
}

export interface TokenRepository {
  findByDigest(digest: string): TokenRecord | undefined;
  transaction(work: (records: TokenRecord[]) => void): void;
}

export class FileTokenRepository implements TokenRepository {
  private constructor(
    private readonly file: string,
    private readonly records: TokenRecord[],
  ) {}

  static open(file: string): FileTokenRepository {
    mkdirSync(dirname(file), { recursive: true });
    const records = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as TokenRecord[]) : [];
    return new FileTokenRepository(file, records);
  }

  findByDigest(digest: string): TokenRecord | undefined {
    return this.records.find((record) => record.digest === digest);
  }

  transaction(work: (records: TokenRecord[]) => void): void {
    work(this.records);
    const next = `${this.file}.next`;
    writeFileSync(next, JSON.stringify(this.records));
    renameSync(next, this.file);
  }
}
