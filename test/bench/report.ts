import { distributionOf, threadTime, type Cost } from './timing';

/** What a figure is to be at most. */
export interface Goal {
  readonly value: number;
  readonly limit: number;
}

const LABEL_WIDTH = 44;
const CELL_WIDTH = 9;

/** Prints tables, readable on 100 columns, and counts the goals that were met. */
export class Report {
  private met = 0;
  private missed = 0;

  /** Begins a table; the last column, of the goals, has its name already. */
  table(title: string, columns: readonly string[]): void {
    const cells = columns.map((column) => column.padStart(CELL_WIDTH)).join('');
    console.log(`\n${title.padEnd(LABEL_WIDTH)}${cells}`.trimEnd());
  }

  /**
   * Adds a row.
   *
   * @param cells figures with their units, in the order of the columns
   * @param goal behind the cells, with whether it was met
   */
  row(label: string, cells: readonly string[], goal?: Goal): void {
    const figures = cells.map((cell) => cell.padStart(CELL_WIDTH)).join('');
    console.log(`  ${label}`.padEnd(LABEL_WIDTH) + figures + (goal ? `   ${this.judge(goal)}` : ''));
  }

  /**
   * Adds a row of times of the same work: of the thread that did it p50, p99 and the most, and p99 of the wall time.
   *
   * @param limit what p99 of the thread's time is to be at most, in milliseconds
   */
  times(label: string, costs: readonly Cost[], limit?: number): void {
    const { p50, p99, max } = distributionOf(costs.map(threadTime));
    const wall = distributionOf(costs.map((cost) => cost.wall)).p99;
    const cells = [p50, p99, max, wall].map((time) => time.toFixed(2));
    this.row(label, cells, limit === undefined ? undefined : { value: p99, limit });
  }

  /** Adds a line of explanation. */
  note(text: string): void {
    console.log(`  ${text}`);
  }

  /** Closes the report: how many goals were met. */
  summary(): void {
    if (this.met + this.missed > 0) console.log(`\ngoals: ${this.met} met, ${this.missed} missed`);
  }

  private judge({ value, limit }: Goal): string {
    const isMet = value <= limit;
    if (isMet) this.met++;
    else this.missed++;
    return `≤ ${limit} ${isMet ? '✓' : '✗'}`;
  }
}

/** 8846529 is 8,846,529. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
