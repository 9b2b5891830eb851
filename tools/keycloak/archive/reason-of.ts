/**
 * Why something failed, in the words of the innermost cause: `fetch` says only "fetch failed" and
 * keeps the reason (no such host, connection refused) in `cause`.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  if (error.cause !== undefined) {
    return reasonOf(error.cause);
  }
  // Node joins several refused addresses of one host in an AggregateError with an empty message.
  const code = (error as NodeJS.ErrnoException).code;
  return error.message || code || error.name;
}
