import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Goal } from "../../access/plan/plan.ts";
import { type RecordedSignIn, usualWindow } from "../../access/use/recorded-use.ts";
import type { Translate } from "../../texts/translate.ts";
import { describeProblem, nameFailedRequest } from "../context/describe-problem.ts";
import { EventSettingsLink } from "../context/EventSettingsLink.tsx";
import type { Knowledge } from "../context/load-knowledge.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { formatDate, useTranslate } from "../context/use-translate.ts";
import { CallsByFamily } from "../parts/CallList.tsx";
import { Fold } from "../parts/Fold.tsx";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { Alert, AlertActionLink } from "../parts/patternfly/alert.ts";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { WithKnowledge } from "../parts/WithKnowledge.tsx";
import { SmallerAccess } from "./SmallerAccess.tsx";
import { Unrecognized } from "./Unrecognized.tsx";
import { type UsedAccess as Used, useAdministeredRealm, useUsedAccess } from "./use-used-access.ts";

interface UsedAccessProps {
  readonly snapshot: Snapshot;
  readonly onPlan: (goal: Goal) => void;
}

/** Which access a service account used, and the smaller one that would do. Events are read when it is opened. */
export function UsedAccess({ snapshot, onPlan }: UsedAccessProps) {
  const t = useTranslate();
  return (
    <div className={pf("u-my-sm")} data-testid="usedAccess">
      <Fold text={t("use.title")}>
        {() => (
          <WithKnowledge>
            {(knowledge) => <ReadUse {...{ snapshot, onPlan, knowledge }} />}
          </WithKnowledge>
        )}
      </Fold>
    </div>
  );
}

function ReadUse(props: UsedAccessProps & { readonly knowledge: Knowledge }) {
  const { snapshot, knowledge } = props;
  const t = useTranslate();
  const { realm } = usePanelContext();
  const { state, reload } = useUsedAccess(snapshot, knowledge);
  if (state.kind === "failed") {
    const attempt = nameFailedRequest(t, state.thrown, {
      clientId: snapshot.client.clientId,
      realm,
    });
    return (
      <ProblemAlert
        problem={describeProblem(t, state.thrown, attempt)}
        actions={<AlertActionLink onClick={reload}>{t("problem.tryAgain")}</AlertActionLink>}
      />
    );
  }
  if (state.kind !== "done") return <Spinner size="md" aria-label={t("use.loading")} />;
  if (state.value === "notSeen") return <p data-testid="useNotSeen">{t("use.notSeen")}</p>;
  return <ShownUse {...props} used={state.value} />;
}

function ShownUse(props: UsedAccessProps & { readonly knowledge: Knowledge; readonly used: Used }) {
  const { snapshot, knowledge, onPlan, used } = props;
  const t = useTranslate();
  const { recorded, use, advice, untraced } = used;
  const { recordedSince, isComplete, areWritesKept, from, events, byPeople } = recorded;
  const administered = useAdministeredRealm(snapshot);
  const calls = use.calls.map(({ call }) => call);
  const oldest = events.at(-1);
  return (
    <>
      {areWritesKept ? null : <EventsOff snapshot={snapshot} />}
      <p data-testid="useSummary">
        {calls.length > 0
          ? t("use.calls", { count: calls.length, days: usualWindow })
          : recordedSince === undefined || !isComplete || use.unrecognized.length > 0
            ? t("use.unknown")
            : t("use.none", { day: formatDate(recordedSince) })}
      </p>
      {recordedSince === undefined || recordedSince <= from || calls.length === 0 ? null : (
        <p data-testid="useSince">
          {t("use.since", { day: formatDate(recordedSince) })}{" "}
          <EventSettingsLink realm={administered} />
        </p>
      )}
      {isComplete || oldest === undefined ? null : (
        <p data-testid="useCut">
          {t("use.cut", { number: events.length, day: formatDate(oldest.time) })}{" "}
          <EventSettingsLink realm={administered} />
        </p>
      )}
      {advice.needed.length === 0 ? null : <SmallerAccess {...{ advice, onPlan, knowledge }} />}
      <Unrecognized {...{ use, advice, knowledge }} />
      {byPeople === 0 ? null : <p>{t("use.byPeople", { count: byPeople })}</p>}
      <p data-testid="useSignIn">{nameSignIn(t, recorded.signIn)}</p>
      <p className={pf("u-color-200")} data-testid="useReads">
        {t("use.reads")} {t("use.untraced", { count: untraced.length })}
      </p>
      {calls.length === 0 ? null : (
        <Fold text={t("use.list", { count: calls.length })}>
          {() => <CallsByFamily calls={calls} knowledge={knowledge} />}
        </Fold>
      )}
    </>
  );
}

function nameSignIn(t: Translate, signIn: RecordedSignIn): string {
  return signIn.kind === "at"
    ? t("use.signIn.at", { day: formatDate(signIn.time) })
    : t(`use.signIn.${signIn.kind}`);
}

/** Says that the realm records no writes now, and leads to the setting. */
function EventsOff({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useTranslate();
  const administered = useAdministeredRealm(snapshot);
  return (
    <Alert
      component="p"
      variant="info"
      isInline
      isPlain
      title={t("use.off", { realm: administered })}
      className={pf("u-mb-sm")}
      data-testid="useOff"
    >
      <EventSettingsLink realm={administered} />
    </Alert>
  );
}
