/** A span of time, so that nobody has to count zeros any more. */
export class Duration {
  private constructor(private readonly seconds: number) {}

  static minutes(n: number): Duration {
    return new Duration(n * 60);
  }

  static days(n: number): Duration {
    return new Duration(n * 24 * 60 * 60);
  }

  /** As jsonwebtoken and cookies' Max-Age want it. */
  toSeconds(): number {
    return this.seconds;
  }

  after(start: Date): Date {
    return new Date(start.getTime() + this.seconds); // here
  }
}
