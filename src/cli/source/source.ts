/** Leads to a part of something: names of properties and places in lists, the outermost first. */
export type Path = readonly (string | number)[];

/** A text that something was read from, which tells on which line a part of it stands. Lines count from 1. */
export interface Source {
  readonly file: string;
  /** The lines of parts, in their order. Of a part that isn't there, the line of what is nearest around it. */
  readonly linesOf: (paths: readonly Path[]) => readonly number[];
  /**
   * The line on which a line of a text stands, where that text is a part, as in a ConfigMap. Missing where all of a
   * text stands on one line.
   */
  readonly lineInText?: (path: Path, line: number) => number;
  /**
   * What the tool that wrote the text calls a part, such as the address of a Terraform resource: `terraform show -json`
   * writes a whole plan on one line. Missing where parts have no such names.
   */
  readonly nameOf?: (path: Path) => string | undefined;
}

/** Something that was read, and where it stands. */
export interface Content {
  readonly value: unknown;
  readonly source: Source;
  /** Where it is in its source; empty where it is all of it. */
  readonly path: Path;
}

/** The items of something that was read if it is a list, or else the thing itself. */
export function itemsOf({ value, source, path }: Content): readonly Content[] {
  return Array.isArray(value)
    ? value.map((item: unknown, place) => ({ value: item, source, path: [...path, place] }))
    : [{ value, source, path }];
}
