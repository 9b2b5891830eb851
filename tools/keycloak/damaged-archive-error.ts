/** An archive arrived incomplete or changed; taking it again may give a sound one. */
export class DamagedArchiveError extends Error {
  override readonly name = "DamagedArchiveError";
}
