/** A line of a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A place in the format of compilers: file and line. */
export const placeText = ({ file, line }: Place) => `${file}:${line}`;
