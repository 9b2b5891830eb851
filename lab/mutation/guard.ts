/** A check that must never go missing unnoticed, and how to take it out. */
export interface Guard {
  /** What holds as long as the check is there. */
  readonly name: string;
  /** The file of the check, from the project's folder. */
  readonly file: string;
  /** The check's own text, exactly as it stands in the file, once. */
  readonly text: string;
  /** What stands there instead when it is broken; it must still run. */
  readonly broken: string;
  /** The test files of which one must go red then. */
  readonly tests: readonly string[];
}
