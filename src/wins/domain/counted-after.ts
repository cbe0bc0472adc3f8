// Which wins are counted after others in a month, so that their number follows when one of those is taken back.
import type { Win } from './win.ts'

/** Those that still count, are of the same metric and month, and were entered after one of the edited ones: by the same person, or in the team where the team is what is counted. */
export function countedAfter(
  edited: readonly Win[],
  recent: readonly Win[],
  countedBy: (win: Win) => 'person' | 'team',
): Win[] {
  const isEdited = new Set(edited.map(({ sourceId }) => sourceId))
  const follows = (win: Win, other: Win) =>
    win.metricKey === other.metricKey &&
    win.date.toPlainYearMonth().equals(other.date.toPlainYearMonth()) &&
    Temporal.Instant.compare(win.enteredAt, other.enteredAt) >= 0 &&
    (win.memberId === other.memberId || countedBy(win) === 'team')
  return recent.filter(
    (win) => win.amount > 0 && !isEdited.has(win.sourceId) && edited.some((other) => follows(win, other)),
  )
}
