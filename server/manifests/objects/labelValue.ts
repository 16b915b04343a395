/** What the API server takes as the value of a label: up to 63 characters, a letter or a digit at either end. */
const labelValue = /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;

/** A name as the value of a label: as much of it as a label may have. */
export function asLabelValue(name: string): string {
  if (labelValue.test(name)) return name;
  return name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, 63)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}
