// The standup's messages and the Home tab: taken by Slack in every language and at every extreme, and harmless.

import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../../sandbox/checker/message.ts'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import type { HomeTeam } from '../../../src/checkins/standup/flows/home.ts'
import { renderHelpComing } from '../../../src/checkins/standup/slack/help-coming.ts'
import { renderHelpWanted } from '../../../src/checkins/standup/slack/help-wanted.ts'
import { teamsBlocks } from '../../../src/checkins/standup/slack/home-section.ts'
import { renderStandupCard } from '../../../src/checkins/standup/slack/standup-card.ts'
import { renderStandupReminder } from '../../../src/checkins/standup/slack/standup-reminder.ts'
import { renderStandupSummary } from '../../../src/checkins/standup/slack/standup-summary.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import type { NumberCorrectedFacts } from '../../../src/numbers/domain/message-facts.ts'
import { renderNumberCorrected } from '../../../src/numbers/slack/number-corrected.ts'
import type { RenderedMessage } from '../../../src/slack/blocks.ts'
import { homeView } from '../../../src/slack/home.ts'
import { escapeWithin, sectionsOf } from '../../../src/slack/lines.ts'
import {
  ALL_METRICS,
  ampersands,
  CARDS,
  card,
  HOSTILE,
  ids,
  KNOWN,
  RECEIPT,
  SUMMARIES,
  summary,
} from './standup-cases.ts'

const en = BOT.translator('en')
/** Every string that Slack reads as markup: what is marked as plain text is left out. */
const markupIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return 'type' in value && ['plain_text', 'raw_text'].includes(`${value.type}`)
    ? []
    : Object.values(value).flatMap(markupIn)
}
const buttonsIn = (message: RenderedMessage) =>
  message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])) as {
    action_id: string
    value: string
  }[]

/** What Slack would act upon: a mention that we did not mean, a link with a text of its own. */
const SMUGGLED = ['<!', '<@U123>', '\u202e', '\u0000']

const reminder = { ...card(), kind: 'standup-reminder' as const }
const corrected: NumberCorrectedFacts = {
  ...{ kind: 'number-corrected', byUserId: 'UBOSS', date: card().date },
  ...{ teamName: 'North', channelId: 'C1', managerUserId: 'UBOSS' },
  ...{ metric: ALL_METRICS[0]!, before: 40, after: 38, reason: 'two were\nwrong numbers' },
}
const help = {
  ...{ kind: 'help-wanted' as const, blockerId: ids(1, 'c')[0]!, fromUserId: 'UBEN', byOther: null },
}

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)
  const messages: [string, RenderedMessage][] = [
    ...Object.entries(CARDS).map(([name, facts]): [string, RenderedMessage] => [
      `card: ${name}`,
      renderStandupCard(facts, t),
    ]),
    ...Object.entries(SUMMARIES).map(([name, facts]): [string, RenderedMessage] => [
      `summary: ${name}`,
      renderStandupSummary(facts, t),
    ]),
    ...(['open', 'answered', 'closed', 'excused'] as const).map((phase): [string, RenderedMessage] => [
      `reminder: ${phase}`,
      renderStandupReminder({ ...reminder, phase, teamName: HOSTILE }, t),
    ]),
    ...(['helped', 'closed'] as const).map((state): [string, RenderedMessage] => [
      `help coming: ${state}`,
      renderHelpComing({ kind: 'help-coming', helperUserId: 'UEVA', text: HOSTILE, state }, t),
    ]),
    ...[null, 3].map((before): [string, RenderedMessage] => [
      `corrected from ${before}`,
      renderNumberCorrected({ ...corrected, before, metric: ALL_METRICS.at(-1)!, reason: HOSTILE }, t),
    ]),
    ...(['open', 'helped', 'closed'] as const).flatMap((state) =>
      [HOSTILE, ampersands(300), 'two\nlines'].map((text): [string, RenderedMessage] => [
        `help: ${state} ${text.slice(0, 5)}`,
        renderHelpWanted({ ...help, state, text }, t),
      ]),
    ),
  ]

  test.each(messages)('%s is taken by Slack', (_name, message) => {
    expect(checkMessage(message)).toEqual([])
    expect(message.text.length).toBeLessThanOrEqual(4000)
    expect(message.text).not.toBe('')
  })

  test.each(messages)('%s smuggles nothing', (_name, message) => {
    const markup = markupIn(message).join('\n')
    expect(SMUGGLED.filter((bad) => markup.includes(bad))).toEqual([])
  })

  test('home: nothing, one team, many teams; whoever manages a team sees which part is their own', () => {
    const team: HomeTeam = {
      teamId: ids(1, 'a')[0]!,
      ...{ teamName: HOSTILE, channelId: 'C1', managerUserId: 'UMARA' },
      zone: 'Asia/Taipei',
      standup: { date: card().date, closeAt: card().closeAt, late: false, answered: false },
      opensAt: card().closeAt,
      streakDays: 100_000,
      lines: ids(20, 'd').map((itemId, index) => ({
        itemId,
        text: HOSTILE.repeat(5),
        ticked: index % 2 === 0,
      })),
      blockers: ids(9, 'c').map((blockerId) => ({
        ...{ blockerId, text: ampersands(300), helperUserId: 'UEVA', state: 'helped', ageDays: 10_000 },
      })),
      reported: {
        date: card().date,
        numbers: ALL_METRICS.map((metric) => ({ metric, value: metric.hardMax })),
      },
      today: [],
      week: ALL_METRICS.map((metric) => ({ metric, value: metric.hardMax })),
    }
    const states = [
      team,
      { ...team, standup: null },
      { ...team, standup: null, opensAt: null },
      { ...team, standup: { ...team.standup!, late: true } },
      { ...team, standup: { ...team.standup!, answered: true } },
    ]
    expect(checkView(homeView([], t))).toEqual([])
    const view = (all: HomeTeam[], reader = 'UREP') => homeView(teamsBlocks(all, reader, t), t)
    for (const one of states) expect(checkView(view([one]))).toEqual([])
    const [rep, manager] = ['UREP', 'UMARA'].map((reader) => teamsBlocks([team], reader, t).slice(0, 2))
    expect(checkView(view([team], 'UMARA'))).toEqual([])
    expect(JSON.stringify(rep)).toContain('<@UMARA>')
    expect(JSON.stringify(manager)).not.toContain('<@UMARA>')
    expect(manager![0]).not.toEqual(rep![0])
    const many = ids(40, 'a').map((teamId) => ({ ...team, teamId, teamName: ampersands(200) }))
    expect(checkView(view(many))).toEqual([])
  })
})

