import { useState } from "react";
import type { AdminEvent } from "../../access/model/admin-event.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { EventSettingsLink } from "../context/EventSettingsLink.tsx";
import { usePanelContext } from "../context/panel-context.ts";
import { formatTime, useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { bulletList } from "../parts/patternfly/list-style.ts";
import { pf } from "../parts/patternfly-classes.ts";
import {
  type Given,
  type GivenOrigin,
  type RoleOrigins as Read,
  useRoleOrigins,
} from "./use-role-origins.ts";

interface RoleOriginsProps {
  readonly userId: string;
  readonly assigned: readonly Given[];
  /** The groups and composite roles through which other roles are held. */
  readonly sources: readonly Given[];
}

/** Who assigned the roles of an account, and when, as the realm's events tell; read once it is asked for. */
export function RoleOrigins({ userId, assigned, sources }: RoleOriginsProps) {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const all = [...assigned, ...sources].map(({ kind, id, name, clientUuid }) => ({
    ...{ kind, id, name, clientUuid },
  }));
  const state = useRoleOrigins(userId, isOpen ? all : undefined);
  const { realm } = usePanelContext();
  const problem =
    state.kind === "failed"
      ? describeProblem(t, state.thrown, t("attempts.readEvents", { realm }))
      : undefined;
  return (
    <div className={pf("u-mb-xs")} data-testid="roleOrigins">
      <Button
        variant="link"
        isInline
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        data-testid="showOrigins"
      >
        {t(isOpen ? "origin.hide" : "origin.show")}
      </Button>
      {state.kind === "loading" ? <p>{t("origin.reading")}</p> : null}
      {problem === undefined ? null : (
        <p>
          {problem.title} {problem.reason}
        </p>
      )}
      {isOpen && state.kind === "done" ? <Origins {...state.value} /> : null}
    </div>
  );
}

function Origins({ origins, limit, settings, actors }: Read) {
  const t = useTranslate();
  const { realm } = usePanelContext();
  if (origins === undefined) return <p>{t("origin.mayNotSee")}</p>;
  const missing =
    settings?.areWritesKept === false
      ? "origin.off"
      : settings?.areDetailsKept === false
        ? "origin.detailsOff"
        : undefined;
  return (
    <>
      <ul style={bulletList} data-testid="origins">
        {origins.map((it) => (
          <li key={`${it.given.kind} ${it.given.id}`} data-origin={it.origin.kind}>
            {nameOrigin(it)}
          </li>
        ))}
      </ul>
      {origins.some(({ origin }) => origin.kind === "notRecorded") ? (
        <p className={pf("u-color-200")}>{t("origin.about")}</p>
      ) : null}
      {limit === undefined ? null : (
        <p className={pf("u-color-200")}>{t("origin.incomplete", { count: limit })}</p>
      )}
      {missing === undefined ? null : (
        <p className={pf("u-color-200")}>
          {t(missing, { realm })} <EventSettingsLink realm={realm} />
        </p>
      )}
    </>
  );

  function nameOrigin({ given, origin }: GivenOrigin): string {
    const name =
      given.kind === "group" ? t("power.sourceNamed.group", { name: given.name }) : given.name;
    if (origin.kind !== "recorded") return t(`origin.${origin.kind}`, { name });
    const { event } = origin;
    return t("origin.recorded", { name, time: formatTime(event.time), by: nameActor(event) });
  }

  function nameActor({ by: { userId: id } }: AdminEvent): string {
    const actor = actors.get(id);
    return actor?.kind === "named"
      ? actor.name
      : t(`origin.by.${actor?.kind ?? "notKnown"}`, { id });
  }
}
