import type { Outcome } from "./outcome.ts";
import type { Coverage, RoomCoverage } from "./parse-coverage.ts";

/** What is said of a room's branches, and whether tests take enough of them. */
export interface CoverageOutcome extends Outcome {
  /** A short table: a line for each room, and for each file of a room that has too little. */
  readonly lines: readonly string[];
}

const percentOf = ({ taken, branches }: Coverage) =>
  branches === 0 ? 0 : (100 * taken) / branches;

/** A room without branches was not measured: it is judged as one of which nothing was taken. */
function linesOf(room: RoomCoverage, least: number, width: number): readonly string[] {
  const percent = percentOf(room);
  // Rounded down: what is just below the least must not look like it.
  const rounded = (Math.floor(percent * 10) / 10).toFixed(1).padStart(5);
  const line = `  ${room.room.padEnd(width)} ${rounded} % of ${room.branches} branches`;
  if (percent >= least) return [line];
  const untaken = room.files
    .filter(({ taken, branches }) => taken < branches)
    .map(({ path, taken, branches }) => `    ${path}: ${taken} of ${branches}`);
  return [`${line}, of which tests take ${least} % at least`, ...untaken];
}

/**
 * Judges how many branches of each room tests take. Each room counts as a test.
 *
 * @param least in percent
 */
export function judgeCoverage(rooms: readonly RoomCoverage[], least: number): CoverageOutcome {
  const width = Math.max(...rooms.map(({ room }) => room.length));
  const passed = rooms.filter((room) => percentOf(room) >= least).length;
  return {
    passed,
    failed: rooms.length - passed,
    lines: rooms.flatMap((room) => linesOf(room, least, width)),
  };
}
