/** Stands in for the admin client's experimental API v2, which this product does not call. */
export class ClientsV2 {
  api(): never {
    throw new Error("The experimental clients API v2 is not part of this build.");
  }
}
