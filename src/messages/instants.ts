/**
 * A moment on the clock of a zone, as operators compare it: `2026-11-22 08:00`. A zone that this machine does
 * not know gives UTC, and says so.
 *
 * @param epochMs epoch milliseconds
 */
export function formatInstant(epochMs: number, zone: string | null): string {
  if (zone === null || zone === 'UTC') return inUtc(epochMs)
  try {
    return local(epochMs, zone)
  } catch {
    return inUtc(epochMs)
  }
}

function inUtc(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** @throws RangeError for a zone that is not known here */
function local(epochMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(epochMs)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}
