/** An address in a text, and the method named for it. */
export interface Mention {
  readonly method: string | undefined;
  readonly address: string;
}
