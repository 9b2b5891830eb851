/** An unsuccessful answer of the server, with its status and body. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;

  /** @param field what the server calls the error in its answer, which has two words for it */
  constructor(
    status: number,
    error: string,
    description?: string,
    field: "error" | "errorMessage" = "error",
  ) {
    super(`${status} ${error}`);
    this.status = status;
    this.body = {
      [field]: error,
      ...(description === undefined ? {} : { error_description: description }),
    };
  }
}

/** What the server answers to a caller without the power for a call. */
export function forbidden(): Refusal {
  return new Refusal(403, "HTTP 403 Forbidden");
}

/** What the server answers where something is not there; each kind of thing has words of its own. */
export function notFound(error: string): Refusal {
  return new Refusal(404, error);
}
