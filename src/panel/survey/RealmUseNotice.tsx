import type { RealmUseAnswer } from "../../keycloak/events/read-realm-use.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { realmSettingsAddress } from "../context/realm-settings-address.ts";
import { formatDate, useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { RealmUseHandle } from "./use-realm-use.ts";

/** How far the events of realms were read, and what they can't tell. */
export function RealmUseNotice({ use }: { readonly use: RealmUseHandle }) {
  const t = useTranslate();
  const { state, read, stop } = use;
  if (state.kind === "idle") return null;
  return (
    <div className={pf("u-mb-sm")} role="status" data-testid="realmUse" data-status={state.kind}>
      {state.kind === "loading" ? (
        <>
          {t("accounts.use.reading", { number: read })}{" "}
          <Button variant="link" isInline onClick={stop} data-testid="stopUse">
            {t("accounts.stop")}
          </Button>
        </>
      ) : state.kind === "failed" ? (
        t("accounts.use.failed")
      ) : (
        [...state.value].map(([realm, answer]) => (
          <p key={realm}>
            <RealmAnswer realm={realm} answer={answer} />
          </p>
        ))
      )}
    </div>
  );
}

function RealmAnswer({
  realm,
  answer,
}: {
  readonly realm: string;
  readonly answer: RealmUseAnswer;
}) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  if (answer.kind !== "read") {
    if (answer.kind === "notSeen") return t("accounts.use.notSeen", { realm });
    const address = realmSettingsAddress(addressOf({ realm, clientUuid: "" }), realm, "events");
    return (
      <>
        {t("accounts.use.off", { realm })} <a href={address}>{t("accounts.use.open")}</a>
      </>
    );
  }
  const { knownSince } = answer.use;
  if (knownSince === undefined) return t("accounts.use.none", { realm });
  const key = answer.isComplete ? "accounts.use.done" : "accounts.use.partial";
  return t(key, { realm, day: formatDate(knownSince) });
}
