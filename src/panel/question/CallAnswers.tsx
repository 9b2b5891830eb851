import type { Answer, AnsweredCall, Requirement } from "../../access/question/answer-question.ts";
import { conditionOf } from "../../catalog/calls/call-conditions.ts";
import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { joinAlternatives, joinNames, useTranslate } from "../context/use-translate.ts";
import { CallName } from "../parts/CallList.tsx";
import { MeasuredOn } from "../parts/MeasuredOn.tsx";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "../parts/patternfly/description-list.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { VerdictLabel } from "../parts/VerdictLabel.tsx";
import { useRealmSays } from "../permissions/realm-context.ts";

interface CallAnswersProps {
  readonly answer: Answer;
  readonly knowledge: Knowledge;
  /** Asks for a call instead. */
  readonly onAsk: (call: CallTemplate) => void;
}

/** Which roles and presets the calls need that were searched for, and what comes of them now. */
export function CallAnswers({ answer, knowledge, onAsk }: CallAnswersProps) {
  const t = useTranslate();
  const { calls, notMeasured, unknown, parts, foreign, together, isNamed, more } = answer;
  return (
    <section className={pf("u-mb-lg")} aria-labelledby="call-answers" data-testid="callAnswers">
      <Title headingLevel="h2" size="md" id="call-answers" className={pf("u-mb-sm")}>
        {t(isNamed ? "answer.title" : "answer.titleFound")}
      </Title>
      {foreign.map(({ address, reason }) => (
        <Alert
          component="p"
          key={address}
          variant="info"
          isInline
          isPlain
          title={t(`answer.foreign.${reason}`, { address })}
        />
      ))}
      {unknown.map(({ typed, nearest }) => (
        <div key={`${typed.method} ${typed.path}`} className={pf("u-mb-sm")}>
          <Alert
            component="p"
            variant="warning"
            isInline
            isPlain
            title={t("answer.noSuchCall", {
              call: `${typed.method ?? ""} ${typed.path}`.trim(),
              version: knowledge.matrix.version,
            })}
          />
          {nearest.length === 0 ? null : t("answer.nearest")}
          <AskList calls={nearest} knowledge={knowledge} onAsk={onAsk} />
        </div>
      ))}
      {parts.map(({ typed, calls: ofPart }) => (
        <div key={`${typed.method} ${typed.path}`} className={pf("u-mb-sm")}>
          <p>{t("answer.part", { call: `${typed.method ?? ""} ${typed.path}`.trim() })}</p>
          <AskList calls={ofPart.map(({ call }) => call)} knowledge={knowledge} onAsk={onAsk} />
        </div>
      ))}
      {calls.map((answered) => (
        <CallAnswer
          key={`${answered.call.method} ${answered.call.path}`}
          answered={answered}
          {...{ knowledge, onAsk, isNamed }}
        />
      ))}
      {notMeasured.map((call) => (
        <div
          key={`${call.method} ${call.path}`}
          className={pf("u-mb-md")}
          data-testid="notMeasured"
        >
          <CallName call={call} knowledge={knowledge} />
          <Alert
            component="p"
            variant="info"
            isInline
            isPlain
            title={t("answer.notMeasured", {
              version: knowledge.matrix.version,
              reason: call.reason,
            })}
          />
        </div>
      ))}
      {together === undefined || calls.length < 2 ? null : (
        <>
          <Title headingLevel="h3" size="md" className={pf("u-mt-md u-mb-sm")}>
            {t("answer.together")}
          </Title>
          <Needs requirement={together} knowledge={knowledge} />
        </>
      )}
      {more === 0 ? null : <p>{t(isNamed ? "answer.cut" : "answer.more", { count: more })}</p>}
      {calls.length === 0 ? null : (
        <p className={pf("u-color-200 u-font-size-sm u-mt-sm")}>
          <MeasuredOn knowledge={knowledge} />
        </p>
      )}
    </section>
  );
}

interface CallAnswerProps extends Omit<CallAnswersProps, "answer"> {
  readonly answered: AnsweredCall;
  readonly isNamed: boolean;
}

function CallAnswer({ answered, isNamed, knowledge, onAsk }: CallAnswerProps) {
  const t = useTranslate();
  const { call, verdict, alternatives } = answered;
  const { permissions, areTokensRefused } = useRealmSays();
  return (
    <div className={pf("u-mb-md")} data-testid="callAnswer">
      <div className={pf("u-mb-xs")}>
        <VerdictLabel
          verdict={verdict}
          areRolesAll={permissions?.kind === "off"}
          areTokensRefused={areTokensRefused}
        />{" "}
        {isNamed ? (
          <CallName call={call} knowledge={knowledge} />
        ) : (
          <Button variant="link" isInline onClick={() => onAsk(call)}>
            <CallName call={call} knowledge={knowledge} />
          </Button>
        )}
      </div>
      <Needs requirement={answered} knowledge={knowledge} condition={conditionOf(call)} />
      {alternatives.length === 0 ? null : (
        <div className={pf("u-mt-xs")}>
          {t("answer.alternatives")}
          <AskList calls={alternatives} knowledge={knowledge} onAsk={onAsk} />
        </div>
      )}
    </div>
  );
}

interface NeedsProps extends Pick<CallAnswersProps, "knowledge"> {
  readonly requirement: Requirement;
  /** What a call asks for beyond that, depending on what it is made on. */
  readonly condition?: string | undefined;
}

/** The smallest roles and presets, and what else would do. */
function Needs({ requirement, knowledge, condition }: NeedsProps) {
  const t = useTranslate();
  const { masterRoles, version } = knowledge.matrix;
  const nameRole = (role: string) =>
    masterRoles.includes(role) ? t("answer.roleOfMaster", { role }) : role;
  const roles = requirement.roleSets.map((set) => joinNames(set.map(nameRole)));
  const isOfMaster = requirement.roleSets.flat().some((role) => masterRoles.includes(role));
  const noPreset =
    roles.length === 0 && masterRoles.length === 0
      ? t("answer.masterNotMeasured", { version })
      : t(isOfMaster ? "answer.presetOfMaster" : "answer.noPreset");
  const presets = requirement.presetSets.map((set) =>
    joinNames(set.map((preset) => nameOf(t, preset))),
  );
  return (
    <DescriptionList isHorizontal isCompact>
      <Need
        term={t("answer.roles")}
        text={roles.length === 0 ? t("answer.noRole") : joinAlternatives(roles)}
      />
      <Need
        term={t("answer.presets")}
        text={presets.length === 0 ? noPreset : joinAlternatives(presets)}
      />
      {requirement.isPartial ? (
        <Need term={t("answer.partial")} text={t("answer.partialWhy")} />
      ) : null}
      {condition === undefined ? null : <Need term={t("answer.condition")} text={condition} />}
    </DescriptionList>
  );
}

function Need({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{text}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

/** Calls to ask for instead. */
function AskList({
  calls,
  knowledge,
  onAsk,
}: Omit<CallAnswersProps, "answer"> & { readonly calls: readonly CallTemplate[] }) {
  return (
    <ul className={pf("c-list pf-m-plain")}>
      {calls.map((call) => (
        <li key={`${call.method} ${call.path}`}>
          <Button variant="link" isInline onClick={() => onAsk(call)}>
            <CallName call={call} knowledge={knowledge} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
