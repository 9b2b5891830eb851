import { rolesInForce } from "../../../access/model/held-admin-roles.ts";
import { powersOfHeld } from "../../../access/model/powers-of-held.ts";
import { adminRolesIn } from "../../../access/model/role-reference.ts";
import type { Snapshot } from "../../../access/model/snapshot.ts";
import { worstOfHeld } from "../../../access/presets/worst-of-held.ts";
import { versionOfConsole } from "../../../catalog/server/version-of-console.ts";
import { usePanelContext } from "../../context/panel-context.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { MeasuredOn } from "../../parts/MeasuredOn.tsx";
import { pf } from "../../parts/patternfly-classes.ts";
import { WithKnowledge } from "../../parts/WithKnowledge.tsx";
import { describePowers } from "../job/describe-powers.ts";
import { RiskInWords } from "../job/RiskInWords.tsx";

interface PowerSentenceProps {
  /** The client as it was read back. */
  readonly snapshot: Snapshot;
  /** The realm that its roles are for. */
  readonly administeredRealm: string;
}

/** What the new client can do and what it can't, in sentences, from the roles that the server says it has. */
export function PowerSentence({ snapshot, administeredRealm }: PowerSentenceProps) {
  const t = useTranslate();
  const { consoleScript } = usePanelContext();
  const { risk } = worstOfHeld(adminRolesIn(snapshot.effective), snapshot);
  return (
    <div className={pf("u-mb-md")} data-testid="newClientPower">
      <WithKnowledge>
        {(knowledge) => {
          const version = versionOfConsole(consoleScript);
          const powers = powersOfHeld(rolesInForce(snapshot), knowledge.matrix, version);
          const sentences = describePowers(t, powers, {
            clientId: snapshot.client.clientId,
            realm: administeredRealm,
            isRealmAdmin: risk?.consequences.some(({ id }) => id === "isRealmAdmin") ?? false,
            isCritical: risk?.level === "critical",
          });
          return (
            <>
              <p className={pf("u-font-size-lg")}>{sentences.join(" ")}</p>
              {risk === undefined ? null : (
                <div className={pf("u-my-sm")}>
                  <RiskInWords risk={risk} />
                </div>
              )}
              <p className={pf("u-color-200 u-font-size-sm")}>
                <MeasuredOn knowledge={knowledge} />
              </p>
            </>
          );
        }}
      </WithKnowledge>
    </div>
  );
}