describe('a request for help', () => {
  const first = (more: Partial<Parameters<typeof renderHelpWanted>[0]>, locale: (typeof LOCALES)[number]) =>
    renderHelpWanted(
      { ...help, state: 'open', text: 'CRM is down', ...more },
      BOT.translator(locale),
    ).text.split('\n')[0]

  test.each([
    ['en', 'needs your help', 'You are helping', 'had asked you to help'],
    ['zh-CN', '希望您支持', '您正在支持', '曾请您支持'],
    ['zh-TW', '希望您協助', '您正在協助', '曾請您協助'],
  ] as const)('in %s asks only while it is open', (locale, asks, helps, asked) => {
    expect(first({}, locale)).toContain(asks)
    expect(first({ state: 'helped' }, locale)).toContain(helps)
    expect(first({ state: 'closed' }, locale)).toContain(asked)
    expect(first({ state: 'closed', byOther: 'UANN' }, locale)).toContain(asked)
  })
})

describe('card', () => {
  test('a prompt has four buttons, which say team and date and nothing about the person', () => {
    const message = renderStandupCard(card(), en)
    const labels = JSON.stringify(message.blocks)
    for (const label of ['As planned', 'Fill in', 'Off today', 'In 15 minutes'])
      expect(labels).toContain(label)
    const buttons = buttonsIn(message)
    expect(buttons).toHaveLength(4)
    for (const { value } of buttons)
      expect(JSON.parse(value)).toEqual({ team: card().teamId, date: '2026-03-03' })
  })

  test('a prompt shows what is logged and ticked off, and when the member is reminded, then without that button', () => {
    const message = renderStandupCard(card({ known: KNOWN, snoozedUntil: card().closeAt }), en)
    expect(message.text.split('\n').slice(1, -1)).toEqual([
      '*Numbers for Mon, Mar 2:* Calls *12* · Follow-ups *12*',
      '*Done:* Call Acme',
      '*Still open:* Offer to Bolt; Visit Delta',
      '*Due on your list:* Send the contract; and 2 more',
      '_As planned_ submits just this; what is still open is carried on.',
      ':alarm_clock: You will be reminded at 11:00 AM.',
    ])
    expect(buttonsIn(message).map(({ action_id }) => action_id)).not.toContain('standup.snooze')
  })

  test('a receipt says in one line what the rep gets back, and can be edited until the close', () => {
    const { text, blocks } = renderStandupCard(card({ phase: 'receipt', receipt: RECEIPT }), en)
    const lines = text.split('\n')
    expect(lines[1]).toBe(
      ':fire: 5 working days in a row · 2nd of 9 by Calls so far · Calls: 12 more than Friday',
    )
    expect(lines).toContain('• Call Acme')
    expect(buttonsIn({ text, blocks })).toHaveLength(2)
    const closed = card({ phase: 'receipt', receipt: { ...RECEIPT, targets: [], editable: false } })
    expect(buttonsIn(renderStandupCard(closed, en))).toEqual([])
  })

  test('the first prompt says that the channel sees the answers, or only counts them', () => {
    const first = (names: 'top' | 'none') =>
      renderStandupCard(card({ firstTime: { managerUserId: 'UMARA', channelId: 'C1', names } }), en).text
    expect(first('top')).toContain('everyone in <#C1> see your answers')
    expect(first('none')).toContain('<#C1> only sees how many have answered')
    expect(first('none')).not.toContain('everyone in <#C1>')
  })

  test('a first answer begins a streak; a late one does not', () => {
    const first = { ...RECEIPT, streakDays: 1, place: null, change: null }
    const text = (receipt: typeof RECEIPT) => renderStandupCard(card({ phase: 'receipt', receipt }), en).text
    expect(text(first)).toContain('Day one of a new streak')
    expect(text({ ...first, place: { ...RECEIPT.place!, rank: 1, of: 1 } })).not.toContain('1st')
    expect(text({ ...first, place: { ...RECEIPT.place!, tied: true, metric: null } })).toContain(
      'Tied 2nd of 9 by Points so far',
    )
    const change = { ...RECEIPT.change!, difference: -3, since: Temporal.PlainDate.from('2026-02-20') }
    expect(text({ ...first, change })).toContain('Calls: 3 less than Fri, Feb 20')
    expect(text({ ...first, late: true, streakDays: 0 })).not.toContain('streak')
  })

  test('the same in Chinese, in the words of a sales team', () => {
    const receipt = card({ phase: 'receipt', receipt: RECEIPT })
    expect(renderStandupCard(receipt, BOT.translator('zh-CN')).text.split('\n')[1]).toBe(
      ':fire: 连续 5 个工作日按时提交 · 电话量目前第 2 名（共 9 人） · 电话量比周五多 12 通',
    )
  })

  test('a member who is off gets no button', () => {
    expect(buttonsIn(renderStandupCard(CARDS.excused!, en))).toEqual([])
  })
})

