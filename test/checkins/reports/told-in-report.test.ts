// What “As it stands” files into the channel: one's own week in this team, whole and once, and nothing that was told in private.
import { expect, test } from 'vitest'
import type { OriginKind } from '../../../src/actions/domain/action-item.ts'
import { changeAction } from '../../../src/actions/flows/change-action.ts'
import { createAction } from '../../../src/actions/flows/create-action.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import type { TeamId, WorkspaceId } from '../../../src/core/ids.ts'
import { DEFAULT_REPORT, type TeamSettings } from '../../../src/org/domain/team.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { day, standupTeam } from '../standup/team.ts'

const database = usesDatabase()

const FRIDAY = '2026-03-06'

async function reporting(settings: Partial<TeamSettings> = {}, workspaceId?: WorkspaceId) {
  const team = await standupTeam(database.db, {
    ...{ zones: { ben: 'Europe/Berlin' }, now: '2026-03-05T07:00:00Z', ...(workspaceId && { workspaceId }) },
    settings: { reports: { weekly: DEFAULT_REPORT }, ...settings },
  })
  await team.replan('2026-03-05')
  const { context } = team
  return {
    ...team,
    promise: (
      text: string,
      kind: OriginKind = 'person',
      teamId: TeamId = team.teamId,
      weight: number | null = null,
    ) =>
      context.db.transaction((tx) =>
        createAction(
          tx,
          context,
          {
            ...{ workspaceId: team.workspaceId, teamId, text, weight, helperUserIds: [] },
            ...{ ownerUserId: 'U-ben', createdBy: 'U-ben', dueOn: day('2026-03-10') },
            origin: { kind, reference: kind === 'person' ? null : crypto.randomUUID() },
          },
          '/kpi todo',
        ),
      ),
    /** What was filed with the one press. */
    filedAt: async (instant: string, date = instant.slice(0, 10)) => {
      await team.tickAt(instant)
      const value = JSON.stringify({ team: team.teamId, checkin: 'weekly', date })
      await at(context, team.person('ben'), reports, REPORT.form).click(REPORT.asItStands, value)
      const card = await team.facts(`report:weekly:${team.memberId('ben')}:${date}`)
      return (card as { receipt?: { sections: unknown } } | null)?.receipt?.sections
    },
  }
}

test('a promise about a warning, a measure of a review and items of another team are not filed', async () => {
  const team = await reporting()
  const other = await reporting({}, team.workspaceId)
  for (const [text, ...of] of [
    ['Call Acme'],
    ['Send minutes', 'meeting'],
    ['Approve a discount', 'support-request'],
    ['Talk with Eva about her slump', 'warning'],
    ['Listen to Eva’s calls', 'review-measure'],
    ['Secret merger', 'person', other.teamId, 3],
  ] as [string, OriginKind?, TeamId?, number?][]) {
    await team.promise(`${text}, next`, ...of)
    const { actionId } = await team.promise(`${text}, done`, ...of)
    await changeAction(team.context, team.person('ben'), actionId, { close: 'done' }, '/kpi todo')
  }
  expect(await team.filedAt(`${FRIDAY}T15:00:00Z`)).toEqual({
    results: 'Call Acme, done\nSend minutes, done\nApprove a discount, done',
    plan: 'Call Acme, next\nSend minutes, next\nApprove a discount, next',
  })
})
