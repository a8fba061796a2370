import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Passage {
  skipper: string;
  good: string;
  used: string[];
  until: number;
}

const FILE = join(process.cwd(), 'passages.json');
const TTL = 25 * 24 * 60 * 60 * 1000;

export class Locks {
  private passages: Passage[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [];

  open(skipper: string): string {
    const token = this.token();
    this.passages.push({ skipper, good: this.hash(token), used: [], until: Date.now() + TTL });
    this.save();
    return token;
  }

  renew(token: string): { skipper: string; token: string } | undefined {
    const hash = this.hash(token);
    const passage = this.passages.find((p) => p.good === hash || p.used.includes(hash));
    if (passage === undefined || passage.until < Date.now()) return undefined;

    if (passage.good !== hash) {
      this.remove(passage); // here
      return undefined;
    }

    const next = this.token();
    passage.used.push(hash);
    passage.good = this.hash(next);
    this.save();
    return { skipper: passage.skipper, token: next };
  }

  close(token: string): void {
    const hash = this.hash(token);
    const passage = this.passages.find((p) => p.good === hash);
    if (passage) {
      this.remove(passage);
      this.save();
    }
  }

  private remove(passage: Passage): void {
    this.passages = this.passages.filter((p) => p !== passage);
  }

  private save(): void {
    writeFileSync(FILE + '.new', JSON.stringify(this.passages));
    renameSync(FILE + '.new', FILE);
  }

  private token = (): string => randomBytes(32).toString('hex');
  private hash = (token: string): string => createHash('sha256').update(token).digest('hex');
}
