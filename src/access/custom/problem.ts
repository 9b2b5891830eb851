/** What each kind of problem says more. */
interface ProblemValues {
  /** The text isn't JSON. */
  readonly notJson: { readonly reason: string };
  readonly wrongType: { readonly expected: "object" | "list" | "text" | "wholeNumber" };
  readonly missingField: { readonly field: string };
  readonly unknownField: { readonly field: string };
  readonly empty: Record<never, never>;
  readonly tooLong: { readonly length: number; readonly limit: number };
  readonly tooMany: { readonly count: number; readonly limit: number };
  /** A preset without roles gives nothing. */
  readonly noRoles: Record<never, never>;
  readonly duplicateRole: { readonly role: string };
  /** An id that isn't lower-case letters, digits and hyphens. */
  readonly malformedId: { readonly id: string };
  /** The id of a built-in preset. */
  readonly builtInId: { readonly id: string };
  readonly duplicateId: { readonly id: string };
  readonly notARevision: Record<never, never>;
  /** A former revision that isn't lower than the one before it. */
  readonly revisionOrder: { readonly revision: number; readonly below: number };
  /** A name with characters that can't be seen or that change its direction. */
  readonly invisibleCharacters: Record<never, never>;
  readonly noLetter: Record<never, never>;
  readonly mixedScripts: Record<never, never>;
  /** A name that looks like that of another preset. */
  readonly lookAlike: { readonly other: string };
}

export type ProblemKind = keyof ProblemValues;

/** One thing that is wrong in a document. */
export type Problem = {
  readonly [Kind in ProblemKind]: {
    /** As in `presets[0].roles[2].role`; empty for all of the document. */
    readonly place: string;
    readonly kind: Kind;
    readonly values: ProblemValues[Kind];
  };
}[ProblemKind];
