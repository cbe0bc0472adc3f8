// Forms and replies about numbers are valid for Slack in every language at extreme sizes, and typed text is escaped.

import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { renderHelp } from '../../src/help/slack/help-message.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import type { CorrectionFacts } from '../../src/numbers/flows/correct-numbers.ts'
import type { LogForm } from '../../src/numbers/flows/open-log.ts'
import { correctView, readCorrectMetadata } from '../../src/numbers/slack/correct-form.ts'
import { logView, readLogMetadata } from '../../src/numbers/slack/log-form.ts'
import { renderLogged, renderPartlyLogged, renderUnusualQuestion } from '../../src/numbers/slack/logged.ts'
import { renderMyNumbers } from '../../src/numbers/slack/my-numbers.ts'
import type { RenderedMessage } from '../../src/slack/blocks.ts'
import { degrade } from '../../src/slack/degrade.ts'
import { messageAsModal, textMessage } from '../../src/slack/receivers/receiver.ts'
import { testPerson } from '../support/context.ts'

const TEAM = 'b1f6a3de-0000-4000-8000-000000000000'
const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const TODAY = Temporal.PlainDate.from('2026-03-03')
const preset = presetFor('hunter', 'CNY').filter(({ kind }) => kind !== 'ratio')
const many: Metric[] = Array.from({ length: 40 }, (_, index) => ({
  ...preset[index % preset.length]!,
  key: `own-${index}`,
  label: `${HOSTILE}${'长'.repeat(60)}${index}`,
}))

function takes(message: RenderedMessage) {
  for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form))
    expect(checkMessage({ ...form })).toEqual([])
  expect(checkView({ ...messageAsModal(message) })).toEqual([])
  expect(message.text).not.toMatch(/<!channel>|<https|undefined|NaN/)
}

function logForm(metrics: readonly Metric[], more: Partial<LogForm> = {}): LogForm {
  const dates = Array.from({ length: 14 }, (_, days) => TODAY.subtract({ days }))
  const fields = metrics.map((metric) => ({
    metric,
    value: metric.hardMax,
    own: { low: 1, high: metric.hardMax },
  }))
  const teams = [{ teamId: TEAM, name: 'North', channelName: 'north' }]
  return { teamId: TEAM, teams, date: TODAY, dates, today: TODAY, fields, tellsDeals: 'unnamed', ...more }
}

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)

  test('the log form: no metrics, forty of them, a hundred teams, all in question', () => {
    const teams = Array.from({ length: 120 }, (_, index) => ({
      teamId: index === 0 ? TEAM : crypto.randomUUID(),
      name: `${HOSTILE}${'名'.repeat(100)}`,
      channelName: index % 2 ? null : 'c'.repeat(80),
    }))
    const asked = Object.fromEntries(many.map(({ key }) => [key, 5]))
    const told = (['all', 'big', null] as const).map((tellsDeals) => logForm(preset, { tellsDeals }))
    for (const form of [logForm([]), logForm(preset), ...told, logForm(many, { teams })]) {
      const view = logView(form, t, asked, form.fields.length === 40 ? asked : {})
      expect(checkView({ ...view })).toEqual([])
      expect(readLogMetadata(view.private_metadata!)).toMatchObject({ team: TEAM, date: TODAY })
    }
  })

  test('the correction form: without a trail, with the longest', () => {
    const member = {
      workspaceId: 'T',
      memberId: 'm',
      teamId: TEAM,
      userId: 'U1',
      role: 'hunter',
      joinedOn: TODAY,
      leftOn: null,
    }
    const trail = Array.from({ length: 6 }, () => ({
      value: many[0]!.hardMax,
      source: 'correction' as const,
      enteredBy: 'UBOSS',
      enteredAt: Temporal.Instant.from('2026-03-03T09:00:00Z'),
      reason: HOSTILE.repeat(6),
      name: HOSTILE.repeat(10),
    }))
    const facts = {
      membership: {
        member,
        team: { channelId: 'C1', managerUserId: 'UBOSS' },
        settings: { name: HOSTILE.repeat(10) },
        today: TODAY,
      },
      person: testPerson('T', 'U1', { name: HOSTILE.repeat(10) }),
      date: TODAY,
      zone: 'Asia/Shanghai',
      metrics: many,
      metric: many[0]!,
      value: null,
      trail,
    } as unknown as CorrectionFacts
    for (const one of [facts, { ...facts, trail: [], value: 3 }]) {
      const view = correctView(one, t, { reason: 'x'.repeat(300) }, { 'own-0': 5 })
      expect(checkView({ ...view })).toEqual([])
      const formatted = JSON.stringify(view).match(/"type":"mrkdwn","text":"[^"]*"/g)!
      expect(formatted.join()).not.toContain('<!channel>')
      expect(readCorrectMetadata(view.private_metadata!)).toMatchObject({
        user: 'U1',
        metric: 'own-0',
        asked: { 'own-0': 5 },
      })
    }
  })

  test('what a line was understood as', () => {
    for (const metrics of [preset, many]) {
      const entries = metrics.map((metric) => ({ metric, value: 5, total: metric.hardMax }))
      const line = { ok: true as const, entries, date: TODAY, sourceKey: `line:${crypto.randomUUID()}` }
      const notes = [t('win.channelToldUnnamed', { channel: '<#C0123456789>' })]
      takes(renderLogged([line], [], t))
      takes(
        renderLogged(
          Array.from({ length: 5 }, () => line),
          notes,
          t,
        ),
      )
      const lines = Array.from({ length: 4 }, () => '<!channel>长'.repeat(60))
      takes(renderPartlyLogged([line], { lines, question: textMessage(t('log.severalDeals')) }, t))
      takes(renderUnusualQuestion(entries, new Set(metrics.map(({ key }) => key)), TODAY, '{}', t))
    }
  })

  test('my numbers: none, all, forty, many teams', () => {
    const rows = (metrics: readonly Metric[]) =>
      metrics.map((metric) => ({ metric, day: null, week: 0, month: metric.hardMax }))
    for (const metrics of [[], preset, many])
      takes(
        renderMyNumbers(
          {
            team: { teamName: HOSTILE, channelId: 'C1' },
            otherTeams: Array.from({ length: 60 }, () => ({ teamName: HOSTILE, channelId: 'C1' })),
            today: TODAY,
            rows: rows(metrics),
          },
          t,
        ),
      )
  })

  test('help, for every kind of reader', () => {
    const both = [true, false]
    for (const isMember of both)
      for (const isManager of both)
        for (const isGuest of both)
          for (const isAdmin of both)
            takes(renderHelp(BOT.handlers.commands, { isMember, isManager, isAdmin, isGuest }, t))
  })
})
