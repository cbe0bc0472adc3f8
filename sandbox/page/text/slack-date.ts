// Fills Slack's date tokens, such as `{date_short_pretty} at {time}`, for a reader's zone and language.

export interface Clockwise {
  locale: string
  zone: string
  nowMs: number
}

export function fillDate(format: string, instantMs: number, reader: Clockwise): string {
  const show = (options: Intl.DateTimeFormatOptions, locale = reader.locale) =>
    new Intl.DateTimeFormat(locale, { timeZone: reader.zone, ...options }).format(instantMs)
  const tokens: Readonly<Record<string, () => string>> = {
    date_num: () => show({ dateStyle: 'short' }, 'sv'),
    date_slash: () => show({ dateStyle: 'short' }),
    date: () => show({ year: 'numeric', month: 'long', day: 'numeric' }),
    date_short: () => show({ year: 'numeric', month: 'short', day: 'numeric' }),
    date_long: () => show({ dateStyle: 'full' }),
    day_divider: () => show({ weekday: 'long', month: 'long', day: 'numeric' }),
    time: () => show({ timeStyle: 'short' }),
    time_secs: () => show({ timeStyle: 'medium' }),
    ago: () => ago(instantMs, reader),
  }
  return format.replaceAll(/\{(\w+?)(_pretty)?\}/g, (whole, name: string, pretty?: string) => {
    const token = Object.hasOwn(tokens, name) ? tokens[name] : undefined
    if (token === undefined) return whole
    return (pretty && nearDay(instantMs, reader)) || token()
  })
}

/** Yesterday, today or tomorrow, in words; undefined for any other day. */
function nearDay(instantMs: number, { locale, zone, nowMs }: Clockwise): string | undefined {
  const dayOf = (ms: number) =>
    Date.parse(new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(ms))
  const days = Math.round((dayOf(instantMs) - dayOf(nowMs)) / 86_400_000)
  return Math.abs(days) <= 1
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    : undefined
}

function ago(instantMs: number, { locale, nowMs }: Clockwise): string {
  const minutes = Math.round((instantMs - nowMs) / 60_000)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return Math.abs(hours) < 24 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day')
}
