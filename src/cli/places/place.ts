/** A line of a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A place as compilers write it. */
export const placeText = ({ file, line }: Place) => `${file}:${line}`;
