import { type ReactNode, useMemo } from "react";
import { rolesInForce } from "../../access/model/held-admin-roles.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { verdictOfHeld } from "../../access/model/verdict-of.ts";
import { reachOf } from "../../access/presets/preset-reach.ts";
import { callKey } from "../../catalog/calls/call-template.ts";
import type { MeasuredCall } from "../../catalog/measured/measured-matrix.ts";
import { isShortfall } from "../../catalog/presets/is-shortfall.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { promisedBy } from "../../catalog/presets/promised-by.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CallList, CallsByFamily } from "../parts/CallList.tsx";
import { Fold } from "../parts/Fold.tsx";
import { MeasuredOn } from "../parts/MeasuredOn.tsx";
import {
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "../parts/patternfly/description-list.ts";
import { TriedEscalations } from "./TriedEscalations.tsx";

interface PresetReachProps {
  readonly preset: Preset;
  readonly snapshot: Snapshot;
  readonly knowledge: Knowledge;
}

/** What a preset allows, what it only seems to allow, and what it does not, as it was measured. */
export function PresetReach({ preset, snapshot, knowledge }: PresetReachProps) {
  const t = useTranslate();
  const { matrix } = knowledge;
  const reach = useMemo(() => reachOf(preset.roles, promisedBy(preset), matrix), [preset, matrix]);
  const held = rolesInForce(snapshot);
  const isAllowedNow = (call: MeasuredCall) => verdictOfHeld(call, held, matrix) === "allowed";
  const isKnown = held.possible.size === 0;
  const now = isKnown ? reach.allowed.filter(isAllowedNow).length : 0;
  // What was tried with roles for organizations was tried on Keycloak's own.
  const triedRoles =
    preset.provider === undefined
      ? preset.roles
      : preset.roles.filter(({ name }) => !name.endsWith("-organizations"));
  const shortfalls = reach.promised.filter((call) => isShortfall(preset, call, matrix));
  const counts = { count: reach.allowed.length, all: matrix.calls.length };
  return (
    <>
      {reach.promised.length === 0 ? null : (
        <Group term={t("reach.madeFor")}>
          <CallList calls={reach.promised} knowledge={knowledge} />
          {shortfalls.map((call) => (
            <div key={callKey(call)}>
              {t("reach.shortfall", { version: matrix.version, call: knowledge.nameOf(call) })}
            </div>
          ))}
        </Group>
      )}
      <Group term={t("reach.allows")}>
        <Fold text={t("reach.allowsCount", counts)}>
          {() => <CallsByFamily calls={reach.allowed} knowledge={knowledge} />}
        </Fold>
        {now === 0 || now === reach.allowed.length ? null : (
          <div>{t("reach.alreadyAllowed", { now, count: reach.allowed.length })}</div>
        )}
      </Group>
      {reach.filtered.length === 0 ? null : (
        <Group term={t("reach.seems")}>
          <Fold text={t("reach.seemsCount", { count: reach.filtered.length })}>
            {() => <CallsByFamily calls={reach.filtered} knowledge={knowledge} />}
          </Fold>
        </Group>
      )}
      {reach.denied.length === 0 ? null : (
        <Group term={t("reach.denies")}>
          <Fold text={t("reach.deniesCount", { count: reach.denied.length })}>
            {() => <CallsByFamily calls={reach.denied} knowledge={knowledge} />}
          </Fold>
        </Group>
      )}
      <Group term={t("tried.term")}>
        <TriedEscalations roles={triedRoles} knowledge={knowledge} />
      </Group>
      <Group term={t("reach.source")}>
        <MeasuredOn knowledge={knowledge} />
      </Group>
    </>
  );
}

function Group({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