describe('a correction', () => {
  test('says who, what, and why', () => {
    expect(renderNumberCorrected(corrected, en).text).toBe(
      '<@UBOSS> corrected your Calls for Tue, Mar 3: 40 → 38.\n> two were\n> wrong numbers\nNorth · <#C1> · manager <@UBOSS>',
    )
    expect(renderNumberCorrected({ ...corrected, before: null }, BOT.translator('zh-CN')).text).toContain(
      '<@UBOSS> 为您登记了3月3日（周二）的电话量：38 通。',
    )
  })
})

describe('reminder', () => {
  test('has a button only while the standup is open', () => {
    const open = renderStandupReminder({ ...reminder, phase: 'open' }, en)
    expect(buttonsIn(open)).toHaveLength(2)
    expect(open.text).toContain('still open')
    for (const phase of ['answered', 'closed', 'excused'] as const) {
      const over = renderStandupReminder({ ...reminder, phase }, en)
      expect(buttonsIn(over)).toEqual([])
      expect(over.text).not.toContain('still open')
    }
  })
})

describe('summary', () => {
  test('blockers come before answers, and who is missing only after the close', () => {
    const before = renderStandupSummary(summary({ missing: [] }), en).text
    expect(before).toContain('2 of 3 have answered')
    expect(before.indexOf('No budget')).toBeLessThan(before.indexOf('Visit Bolt'))
    expect(before).toContain('needs help from <@UHELP>')
    expect(before).not.toContain('No answer')
    const after = renderStandupSummary(summary({ closed: true, missing: ['Kim'] }), en).text
    expect(after).toContain('*No answer:* Kim')
    expect(after).toContain('*Away:* Amy (on leave)')
    expect(after).toContain('*Ben* · 2 of 3 planned done')
    expect(after).toContain('*Lin* · after the close')
  })

  test('in a very large team the names that do not fit are counted', () => {
    const names = Array.from({ length: 500 }, (_, index) => `Person ${index}`)
    const answers = names.map((name) => ({ ...summary().answers[0]!, name, userId: `U-${name}` }))
    const { blocks } = renderStandupSummary(summary({ answers, closed: true, missing: names }), en)
    const shown = JSON.stringify(blocks)
    expect(shown).toContain('Person 0,')
    expect(shown).toContain('Person 499')
    const cut = renderStandupSummary(
      summary({ missing: names.map((name) => `${name} ${'x'.repeat(60)}`), closed: true }),
      en,
    )
    expect(JSON.stringify(cut.blocks)).toMatch(/and \d+ more/)
  })
})

describe('lines', () => {
  test('clipping never splits an escape sequence', () => {
    expect(escapeWithin('&&&&', 12)).toBe('&amp;&amp;…')
    expect(escapeWithin('a < b', 8)).toBe('a &lt; b')
    expect(escapeWithin('abcdef', 4)).toBe('abc…')
  })

  test('sections break between lines', () => {
    const line = 'x'.repeat(1400)
    expect(sectionsOf([line, line, line])).toHaveLength(2)
  })
})
