import { useId, useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { type Ownership, ownershipAttributes } from "../../access/ownership/ownership.ts";
import { isDay, nextReviewAfter } from "../../access/ownership/review-state.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { writeAttributes } from "../../keycloak/change/write-attributes.ts";
import { readSignedIn } from "../../keycloak/client/read-signed-in.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { formatTime, useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Checkbox } from "../parts/patternfly/checkbox.ts";
import { Form, FormGroup, FormHelperText, TextArea, TextInput } from "../parts/patternfly/form.ts";
import { Modal } from "../parts/patternfly/modal.tsx";

interface OwnerDialogProps {
  readonly snapshot: Snapshot;
  readonly handle: ClientStateHandle;
  readonly onClose: () => void;
}

/** As many characters as fit on the page; the server keeps far more. */
const longest = 1_000;

/** What is typed; the fields are empty where the client doesn't have the attribute. */
interface Draft {
  readonly owner: string;
  readonly purpose: string;
  readonly reviewDate: string;
}

/** The attributes that a draft changes: the others may have been changed by someone else meanwhile. */
function changedAttributes(draft: Draft, shown: Draft): Readonly<Record<string, string>> {
  const names = ["owner", "purpose", "reviewDate"] as const;
  return Object.fromEntries(
    names
      .filter((name) => draft[name] !== shown[name])
      .map((name) => [ownershipAttributes[name], draft[name].trim()]),
  );
}

function draftOf(ownership: Ownership | undefined): Draft {
  const { owner = "", purpose = "", reviewDate = "" } = ownership ?? {};
  return { owner, purpose, reviewDate: isDay(reviewDate) ? reviewDate : "" };
}

/** Changes whose the client is, what it is for, and when its access is reviewed; and says that it was reviewed. */
export function OwnerDialog({ snapshot, handle, onClose }: OwnerDialogProps) {
  const t = useTranslate();
  const formId = useId();
  const { loginRealm } = usePanelContext();
  const { clientId, clientUuid, isManageable, ownership } = snapshot.client;
  const [shown] = useState(() => draftOf(ownership));
  const [draft, setDraft] = useState(shown);
  const [isReviewed, setIsReviewed] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [thrown, setThrown] = useState<unknown>();
  const today = dayOf(new Date());
  const reviewDate = ownership?.reviewDate;

  const save = async () => {
    setIsSaving(true);
    setThrown(undefined);
    try {
      const { api } = handle.subject;
      const by = isReviewed ? await readSignedIn(api, loginRealm) : undefined;
      await writeAttributes(api, clientUuid, {
        ...changedAttributes(draft, shown),
        ...(by && {
          [ownershipAttributes.reviewedBy]: by.name,
          [ownershipAttributes.reviewedAt]: new Date().toISOString(),
        }),
      });
      handle.load();
      onClose();
    } catch (failure) {
      setThrown(failure);
      setIsSaving(false);
    }
  };
  const problem =
    thrown === undefined
      ? undefined
      : describeProblem(t, thrown, t("attempts.change", { clientId }));
  return (
    <Modal
      isOpen
      variant="medium"
      title={t("owner.title", { clientId })}
      description={t("owner.description", {
        attributes: Object.values(ownershipAttributes).join(", "),
      })}
      onClose={onClose}
      data-testid="ownerDialog"
      actions={[
        <Button
          key="save"
          type="submit"
          form={formId}
          isLoading={isSaving}
          isDisabled={isSaving || !isManageable}
          data-testid="saveOwner"
        >
          {t("owner.save")}
        </Button>,
        <Button key="close" variant="link" onClick={onClose}>
          {t("done.close")}
        </Button>,
      ]}
    >
      <Form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset disabled={!isManageable || isSaving} style={{ display: "contents" }}>
          <FormGroup label={t("owner.owner")} fieldId="owner-owner">
            <TextInput
              id="owner-owner"
              value={draft.owner}
              maxLength={longest}
              onChange={(_, owner) => setDraft({ ...draft, owner })}
              data-testid="ownerOwner"
            />
          </FormGroup>
          <FormGroup label={t("owner.purpose")} fieldId="owner-purpose">
            <TextArea
              id="owner-purpose"
              value={draft.purpose}
              maxLength={longest}
              resizeOrientation="vertical"
              onChange={(_, purpose) => setDraft({ ...draft, purpose })}
              data-testid="ownerPurpose"
            />
          </FormGroup>
          <FormGroup label={t("owner.reviewDate")} fieldId="owner-review-date">
            <TextInput
              id="owner-review-date"
              type="date"
              value={draft.reviewDate}
              onChange={(_, date) => setDraft({ ...draft, reviewDate: date })}
              data-testid="ownerReviewDate"
            />
            {reviewDate === undefined || isDay(reviewDate) ? null : (
              <FormHelperText data-testid="notADate">
                {t("owner.notADate", { date: escapeInvisible(reviewDate) })}
              </FormHelperText>
            )}
          </FormGroup>
          <FormGroup role="group" aria-label={t("owner.reviewed")}>
            <Checkbox
              id="owner-reviewed"
              label={t("owner.reviewed")}
              description={t("owner.reviewed.about")}
              isChecked={isReviewed}
              onChange={(_, isDone) => {
                setIsReviewed(isDone);
                const isPlanned = draft.reviewDate > today;
                if (isDone && !isPlanned) {
                  setDraft({ ...draft, reviewDate: nextReviewAfter(today) });
                }
              }}
              data-testid="ownerReviewed"
            />
            {lastReview()}
          </FormGroup>
        </fieldset>
      </Form>
      {isManageable ? null : <p>{t("managed.needs")}</p>}
      {problem === undefined ? null : (
        <Alert component="p" variant="danger" isInline title={problem.title}>
          {problem.reason}
        </Alert>
      )}
    </Modal>
  );

  function lastReview() {
    const { reviewedBy, reviewedAt = "" } = ownership ?? {};
    if (reviewedBy === undefined) return null;
    const time = new Date(reviewedAt).getTime();
    const at = Number.isNaN(time) ? escapeInvisible(reviewedAt) : formatTime(time);
    return (
      <FormHelperText data-testid="lastReview">
        {t("owner.lastReview", { name: escapeInvisible(reviewedBy), time: at })}
      </FormHelperText>
    );
  }
}
