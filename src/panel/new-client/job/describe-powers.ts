import type { Powers } from "../../../access/model/powers-of-held.ts";
import type { ReachFamily } from "../../../catalog/calls/reach.ts";
import type { Translate } from "../../../texts/translate.ts";
import { joinNames } from "../../context/use-translate.ts";

/** Where there is little room, more families than this are counted. */
const mostNamed = 3;

/** What roles allow, in a few words: the most that it does to each kind of thing, without what it sees a part of. */
export function describePowersBriefly(t: Translate, powers: Powers): string {
  const { reads, changes, changesPart, readsSecrets, escalates } = powers;
  const brief = (families: readonly ReachFamily[]) => {
    const names = families.map((family) => t(`newClient.family.${family}`));
    const more = names.length - mostNamed;
    // One that is left out takes as much room as its count.
    return more < 2
      ? joinNames(names)
      : joinNames([...names.slice(0, mostNamed), t("newClient.more", { count: more })]);
  };
  const parts = [
    reads.length === 0 ? [] : t("newClient.brief.reads", { families: brief(reads) }),
    readsSecrets.length === 0 ? [] : t("newClient.brief.readsSecrets"),
    changes.length + changesPart.length === 0
      ? []
      : t("newClient.brief.changes", { families: brief([...changes, ...changesPart]) }),
    escalates.length === 0 ? [] : t("newClient.brief.escalates"),
  ].flat();
  return parts.length === 0 ? t("newClient.brief.none") : parts.join(" · ");
}

/** Whom the sentences are about, and where. */
interface Subject {
  readonly clientId: string;
  readonly realm: string;
  /** Whether its roles are those of a realm admin: that says everything. */
  readonly isRealmAdmin: boolean;
  /** Whether the worst that its roles allow is critical: then nothing is called harmless. */
  readonly isCritical: boolean;
}

/** What a client can do and what it can't, in sentences; only what was measured. */
export function describePowers(
  t: Translate,
  powers: Powers,
  { clientId, realm, isRealmAdmin, isCritical }: Subject,
): readonly string[] {
  if (isRealmAdmin) return [t("newClient.power.all", { clientId, realm })];
  const sentence = (
    kind: "readsPart" | "readsSecrets" | "changes" | "changesPart" | "escalates",
  ) =>
    powers[kind].length === 0
      ? []
      : [t(`newClient.power.${kind}`, { families: nameAll(t, powers[kind]) })];
  const { reads, readsPart } = powers;
  const writes = (["readsSecrets", "changes", "changesPart", "escalates"] as const).flatMap(
    sentence,
  );
  const more = powers.isMore ? [t("newClient.power.more")] : [];
  if ([reads, readsPart, writes].every(({ length }) => length === 0)) {
    return powers.isMore ? more : [t("newClient.power.none", { clientId, realm })];
  }
  const begin =
    reads.length > 0
      ? [
          t("newClient.power.reads", { clientId, realm, families: nameAll(t, reads) }),
          ...sentence("readsPart"),
        ]
      : readsPart.length > 0
        ? [t("newClient.power.readsOnlyPart", { clientId, realm, families: nameAll(t, readsPart) })]
        : [t("newClient.power.readsNothing", { clientId, realm })];
  const isHarmless = powers.isReadOnly && !isCritical;
  return [...begin, ...writes, ...(isHarmless ? [t("newClient.power.readOnly")] : []), ...more];
}

function nameAll(t: Translate, families: readonly ReachFamily[]): string {
  return joinNames(families.map((family) => t(`newClient.family.${family}`)));
}
