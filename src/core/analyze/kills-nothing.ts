/**
 * What stands where requests die and is never why they do: other names for the same thing, shares as they are written,
 * settings without an effect, matches that are never asked.
 */
const KILLS_NOTHING: ReadonlySet<string> = new Set([
  ...['IST0002', 'IST0112', 'IST0118', 'IST0130', 'IST0131', 'IST0133', 'IST0135'],
  ...['MX0002', 'MX0106', 'MX0108', 'MX0114', 'MX0137', 'MX0139', 'MX0140', 'MX0143', 'MX0147', 'MX0149', 'MX0150'],
])

/** Whether requests can die of a problem: else they only come by its place. */
export const canKill = (code: string): boolean => !KILLS_NOTHING.has(code)
