/** Does something once, some time after it was last asked for. */
export class Delayed {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly action: () => unknown) {}

  run(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.action(), milliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
