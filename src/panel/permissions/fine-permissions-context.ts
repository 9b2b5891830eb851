import { createContext, useContext } from "react";
import type { FinePermissions } from "../../access/model/fine-permissions.ts";

/** Whether fine-grained permissions may count for the client that is shown; undefined until that is read. */
export const FinePermissionsContext = createContext<FinePermissions | undefined>(undefined);

/** Whether fine-grained permissions may count for the client that is shown; undefined until that is read. */
export function useFinePermissions(): FinePermissions | undefined {
  return useContext(FinePermissionsContext);
}
