import { riskOf } from "../../access/model/risk.ts";
import type { Recommendation, Sufficient } from "../../access/question/recommend-presets.ts";
import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import { describeRisk, t } from "./preset-texts.ts";

const write = ({ method, path }: CallTemplate) => `${method} ${path}`;

const idsOf = ({ presets }: Sufficient) => presets.map(({ id }) => id);

const writeSufficient = (found: Sufficient) =>
  `${idsOf(found).join(" + ")}  ${describeRisk(riskOf(...found.presets))}`;

/** As many as a person compares; JSON has all of them. */
const mostOthers = 4;

/**
 * The one answer, what it covers beside what was asked for, and what else is enough, for people.
 *
 * @param foundCall the call that it is for, where words found that
 */
export function writeRecommendation(
  { best, pair, others }: Recommendation,
  foundCall: CallTemplate | undefined,
): readonly string[] {
  const rest = others.length - mostOthers;
  return [
    `Recommended${foundCall === undefined ? "" : ` for ${write(foundCall)}`}  ${writeSufficient(best)}`,
    ...(pair === undefined
      ? []
      : [`  also covers ${write(pair.call)}. ${t(`answer.pair.${pair.why}`)}`]),
    ...(others.length === 0 ? [] : ["Also sufficient"]),
    ...others
      .slice(0, mostOthers)
      .map(
        (other) =>
          `  ${writeSufficient(other)}${other.coversPair || pair === undefined ? "" : `; without ${write(pair.call)}`}`,
      ),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    "",
  ];
}

/** The same for programs. */
export function describeRecommendation({ best, pair, others }: Recommendation) {
  return {
    presets: idsOf(best),
    ...(pair === undefined
      ? {}
      : { usuallyWith: { method: pair.call.method, path: pair.call.path, why: pair.why } }),
    alsoSufficient: others.map((other) => ({
      presets: idsOf(other),
      ...(pair === undefined ? {} : { coversPair: other.coversPair }),
    })),
  };
}
