/** A line of a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** What the file's own tool calls what stands there; undefined where it has no such name. */
  readonly part?: string | undefined;
}

/** A place as compilers write it, with the name of the part. */
export const placeText = ({ file, line, part }: Place) =>
  `${file}:${line}${part === undefined ? "" : ` (${part})`}`;
