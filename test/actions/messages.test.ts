// The messages about action items in every language, at extreme lengths: valid for Slack, escaped, and as people say it.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { ACTION_STATES, type ActionItem } from '../../src/actions/domain/action-item.ts'
import { type ListedAction, sourceItemOf } from '../../src/actions/domain/listed-action.ts'
import { PASSED_ON_WHY } from '../../src/actions/domain/messages.ts'
import { actionForm } from '../../src/actions/slack/action-form.ts'
import { homeBlocks } from '../../src/actions/slack/home-section.ts'
import { listMessage } from '../../src/actions/slack/list-message.ts'
import {
  renderActionGiven,
  renderActionsDue,
  renderActionsPassedOn,
} from '../../src/actions/slack/messages.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { homeView } from '../../src/slack/home.ts'

const HOSTILE = `<!channel> *b* & <https://evil.example|x>\u202e\`${'长'.repeat(250)}`
const now = Temporal.Instant.from('2026-03-02T08:00:00Z')
const action = (more: Partial<ActionItem> = {}): ActionItem => ({
  ...{
    workspaceId: 'T1',
    actionId: '0197b3f0-0000-7000-8000-000000000001',
    teamId: 'team',
    ownerUserId: 'U1',
  },
  ...{
    helperUserIds: [],
    weight: null,
    text: '跟进恒信',
    dueOn: Temporal.PlainDate.from('2026-03-06'),
    state: 'open',
  },
  ...{
    origin: { kind: 'person', reference: null },
    createdBy: 'U2',
    createdAt: now,
    assignedBy: 'U2',
    asStandIn: false,
  },
  ...{ closedBy: null, closedAt: null, reason: null },
  ...more,
})
const items = (count: number, more: Partial<ListedAction> = {}): ListedAction[] =>
  Array.from({ length: count }, (_, index) => ({
    ...sourceItemOf(
      action({ text: HOSTILE, helperUserIds: Array.from({ length: 10 }, (__, at) => `UHELPER${at}`) }),
    ),
    ...{ when: 'overdue', id: `0197b3f0-0000-7000-8000-${String(index).padStart(12, '0')}` },
    ...more,
  }))

/** Slack finds no mentions in plain text. */
const withoutPlain = (_: string, value: unknown) =>
  (value as { type?: string } | null)?.type === 'plain_text' ? null : value

const given = (locale: Locale, more: Partial<ActionItem> = {}, userId = 'U1') =>
  renderActionGiven(
    { kind: 'action-given', action: action(more), when: 'ahead', userId },
    BOT.translator(locale),
  )

describe('as a manager would say it', () => {
  test('who is given something reads what, by when and from whom', () => {
    expect(given('en').text).toBe('<@U2> gave you this:\n> 跟进恒信\ndue Fri, Mar 6')
    expect(given('zh-CN').text).toBe('<@U2> 交给您：\n> 跟进恒信\n3月6日（周五）到期')
    expect(given('zh-TW').text).toBe('<@U2> 交給您：\n> 跟进恒信\n3月6日（週五）到期')
  })

  test('what is done, dropped or handed on has no buttons any more', () => {
    const done = { state: 'done', closedBy: 'U1', closedAt: now } as const
    const dropped = { ...done, state: 'dropped', reason: 'They went elsewhere' } as const
    expect(given('en', done).text).toBe(':white_check_mark: Done by <@U1>:\n> 跟进恒信')
    expect(given('en', dropped).text).toBe('Dropped by <@U1> (They went elsewhere):\n> 跟进恒信')
    expect(given('en', { ownerUserId: 'U3' }).text).toBe('Now with <@U3>:\n> 跟进恒信')
    for (const message of [given('en', done), given('en', dropped), given('en', { ownerUserId: 'U3' })])
      expect(JSON.stringify(message.blocks)).not.toContain('button')
  })

  test('the reminder counts what is due, and reproaches nobody', () => {
    const one = items(1, { text: '跟进恒信', helperUserIds: [], when: 'overdue' })
    const said = (locale: Locale) =>
      renderActionsDue({ kind: 'actions-due', items: one }, BOT.translator(locale)).text
    expect(said('en')).toBe('*One thing* is due:\n• :red_circle: 跟进恒信 · was due Fri, Mar 6')
    expect(said('zh-CN')).toBe('*1 项待办* 到期：\n• :red_circle: 跟进恒信 · 原定3月6日（周五）')
    expect(said('zh-TW')).toBe('*1 項待辦* 到期：\n• :red_circle: 跟进恒信 · 原訂3月6日（週五）')
  })
})

describe.each(LOCALES)('in %s, full of hostile text', (locale) => {
  const t = BOT.translator(locale)
  const hostile = action({ text: HOSTILE, reason: HOSTILE, closedBy: 'U1', closedAt: now })

  test('every message is valid and mentions nobody who was only typed', () => {
    const messages = [
      ...ACTION_STATES.map((state) =>
        renderActionGiven(
          { kind: 'action-given', action: { ...hostile, state }, when: 'today', userId: 'U1' },
          t,
        ),
      ),
      renderActionsDue({ kind: 'actions-due', items: items(40) }, t),
      renderActionsDue({ kind: 'actions-due', items: [] }, t),
      ...[true, false].flatMap((isLeaver) =>
        PASSED_ON_WHY.map((why) =>
          renderActionsPassedOn(
            {
              ...{
                kind: 'actions-passed-on',
                why,
                isLeaver,
                fromUserId: 'U1',
                toUserId: 'U2',
                channelId: 'C1',
              },
              ...{ texts: Array.from({ length: 10 }, () => HOSTILE), count: 400 },
            },
            t,
          ),
        ),
      ),
      listMessage(
        {
          ...{ own: items(40), helping: items(30), team: items(90, { when: 'ahead' }) },
          ...{ nameOf: { U1: HOSTILE }, milestones: { done: 399, total: 400, percent: 99 } },
        },
        t,
      ),
      listMessage(
        { own: items(3, { kind: 'blocker' }), helping: [], team: [], nameOf: {}, milestones: null },
        t,
      ),
    ]
    for (const message of messages) {
      expect(checkMessage({ ...message })).toEqual([])
      expect(JSON.stringify(message, withoutPlain)).not.toContain('<!channel>')
    }
  })

  test('the form and Home are valid', () => {
    expect(checkView({ ...actionForm(hostile, 'list', t) })).toEqual([])
    expect(checkView({ ...homeView(homeBlocks(items(20), t), t) })).toEqual([])
    expect(homeBlocks(items(3, { kind: 'blocker' }), t)).toEqual([])
  })
})
