import { asCount, asRecord } from "./parse-json.ts";

/** How many branches there are in a place, and how many of them a test took. */
export interface Coverage {
  readonly taken: number;
  readonly branches: number;
}

/** The branches of a room of src/, and of each file in it. */
export interface RoomCoverage extends Coverage {
  readonly room: string;
  readonly files: readonly (Coverage & { readonly path: string })[];
}

/**
 * Reads Istanbul's summary of the branches that tests took, room by room. Of a room that is not in it,
 * nothing was taken.
 *
 * @see [Istanbul's reporter json-summary](https://istanbul.js.org/docs/advanced/alternative-reporters/#json-summary)
 */
export function parseCoverage(summary: unknown, rooms: readonly string[]): readonly RoomCoverage[] {
  const all = Object.entries(asRecord(summary)).map(([path, file]) => {
    const { covered, total } = asRecord(asRecord(file)["branches"]);
    return {
      path: path.replaceAll("\\", "/").replace(/^.*\/src\//, "src/"),
      taken: asCount(covered),
      branches: asCount(total),
    };
  });
  return rooms.map((room) => {
    const files = all.filter(({ path }) => path.startsWith(`src/${room}/`));
    const sum = (field: keyof Coverage) => files.reduce((total, file) => total + file[field], 0);
    return { room, taken: sum("taken"), branches: sum("branches"), files };
  });
}
