/** The attributes of a client that say whose it is, what it is for, and when its access is reviewed. */
export const ownershipAttributes = {
  owner: "owner",
  purpose: "purpose",
  /** A day, such as `2027-05-31`. */
  reviewDate: "review-date",
  /** The username of the person who reviewed it last. */
  reviewedBy: "reviewed-by",
  /** A moment in ISO 8601. */
  reviewedAt: "reviewed-at",
} as const;

/** What these attributes contain: any text, because anyone who may change the client can write them. */
export type Ownership = Readonly<Record<keyof typeof ownershipAttributes, string | undefined>>;

/** Reads the ownership from the attributes of a client; an empty attribute counts as missing. */
export function ownershipIn(attributes: ReadonlyMap<string, string>): Ownership {
  const { owner, purpose, reviewDate, reviewedBy, reviewedAt } = ownershipAttributes;
  const read = (name: string) => attributes.get(name) || undefined;
  return {
    owner: read(owner),
    purpose: read(purpose),
    reviewDate: read(reviewDate),
    reviewedBy: read(reviewedBy),
    reviewedAt: read(reviewedAt),
  };
}
