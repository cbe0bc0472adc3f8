// What is said about leave on past days: taken by Slack in every language, and understood without having asked.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { LEAVE_KINDS } from '../../src/org/domain/leave-kind.ts'
import { LEAVE_REQUEST_STATES } from '../../src/org/domain/leave-request.ts'
import type { LeaveOutcomeFacts, LeaveRequestFacts } from '../../src/org/domain/message-facts.ts'
import type { LeaveDone, LeaveToConfirm } from '../../src/org/flows/record-leave.ts'
import { leaveConfirmView, readLeaveConfirm, savedText } from '../../src/org/slack/leave-confirm.ts'
import { leaveView } from '../../src/org/slack/leave-form.ts'
import { renderLeaveOutcome, renderLeaveRequest } from '../../src/org/slack/leave-request.ts'

const date = Temporal.PlainDate.from
const en = BOT.translator('en')
const leave = { from: date('2026-03-09'), to: date('2026-03-10'), part: 'whole', kind: 'sick' } as const
const today = date('2026-03-20')
const manyDays = Array.from({ length: 32 }, (_, days) => date('2026-02-08').add({ days }).toString())

const request = (more: Partial<LeaveRequestFacts> = {}): LeaveRequestFacts => ({
  ...{ kind: 'leave-request', requestId: crypto.randomUUID(), userId: 'UANN', wish: 'record', leave, today },
  ...{ numberDays: manyDays, decidedBy: null, state: 'waiting', askedAs: 'manager', passedOnTo: null },
  ...more,
})
const outcome = (more: Partial<LeaveOutcomeFacts> = {}): LeaveOutcomeFacts => ({
  ...{ kind: 'leave-outcome', requestId: crypto.randomUUID(), userId: 'UANN', wish: 'record', leave, today },
  ...{ numberDays: manyDays, decidedBy: 'UMARA', state: 'accepted' },
  ...more,
})
const asking = { ok: false, reason: 'confirm', askedUserId: 'UMARA' } as const
const toConfirm: LeaveToConfirm = { ...asking, numberDays: manyDays.map((day) => date(day)) }

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)

  test.each(LEAVE_REQUEST_STATES)('the question that is %s', (state) => {
    for (const wish of ['record', 'cancel'] as const)
      for (const askedAs of ['manager', 'manager-above', 'admin'] as const)
        for (const passedOnTo of [null, 'UCORA']) {
          const message = renderLeaveRequest(request({ state, wish, askedAs, passedOnTo }), t)
          expect(checkMessage(message)).toEqual([])
          const buttons = message.blocks.filter(({ type }) => type === 'actions')
          expect(buttons).toHaveLength(state === 'waiting' && !passedOnTo ? 1 : 0)
        }
  })

  test.each(LEAVE_REQUEST_STATES)('what the person hears: %s', (state) => {
    for (const wish of ['record', 'cancel'] as const)
      expect(checkMessage(renderLeaveOutcome(outcome({ state, wish }), t))).toEqual([])
  })

  test('the form that lists the days with numbers, read back as it was', () => {
    for (const askedUserId of ['UMARA', null]) {
      const view = leaveConfirmView(
        { ok: true, userId: 'UANN', leave },
        { ...toConfirm, askedUserId },
        today,
        t,
      )
      expect(checkView(view)).toEqual([])
      expect(readLeaveConfirm(view.private_metadata!)).toEqual({ userId: 'UANN', leave })
    }
  })

  test.each(LEAVE_KINDS)('what was recorded, put to somebody, and which numbers stay: %s', (kind) => {
    const recorded = { ...leave, kind, userId: 'UANN', leaveId: crypto.randomUUID() }
    for (const asked of [null, { leave: recorded, userId: 'UMARA' }])
      for (const onlyAsked of [false, asked !== null])
        for (const own of [true, false]) {
          const done: LeaveDone = {
            ok: true,
            leave: recorded,
            asked,
            onlyAsked,
            numberDays: toConfirm.numberDays,
          }
          const text = savedText(done, own, today, t)
          expect(
            checkMessage({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }),
          ).toEqual([])
        }
  })
})

test('forged answers of the form are nothing', () => {
  for (const text of [
    '',
    '{}',
    '{"userId":"U1","from":"2026-02-30","to":"2026-03-01","part":"whole","kind":"sick"}',
  ])
    expect(readLeaveConfirm(text)).toBeNull()
})

test('the manager reads who asks for what, of which kind, what stays, and what happens without an answer', () => {
  const { text } = renderLeaveRequest(request({ numberDays: ['2026-03-10'] }), en)
  expect(text).toBe(
    [
      '<@UANN> asks for leave on days that are past: Mon, Mar 9 to Tue, Mar 10 (Sick leave). Do you agree?',
      'Numbers on Tue, Mar 10 are kept.',
      'Until you answer, nothing changes on these days. Without an answer within three working days someone else is asked; if there is nobody else, everything stays as it is.',
    ].join('\n'),
  )
  expect(renderLeaveRequest(request({ askedAs: 'admin' }), en).text).not.toContain('Sick')
})

test('the form offers only those whose leave the person looks after, up to the hundred of a menu', () => {
  const today = date('2026-03-02')
  const facts = {
    today,
    forOthers: true,
    viewerId: 'UME',
    userId: 'UME',
    recorded: [],
    waiting: [],
    homes: [],
  }
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      userId: index ? `U${index}` : 'UME',
      name: `Person ${index}`,
    }))
  const picker = (count: number) => {
    const view = leaveView({ ...facts, people: people(count) }, en)
    return JSON.stringify(view.blocks.find((block) => 'block_id' in block && block.block_id === 'who'))
  }
  expect(picker(100)).toContain('static_select')
  expect(picker(100)).toContain('Person 99')
  expect(picker(101)).toContain('users_select')
})
