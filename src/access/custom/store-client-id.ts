/** The client ID of the client whose attributes are the presets of a realm. */
export const storeClientId = "service-account-presets";
