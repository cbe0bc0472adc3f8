// On which dates a rule opens nothing: stretches of dates, in order, which do not touch.

/** Both ends included. */
export interface DateStretch {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** So many fit into one line of the list. */
export const MOST_STRETCHES = 10

export const isMutedOn = (muted: readonly DateStretch[], date: Temporal.PlainDate): boolean =>
  muted.some(
    ({ from, to }) =>
      Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0,
  )

/** Those that are not over. */
export const stillMuted = (muted: readonly DateStretch[], today: Temporal.PlainDate): DateStretch[] =>
  muted.filter(({ to }) => Temporal.PlainDate.compare(to, today) >= 0)

/** In order; those that overlap or follow each other are one. */
export function joinedStretches(stretches: readonly DateStretch[]): DateStretch[] {
  const joined: DateStretch[] = []
  for (const { from, to } of stretches.toSorted((one, other) =>
    Temporal.PlainDate.compare(one.from, other.from),
  )) {
    const last = joined.at(-1)
    const isApart = !last || Temporal.PlainDate.compare(from, last.to.add({ days: 1 })) > 0
    if (isApart) joined.push({ from, to })
    else if (Temporal.PlainDate.compare(to, last.to) > 0) last.to = to
  }
  return joined
}
