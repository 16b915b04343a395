/**
 * Why a name can't be that of a container port, as the API server says it (RFC 6335, section 5.1; validation
 * `IsValidPortName`): the rest of a sentence; undefined for a good one.
 */
export function portNameFault(name: string): string | undefined {
  if (name.length > 15) return `has ${name.length} characters; 15 are the most that are allowed`;
  if (!/^[a-z0-9-]*$/.test(name)) return 'has other characters than lower-case letters, digits and hyphens';
  if (!/[a-z]/.test(name)) return 'has no letter';
  if (name.includes('--')) return 'has two hyphens in a row';
  if (/^-|-$/.test(name)) return 'begins or ends with a hyphen';
  return undefined;
}

/** Why a name can't be that of a Service's port, which is a DNS label (RFC 1123); undefined for a good one. */
export function servicePortNameFault(name: string): string | undefined {
  if (name.length > 63) return `has ${name.length} characters; 63 are the most that are allowed`;
  if (!/^[a-z0-9-]*$/.test(name)) return 'has other characters than lower-case letters, digits and hyphens';
  if (/^-|-$/.test(name)) return 'begins or ends with a hyphen';
  return undefined;
}

/** The nearest name that a container port may have; undefined where nothing is left of it. */
export function nearestPortName(name: string): string | undefined {
  const nearest = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 15)
    .replace(/^-+|-+$/g, '');
  return portNameFault(nearest) === undefined && nearest !== '' ? nearest : undefined;
}
