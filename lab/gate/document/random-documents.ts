import { type Arbitrary, array, constant, oneof, record, sample, tuple } from "fast-check";
import { type DocumentPlan, documentFactors, type ProgramPlan, programFactors } from "./factors.ts";

/** How much more often than another value of its factor the usual one is chosen; 1 for those not named. */
const usualWeight = new Map(
  Object.entries({
    ...{ clients: 4, lenient: 4, names: 4, groupNames: 4, kind: 4, account: 6, scope: 3 },
    ...{ management: 6, defaultRole: 6, everybody: 6, version: 6, format: 2 },
    ...{
      permissions: 3,
      logic: 2,
      permissionsClient: 12,
      store: 6,
      placeholder: 30,
      unknown: 40,
      cut: 80,
    },
  }),
);

const anyOf = (
  factors: Readonly<Record<string, readonly string[]>>,
): Arbitrary<Readonly<Record<string, string>>> =>
  record(
    Object.fromEntries(
      Object.entries(factors).map(([factor, values]) => [
        factor,
        oneof(
          ...values.map((value, place) => ({
            arbitrary: constant(value),
            weight: place === 0 ? (usualWeight.get(factor) ?? 1) : 1,
          })),
        ),
      ]),
    ),
  );

const anyProgram = anyOf(programFactors) as unknown as Arbitrary<ProgramPlan>;

const anyDocument = tuple(
  anyOf(documentFactors),
  array(anyProgram, { minLength: 1, maxLength: 3 }),
).map(([factors, programs]) => ({ ...factors, programs }) as unknown as DocumentPlan);

/** A document with its number in a run. */
export interface NumberedDocument {
  readonly number: number;
  readonly plan: DocumentPlan;
}

/** So many documents, always the same for the same seed and count; unusual values are rarer than usual ones. */
export function chooseDocuments(seed: number, count: number): readonly NumberedDocument[] {
  return sample(anyDocument, { seed, numRuns: count }).map((plan, place) => ({
    number: place + 1,
    plan,
  }));
}
