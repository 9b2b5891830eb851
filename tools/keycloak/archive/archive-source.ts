/** Where a Keycloak release archive (tar.gz) can be taken from. */
export interface ArchiveSource {
  /** As a person knows it, to stand at the beginning of a sentence: "The release archive on GitHub". */
  readonly name: string;
  /**
   * Writes the archive of that version to the file `target`, telling its progress. Throws an Error
   * whose message says in a few words why there is none, or a DamagedArchiveError when what
   * arrived isn't what was published, so that another download may help.
   */
  readonly take: (request: ArchiveRequest) => Promise<void>;
}

/** One archive asked of a source. */
export interface ArchiveRequest {
  readonly version: string;
  /** A file name that nobody else writes to, in a folder that exists. */
  readonly target: string;
  readonly report: (line: string) => void;
}

/** An archive arrived incomplete or changed; another download may give a sound one. */
export class DamagedArchiveError extends Error {
  override readonly name = "DamagedArchiveError";
}
