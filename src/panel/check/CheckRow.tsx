import { useContext } from "react";
import type { CheckId, Verdict } from "../../access/check/check-access.ts";
import type { SignInResult } from "../../access/check/check-sign-in.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import {
  DataListCell,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
} from "../parts/patternfly/data-list.ts";
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  QuestionCircleIcon,
} from "../parts/patternfly/icons.ts";
import { Label, type LabelProps } from "../parts/patternfly/label.ts";
import { ShownVerdict } from "./shown-verdict.ts";

interface CheckRowProps {
  readonly id: CheckId | SignInResult["id"] | "finePermissions" | "tokenEndpoint";
  readonly verdict: Verdict;
  /** The server's own words, which come before ours. They are shown as text only. */
  readonly serverMessage?: string | undefined;
  readonly text: string;
  readonly action?: FindingAction | undefined;
}

interface FindingAction {
  readonly name: string;
  /** Whether something else has to end first. */
  readonly isBarred?: boolean;
  readonly onClick: () => void;
}

const looks = {
  ok: { color: "green", icon: <CheckCircleIcon /> },
  problem: { color: "red", icon: <ExclamationCircleIcon /> },
  unknown: { color: "grey", icon: <QuestionCircleIcon /> },
} as const satisfies Record<Verdict, Pick<LabelProps, "color" | "icon">>;

/** As wide as the longest name, so that the texts stand below each other. */
const nameWidth = "9rem";

/** One thing that decides access: what was found, what to do, and a button where it can be done here. */
export function CheckRow({ id, verdict, serverMessage, text, action }: CheckRowProps) {
  const t = useTranslate();
  const { verdict: shown, headline } = useContext(ShownVerdict);
  if (id === headline || (shown !== undefined && shown !== verdict)) return null;
  return (
    <DataListItem
      aria-labelledby={`check-name-${id}`}
      data-testid={`check-${id}`}
      data-verdict={verdict}
    >
      <DataListItemRow>
        <DataListItemCells
          dataListCells={[
            <DataListCell key="name" isFilled={false} style={{ minWidth: nameWidth }}>
              <Label isCompact variant="outline" id={`check-name-${id}`} {...looks[verdict]}>
                {t(`check.${id}`)}
              </Label>
            </DataListCell>,
            <DataListCell key="text">
              <div>
                {serverMessage === undefined ? null : (
                  <div>{t("problem.serverSays", { message: serverMessage })}</div>
                )}
                {text}
              </div>
              {action === undefined ? null : (
                <Button
                  variant="link"
                  isInline
                  isAriaDisabled={action.isBarred === true}
                  onClick={action.onClick}
                  data-testid={`fix-${id}`}
                >
                  {action.name}
                </Button>
              )}
            </DataListCell>,
          ]}
        />
      </DataListItemRow>
    </DataListItem>
  );
}
