// Finds the days in a short range for which members have reported numbers.
import type { ReportedDays } from '../../org/flows/reported-days.ts'
import { dayTotalsOf } from '../db/totals.ts'

/** A reported 0 counts. */
export const numberDays: ReportedDays = async (q, members, from, to) => {
  const dates = Array.from({ length: Math.max(from.until(to).days + 1, 0) }, (_, days) => from.add({ days }))
  const [first] = members
  if (!first) return []
  const memberIds = members.map(({ memberId }) => memberId)
  const totals = await Promise.all(dates.map((date) => dayTotalsOf(q, first.workspaceId, memberIds, date)))
  return dates.filter((_, index) => totals[index]!.size > 0)
}
