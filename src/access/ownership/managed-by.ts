/** The attribute of a client that names the tool that manages it. */
export const managedByAttribute = "managed-by";
