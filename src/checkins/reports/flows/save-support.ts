// Makes action items of the requests for support in a report, and takes back those that an edit has removed.
import { canOwn } from '../../../actions/flows/change-action.ts'
import { closeActionsOf } from '../../../actions/flows/close-actions-of.ts'
import { createAction } from '../../../actions/flows/create-action.ts'
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { localDate } from '../../../core/time.ts'
import { whoActsFor } from '../../../org/flows/who-acts-for.ts'
import { requestsOfReport } from '../db/support-requests.ts'
import type { ReportDay } from '../domain/report.ts'
import { requestsPrefix, type SupportAnswer, settleSupport } from '../domain/support.ts'

export type SupportOpened = Pick<SupportAnswer, 'ownerUserId' | 'dueOn'>

const SCREEN = '/kpi report'

/** Who is to help can have nothing of the team to do; what is asked for now would be late already. */
export type SupportRefusal = 'helper-unknown' | 'due-past'

/** Null: it is saved. */
export async function saveSupport(
  tx: Transaction,
  context: Context,
  { member, team, name, date, zone }: ReportDay,
  answer: SupportAnswer | null,
  opened: SupportOpened | null,
): Promise<SupportRefusal | null> {
  if (!answer) return null
  const { workspaceId, teamId, memberId, userId } = member
  const prefix = requestsPrefix(name, date, memberId)
  const standing = await requestsOfReport(tx, member, prefix)
  const { added, withdrawn } = settleSupport(answer, opened ?? answer, standing)
  const { ownerUserId, dueOn } = answer
  const now = context.clock.now()
  const canHelp = async () =>
    (await canOwn(tx, member, ownerUserId, 'support-request')) ||
    // An admin, where nobody else leads the team.
    (await whoActsFor(tx, team, now, [userId])) === ownerUserId
  if (added.length > 0 && !(await canHelp())) return 'helper-unknown'
  const today = localDate(now, zone)
  if (added.length > 0 && Temporal.PlainDate.compare(dueOn, today) < 0) return 'due-past'
  await closeActionsOf(
    tx,
    context,
    'support-request',
    withdrawn.map(({ reference }) => ({
      ...{ workspaceId, teamId, reference, byUserId: userId, reason: 'withdrawn' },
    })),
  )
  // The form's own choice while the manager is away: it goes back. Whom the author chose keeps it.
  const asStandIn =
    added.length > 0 &&
    ownerUserId === (opened ?? answer).ownerUserId &&
    ownerUserId === team.delegateUserId &&
    userId !== team.managerUserId &&
    (await whoActsFor(tx, team, now, [userId])) === ownerUserId
  for (const text of added)
    await createAction(
      tx,
      context,
      {
        ...{ workspaceId, teamId, ownerUserId, helperUserIds: [], text, dueOn, createdBy: userId, asStandIn },
        origin: { kind: 'support-request', reference: `${prefix}${crypto.randomUUID()}` },
      },
      SCREEN,
    )
  return null
}
