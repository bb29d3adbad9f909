/** Older data is wrong somewhere by an hour: Morocco changed its rules for September 2026. */
export const ZONE_DATA = '2026b'

/** Whether this Node carries older time zone data; versions such as 2025c sort as text. */
export function isZoneDataOld(): boolean {
  return (process.versions['tz'] ?? '') < ZONE_DATA
}
