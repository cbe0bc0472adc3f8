// What goes out alone and what in a digest, by how much somebody has got that day; and that any digest fits into what Slack takes.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { ALWAYS, grouped, knownSince, type Said } from '../../src/warnings/domain/digest.ts'
import type { Episode, Note } from '../../src/warnings/domain/episode.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import type { WarningView } from '../../src/warnings/domain/warning-view.ts'
import { renderDigest } from '../../src/warnings/slack/digest.ts'
import { day } from '../checkins/standup/team.ts'
import { CALLS } from '../targets/samples.ts'
import { sampleWarning } from './sample-warning.ts'

const ids = { workspaceId: 'T1', teamId: crypto.randomUUID(), memberId: crypto.randomUUID() }
const said = (count: number, level: Level = 'yellow', what: 'new' | Note = 'new'): Said[] =>
  Array.from({ length: count }, () => ({
    ...{ warning: sampleWarning(ids, { level }), userId: 'U-boss', what },
  }))

describe('since when somebody knows of a warning', () => {
  const now = Temporal.Instant.from('2026-04-20T08:00:00Z')
  const ago = (days: number) => now.subtract({ hours: 24 * days })
  const ts = '1776600000.000100'
  const cases: [string, { kept?: string | null; opened: number | null; told?: boolean }, string | null][] = [
    ['a message says when', { kept: ts, opened: 1 }, ts],
    ['also where it was told long after it had opened', { kept: ts, opened: 60 }, ts],
    ['what they have alone says that they know', { kept: ALWAYS, opened: 1 }, ALWAYS],
    ['what waits or was dropped has told them nothing', { kept: null, opened: 1 }, null],
    ['nothing either, however long it has been open', { kept: null, opened: 60 }, null],
    ['of what was told long ago nothing is kept', { opened: 30 }, ALWAYS],
    ['what is kept of the last days would be there', { opened: 28 }, null],
    ['whoever never counted as told does not know', { opened: 60, told: false }, null],
    ['nobody was told of what has not opened', { opened: null }, null],
  ]
  test.each(cases)('%s', (_, { kept, opened, told = true }, since) => {
    const episode = { openedAt: opened === null ? null : ago(opened), told: told ? ['U-boss'] : [] }
    expect(knownSince(kept, episode, 'U-boss', now)).toBe(since)
  })
})

describe('what goes out alone and what in a digest', () => {
  const none = { sent: 0, hasDigest: false }
  const cases: [string, Said[], typeof none, { alone: number; lines?: number; as?: string }][] = [
    ['five new ones go out alone', said(5), none, { alone: 5 }],
    ['six are one digest', said(6), none, { alone: 0, lines: 6, as: 'new' }],
    ['six urgent ones, too', said(6, 'red'), none, { alone: 0, lines: 6, as: 'new' }],
    ['two thousand are one digest', said(2000, 'red'), none, { alone: 0, lines: 2000, as: 'new' }],
    [
      'five new ones and five that ended are ten things to tell',
      [...said(5), ...said(5, 'red', 'resolved')],
      none,
      { alone: 7, lines: 3, as: 'new' },
    ],
    ['six that ended are one message', said(6, 'red', 'resolved'), none, { alone: 0, lines: 6, as: 'new' }],
    ['the eighth message of a day goes out alone', said(1), { sent: 7, hasDigest: false }, { alone: 1 }],
    [
      'of two the eighth message is a digest of both',
      said(2),
      { sent: 7, hasDigest: false },
      { alone: 0, lines: 2, as: 'new' },
    ],
    [
      'the ninth waits for the morning',
      said(1),
      { sent: 8, hasDigest: false },
      { alone: 0, lines: 1, as: 'later' },
    ],
    [
      'where a digest is there, the ninth is added to it',
      said(1),
      { sent: 8, hasDigest: true },
      { alone: 0, lines: 1, as: 'added' },
    ],
    ['what is urgent does not wait', said(2, 'red'), { sent: 20, hasDigest: true }, { alone: 2 }],
    [
      'many that are not urgent wait beyond the cap',
      said(6),
      { sent: 8, hasDigest: false },
      { alone: 0, lines: 6, as: 'later' },
    ],
    [
      'many with an urgent one do not',
      [...said(5), ...said(1, 'red')],
      { sent: 8, hasDigest: false },
      { alone: 0, lines: 6, as: 'new' },
    ],
  ]
  test.each(cases)('%s', (_, all, soFar, { alone, lines = 0, as }) => {
    const found = grouped(all, soFar)
    expect([found.alone.length, found.digest?.lines.length ?? 0, found.digest?.as]).toEqual([
      alone,
      lines,
      as,
    ])
    expect(new Set([...found.alone, ...(found.digest?.lines ?? [])]).size).toBe(all.length)
  })

  test('whatever comes, a day has at most eight messages that are not urgent, and everything is told', () => {
    for (let sent = 0; sent <= 9; sent += 1)
      for (let yellow = 0; yellow <= 7; yellow += 1)
        for (let red = 0; red <= 3; red += 1)
          for (const hasDigest of [true, false]) {
            const all = [...said(red, 'red'), ...said(yellow)]
            const { alone, digest } = grouped(all, { sent, hasDigest })
            const others = alone.filter(({ warning }) => warning.episode.level !== 'red').length
            const posts = sent + red + others + (digest?.as === 'new' ? 1 : 0)
            const isUrgent = digest?.lines.some(({ warning }) => warning.episode.level === 'red')
            if (others > 0 || (digest?.as === 'new' && !isUrgent)) expect(posts).toBeLessThanOrEqual(8)
            expect(alone.length + (digest?.lines.length ?? 0)).toBe(all.length)
          }
  })
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const at = Temporal.Instant.from('2026-03-16T08:00:00Z')
  const LONG = '<!channel> *b* & '.repeat(40)
  const promise = { by: 'U-boss', at, level: 'red', action: LONG, until: day('2026-03-20') } as const
  const view = (episode: Partial<Episode>): WarningView => ({
    warning: sampleWarning({ ...ids, teamId: crypto.randomUUID() }, { told: ['U-boss'], ...episode }),
    team: { teamName: LONG, channelId: 'C1', managerUserId: 'U-boss' },
    ...{ metric: CALLS, repUserId: 'U-ben', name: LONG, own: false, target: null, zone: 'Europe/Berlin' },
    can: { takeOn: true, close: true },
  })
  const over = view({ state: 'resolved', resolved: { at, reason: 'not-a-risk', by: 'U-boss', note: LONG } })
  test.each([1, 6, 12, 26, 500])('%s warnings in one message fit into what Slack takes', (count) => {
    const taken = view({ state: 'acknowledged', acknowledgement: promise })
    for (const ended of [0, 1, 40])
      for (const open of [
        Array<WarningView>(count).fill(view({})),
        Array<WarningView>(count).fill(taken),
        [],
      ]) {
        const views = open.map((one) => ({
          ...one,
          warning: { ...one.warning, episodeId: crypto.randomUUID() },
        }))
        const facts = { open: views, over: Array<WarningView>(ended).fill(over), zone: 'Europe/Berlin' }
        const message = renderDigest(facts, t)
        expect(checkMessage(message)).toEqual([])
        expect(JSON.stringify(message)).not.toContain('<!channel>')
        const more = JSON.stringify(message).includes(t('digest.more', { count: count - 25 }))
        expect(more).toBe(open.length > 25)
      }
  })
})
