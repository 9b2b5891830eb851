/** The place of a field in an object, as in `presets[0].name`. */
export function fieldOf(place: string, field: string): string {
  return place === "" ? field : `${place}.${field}`;
}

/** The place of an item in a list, as in `presets[0]`. */
export function itemOf(place: string, item: number): string {
  return `${place}[${item}]`;
}
