// What is behind a warning: its numbers, who did what when, and the ladder as it was when it opened; only for who may see it.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import {
  EPISODE_END_REASONS,
  type EpisodeEvent,
  type EventReason,
} from '../../src/warnings/domain/episode.ts'
import { DEFAULT_PROCEDURE, type Procedure } from '../../src/warnings/domain/procedure.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { detailsView } from '../../src/warnings/slack/details.ts'
import { ladderText } from '../../src/warnings/slack/ladder-text.ts'
import { day } from '../checkins/standup/team.ts'
import { typist, wordsIn } from '../numbers/typist.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { CALLS, sampleTarget } from '../targets/samples.ts'
import { bothBehind } from './both-behind.ts'
import { sampleWarning } from './sample-warning.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const REASONS: readonly EventReason[] = [
  ...(['seen', 'opened', 'raised', 'lowered', 'silenced', 'unsilenced', 'escalated', 'repeated'] as const),
  ...(['last-resort', 'stand-in', 'acknowledged', 'promise-broken', 'snoozed', 'snooze-over'] as const),
  ...(['rated', 'moved', 'done', 'withdrawn', 'leave-awaited', 'back-from-leave'] as const),
  ...EPISODE_END_REASONS,
]

test('numbers, who did what when, and what follows: for the manager and the rep, not for a colleague', async () => {
  const { team, boss, ben, eva } = await bothBehind(database.db)
  const [urgent] = (await team.open()).filter(({ episode }) => episode.level === 'red')
  const answer = { kind: 'acknowledge', action: 'Two more calls', until: day('2026-03-10') } as const
  team.context.moveTo('2026-03-06T08:30:00Z')
  expect(await answerWarning(team.context, boss, urgent!.episodeId, answer)).toEqual({ ok: true })
  const opened = typist(team.context, boss)
  await opened.command('risks')
  await opened.click(`warnings.details#${urgent!.episodeId}`)
  const words = wordsIn(opened.views.at(-1)!)
  for (const said of [
    ...['8 of 220 so far', '40 would be on pace: 4 of 22 working days are over', '20% of pace'],
    ...['9:00 AM: opened as “Urgent”', '9:30 AM: taken on by <@U-boss>', 'Two more calls'],
    'if the manager does not take it on within 2 working hours, the director',
  ])
    expect(words).toContain(said)
  const own = typist(team.context, ben)
  await own.command('risks')
  await own.press('Details')
  expect(wordsIn(own.views.at(-1)!)).toContain('20% of pace')
  const colleague = typist(team.context, eva)
  await colleague.command('risks')
  await colleague.click('warnings.details', urgent!.episodeId)
  expect(wordsIn(colleague.views.at(-1)!)).toContain('not there any more')
  expect(wordsIn(colleague.views.at(-1)!)).not.toContain('pace')
})

test('the ladder is the one with which the warning opened, in plain words', () => {
  const t = BOT.translator('en')
  expect(ladderText('red', DEFAULT_PROCEDURE, t)).toBe(
    'Urgent: the rep and the manager at once; if the manager does not take it on within 2 working hours, the director; then again every 4 working hours, at most 3 times; then the owner of last resort.',
  )
  expect(ladderText('yellow', DEFAULT_PROCEDURE, t)).toBe(
    'Warning: the rep and the manager at once; if the manager does not take it on within 8 working hours, the director; then again every working day, at most 3 times.',
  )
  expect(ladderText('blue', DEFAULT_PROCEDURE, t)).toBe('Early sign: the rep alone.')
  const frozen: Procedure = {
    ...DEFAULT_PROCEDURE,
    red: { ...DEFAULT_PROCEDURE.red, atOnce: ['manager'], answerWithin: { days: 2 }, mostRepeats: 0 },
  }
  const of = { workspaceId: 'T1', teamId: crypto.randomUUID(), memberId: crypto.randomUUID() }
  const view = {
    ...{ warning: sampleWarning(of, { procedure: frozen }), metric: CALLS, repUserId: 'U-ben', name: 'Ben' },
    ...{
      team: { teamName: 'North', channelId: 'C1', managerUserId: 'U-boss' },
      zone: 'Europe/Berlin',
      own: false,
      target: null,
    },
    can: { takeOn: true, close: true },
  }
  expect(wordsIn(detailsView({ view, events: [] }, 'UTC', t))).toContain(
    'the manager at once; if the manager does not take it on within 2 working days, the director; then the owner of last resort.',
  )
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const at = Temporal.Instant.from('2026-03-06T08:00:00Z')
  const to = { state: 'open', level: 'red' } as const
  test.each([0, 1, 9])('everything that can happen, %i times over, stays within Slack’s limits', (times) => {
    const events = Array.from({ length: times }, () =>
      REASONS.map((reason): EpisodeEvent => ({ at, actor: 'U-boss', from: null, to, reason })),
    ).flat()
    const of = { workspaceId: 'T1', teamId: crypto.randomUUID(), memberId: crypto.randomUUID() }
    const view = {
      ...{ warning: sampleWarning(of), metric: CALLS, repUserId: 'U-ben', name: '<!channel>'.repeat(30) },
      ...{
        team: { teamName: 'North', channelId: 'C1', managerUserId: 'U-boss' },
        zone: 'Europe/Berlin',
        own: false,
      },
      ...{ target: sampleTarget({}), can: { takeOn: true, close: true } },
    }
    const modal = detailsView({ view, events }, 'Asia/Taipei', t)
    expect(checkView({ ...modal })).toEqual([])
    expect(wordsIn(modal)).not.toMatch(/<!channel>|undefined|NaN/)
    const shown = wordsIn(modal).split('<@U-boss>').length - 1
    expect(shown).toBe(times === 0 ? 0 : Math.min(times * REASONS.length, 30))
  })
})
