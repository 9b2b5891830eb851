import { useMemo, useState } from "react";
import { type CustomRole, customRoleKey } from "../../../access/custom/custom-preset.ts";
import type { CallTemplate } from "../../../catalog/calls/call-template.ts";
import { masterRealmRoles } from "../../../catalog/roles/admin-roles.ts";
import type { Knowledge } from "../../context/load-knowledge.ts";
import { joinNames, useTranslate } from "../../context/use-translate.ts";
import { PastedText } from "../../parts/pasted/PastedText.tsx";
import { RecognizedCalls } from "../../parts/pasted/RecognizedCalls.tsx";
import { Button } from "../../parts/patternfly/button.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { WithKnowledge } from "../../parts/WithKnowledge.tsx";
import type { PickerProps } from "./picker-props.ts";

interface RolesForCallsProps extends Pick<PickerProps, "form" | "place"> {
  /** Adds admin roles. */
  readonly onAdd: (roles: readonly CustomRole[]) => void;
}

/** Finds the smallest admin roles for the calls that a program makes. */
export function RolesForCalls(props: RolesForCallsProps) {
  const [text, setText] = useState("");
  return (
    <div className={pf("u-mb-md")} data-testid="rolesForCalls">
      <PastedText id="custom-calls" text={text} onText={setText} />
      <div className={pf("u-mt-sm")} aria-live="polite">
        {text.trim() === "" ? null : (
          <WithKnowledge>
            {(knowledge) => (
              <Answered
                {...props}
                {...{ text, knowledge }}
                onAsk={({ method, path }) => setText(`${method} ${path}`)}
              />
            )}
          </WithKnowledge>
        )}
      </div>
    </div>
  );
}

interface AnsweredProps extends RolesForCallsProps {
  readonly text: string;
  readonly knowledge: Knowledge;
  readonly onAsk: (call: CallTemplate) => void;
}

const adminRole = (role: string): CustomRole =>
  masterRealmRoles.has(role) ? { role } : { client: "realm-management", role };

function Answered({ text, knowledge, form, place, onAsk, onAdd }: AnsweredProps) {
  const t = useTranslate();
  const answer = useMemo(() => knowledge.recognize(text), [knowledge, text]);
  if (answer === undefined) return <p>{t("pasted.nothing")}</p>;
  const { together } = answer;
  // Elsewhere, roles of the realm by these names are no admin roles.
  const isHere = (name: string) => place.isInMaster || !masterRealmRoles.has(name);
  const roleSets = together?.roleSets.filter((names) => names.every(isHere));
  return (
    <>
      <RecognizedCalls {...{ answer, knowledge, onAsk }} />
      {roleSets?.length === 0 ? <p>{t("pasted.noRole")}</p> : null}
      {together?.isPartial && roleSets?.length !== 0 ? <p>{t("custom.calls.partial")}</p> : null}
      {roleSets?.map((names) => {
        const roles = names.map(adminRole);
        const named = { roles: joinNames(names) };
        return (
          <p key={roles.map(customRoleKey).join()} data-testid={`roles-${names.join("-")}`}>
            {roles.every(form.has) ? (
              t("custom.calls.chosen", named)
            ) : (
              <Button
                variant="link"
                isInline
                isAriaDisabled={form.isFull}
                onClick={() => onAdd(roles)}
              >
                {t("custom.calls.add", named)}
              </Button>
            )}
          </p>
        );
      })}
    </>
  );
}
