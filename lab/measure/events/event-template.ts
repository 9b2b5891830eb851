/** An admin event as the server answers it. */
export interface RecordedEvent {
  readonly operationType: string;
  readonly resourceType?: string;
  readonly resourcePath?: string;
}

/**
 * An event as "OPERATION TYPE path", with `{}` for each value in its path: `CREATE USER users/{}`.
 *
 * @param words what stands in paths of the Admin API beside values
 * @param values what stood in the path of the call for its parameters, which may also be such words
 */
export function eventTemplate(
  { operationType, resourceType = "", resourcePath = "" }: RecordedEvent,
  words: ReadonlySet<string>,
  values: ReadonlySet<string>,
): string {
  const isWord = (segment: string) =>
    segment === "" || (words.has(segment) && !values.has(segment));
  const path = resourcePath
    .split("/")
    .map((segment) => (isWord(segment) ? segment : "{}"))
    .join("/");
  return `${operationType} ${resourceType} ${path}`.trimEnd();
}
