import type { Ownership } from "../../access/ownership/ownership.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { TwoLines } from "./TwoLines.tsx";

/** Whose a client is; what it is for is told on hover. Anyone who may change the client can write both. */
export function OwnerCell({ ownership }: { readonly ownership: Ownership | undefined }) {
  const { owner, purpose } = ownership ?? {};
  if (owner === undefined && purpose === undefined) return null;
  return (
    <TwoLines title={escapeInvisible(purpose ?? owner ?? "")}>
      {escapeInvisible(owner ?? purpose ?? "")}
    </TwoLines>
  );
}
