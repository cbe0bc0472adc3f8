// Tests the crash test's invariants: each detects its violation, and reports nothing where all is well.
import { expect, test } from 'vitest'
import type { Evidence, Invariant } from './evidence.ts'
import { INVARIANTS } from './invariants/all.ts'
import { answersKept } from './invariants/answers-kept.ts'
import { boardsPosted } from './invariants/boards-posted.ts'
import { dealsTold } from './invariants/deals-told.ts'
import { dueSettled } from './invariants/due-settled.ts'
import { invitationsSent } from './invariants/invitations.ts'
import { ledgerTotals } from './invariants/ledger-totals.ts'
import { linesKept } from './invariants/lines-kept.ts'
import { messagesShown } from './invariants/messages-shown.ts'
import { outboxEmpty } from './invariants/outbox-empty.ts'
import { reportsTrue } from './invariants/reports-true.ts'
import { saidOnce } from './invariants/said-once.ts'
import { summariesTrue } from './invariants/summaries-true.ts'
import { warningsTold } from './invariants/warnings-told.ts'
import { weekTold } from './invariants/week-told.ts'
import {
  ANNA,
  anna,
  boss,
  card,
  DATE,
  digest,
  director,
  early,
  type Mutable,
  NORTH,
  offer,
  over,
  reportSummary,
  soundDay,
  summary,
  urgent,
} from './sound-day.ts'

interface Break {
  what: string
  by: Invariant
  does(day: Mutable<Evidence>): unknown
}
const saidOf = (day: Mutable<Evidence>, key: string) => day.said.find((one) => one.key === key)!
const messageOf = (day: Mutable<Evidence>, key: string) => day.messages.find((one) => one.messageKey === key)!
const dueOf = (day: Mutable<Evidence>, dueKey: string) => day.due.find((one) => one.dueKey === dueKey)!

const BREAKS: readonly Break[] = [
  { what: 'the answer is gone', by: answersKept, does: (day) => day.standups.pop() },
  {
    what: 'the answer was closed as missed',
    by: answersKept,
    does: (day) => (day.standups[0]!.state = 'missed'),
  },
  { what: 'the plan is another', by: answersKept, does: (day) => (day.standups[0]!.plan = ['other']) },
  { what: 'a number is another', by: answersKept, does: (day) => (day.totals[0]!.value = 4) },
  {
    what: 'an earlier answer took the place of the acknowledged one',
    by: answersKept,
    does: (day) => day.journal.answers.push({ ...day.journal.answers[0]!, token: 'second line' }),
  },
  { what: 'the report is gone', by: reportsTrue, does: (day) => day.reports.shift() },
  {
    what: 'the report was closed as missed',
    by: reportsTrue,
    does: (day) => (day.reports[0]!.state = 'missed'),
  },
  {
    what: 'the channel does not show a report',
    by: reportsTrue,
    does: (day) => (saidOf(day, reportSummary).content = 'nothing'),
  },
  {
    what: 'the digest counts otherwise',
    by: reportsTrue,
    does: (day) => (saidOf(day, digest).content = '2 of 2 in'),
  },
  {
    what: 'the digest was due, and is not there',
    by: dueSettled,
    does: (day) => day.messages.splice(day.messages.indexOf(messageOf(day, digest)), 1),
  },
  {
    what: 'the close of a report said nothing',
    by: dueSettled,
    does: (day) => day.messages.splice(day.messages.indexOf(messageOf(day, reportSummary)), 1),
  },
  {
    what: 'the week was in, and who leads from above was not told',
    by: dueSettled,
    does: (day) => (dueOf(day, `week-in:${NORTH!.teamId}:${DATE}`).state = 'done'),
  },
  { what: 'nobody reported', by: weekTold, does: (day) => day.journal.reports.pop() },
  {
    what: 'no report was acknowledged',
    by: weekTold,
    does: (day) => (day.journal.reports[0]!.acknowledged = false),
  },
  { what: 'the digest was said twice', by: weekTold, does: (day) => day.said.push(saidOf(day, digest)) },
  {
    what: 'the digest was said twice to the next reader',
    by: weekTold,
    does: (day) => {
      const next = { ...saidOf(day, digest), key: `${digest}:2`, channelId: 'D0NEXT' }
      day.said.push(next, next)
    },
  },
  {
    what: 'a review was not offered',
    by: weekTold,
    does: (day) => day.said.splice(day.said.indexOf(saidOf(day, offer)), 1),
  },
  { what: 'a review was offered twice', by: weekTold, does: (day) => day.said.push(saidOf(day, offer)) },
  { what: 'a logged line is not in the ledger', by: linesKept, does: (day) => day.entries.pop() },
  {
    what: 'a line is in the ledger twice',
    by: linesKept,
    does: (day) => day.entries.push({ ...day.entries.at(-1)!, sourceId: 'e' }),
  },
  { what: 'a total is more than its entries', by: ledgerTotals, does: (day) => (day.totals[1]!.value += 1) },
  { what: 'a total is missing', by: ledgerTotals, does: (day) => day.totals.pop() },
  { what: 'a total has no entry', by: ledgerTotals, does: (day) => day.entries.splice(2, 1) },
  {
    what: 'a key stands in Slack twice',
    by: saidOnce,
    does: (day) => day.said.push({ ...saidOf(day, card), ts: '2', content: 'other words' }),
  },
  {
    what: 'the same words stand in one place twice',
    by: saidOnce,
    does: (day) => day.said.push({ ...saidOf(day, card), ts: '2', key: 'another' }),
  },
  { what: 'a message without a key', by: saidOnce, does: (day) => (saidOf(day, card).key = '') },
  {
    what: 'a message still waits',
    by: messagesShown,
    does: (day) => (messageOf(day, card).state = 'waiting'),
  },
  {
    what: 'a message was given up',
    by: messagesShown,
    does: (day) => (messageOf(day, card).state = 'failed'),
  },
  { what: 'delivered, and not there', by: messagesShown, does: (day) => day.said.shift() },
  { what: 'recorded at another place', by: messagesShown, does: (day) => (messageOf(day, card).ts = '9') },
  { what: 'an old version is shown', by: messagesShown, does: (day) => (saidOf(day, summary).version = 1) },
  { what: 'nobody meant to say it', by: messagesShown, does: (day) => day.messages.shift() },
  {
    what: 'dropped, and there all the same',
    by: messagesShown,
    does: (day) => Object.assign(messageOf(day, card), { state: 'dropped', ts: null }),
  },
  {
    what: 'a stored answer is not shown in the channel',
    by: summariesTrue,
    does: (day) => (saidOf(day, summary).content = 'nothing'),
  },
  {
    what: 'the channel shows what is not stored',
    by: summariesTrue,
    does: (day) => day.journal.answers.unshift({ ...day.journal.answers[0]!, token: 'answered' }),
  },
  { what: 'a deal was never told', by: dealsTold, does: (day) => day.said.pop() },
  { what: 'a deal was told of nothing', by: dealsTold, does: (day) => day.entries.pop() },
  { what: 'a prompt still waits', by: dueSettled, does: (day) => (day.due[1]!.state = 'waiting') },
  {
    what: 'a close failed for good',
    by: dueSettled,
    does: (day) => (dueOf(day, `close:${NORTH!.teamId}:${DATE}`).state = 'failed'),
  },
  { what: 'a reminder was never planned', by: dueSettled, does: (day) => day.due.splice(2, 1) },
  { what: 'a prompt was done and never said', by: dueSettled, does: (day) => day.messages.shift() },
  { what: 'a board was kept and never said', by: dueSettled, does: (day) => day.messages.splice(2, 1) },
  { what: 'a close without its board', by: boardsPosted, does: (day) => day.boards.pop() },
  { what: 'an invitation never came', by: invitationsSent, does: (day) => day.journal.addedTo.push('C10') },
  {
    what: 'a warning went up, and the director never got it',
    by: warningsTold,
    does: (day) =>
      day.messages.splice(day.messages.indexOf(messageOf(day, `warning:${urgent}:${director}`)), 1),
  },
  {
    what: 'the manager got an early sign',
    by: warningsTold,
    does: (day) => day.messages.push({ ...messageOf(day, over), messageKey: `warning:${early}:${boss}` }),
  },
  {
    what: 'a step of a warning was said once more',
    by: warningsTold,
    does: (day) =>
      day.messages.push({
        ...messageOf(day, over),
        messageKey: `warning-note:${urgent}:${boss}:repeated:4`,
      }),
  },
  {
    what: 'somebody counts as told who was not',
    by: warningsTold,
    does: (day) => (day.warnings[1]!.told = [boss]),
  },
  {
    what: 'a step of a warning is in no history',
    by: warningsTold,
    does: (day) => day.warningEvents.splice(3, 1),
  },
  {
    what: 'a warning stands where its history did not lead',
    by: warningsTold,
    does: (day) => (day.warnings[0]!.state = 'open'),
  },
  {
    what: 'a step of a warning was due and did not come',
    by: warningsTold,
    does: (day) => (day.warnings[0]!.nextAt = `${DATE}T11:59:00Z`),
  },
  {
    what: 'the next step of a warning is not planned',
    by: warningsTold,
    does: (day) => day.due.splice(day.due.indexOf(dueOf(day, `warning-step:${urgent}:3`)), 1),
  },
  {
    what: 'the rep was not told that the early sign is over',
    by: warningsTold,
    does: (day) => day.said.splice(day.said.indexOf(saidOf(day, over)), 1),
  },
  {
    what: 'a warning was taken on, and nothing says so',
    by: warningsTold,
    does: (day) => (day.warningEvents[2]!.actor = director!),
  },
  {
    what: 'a warning was told in a digest, and the digest is nowhere',
    by: warningsTold,
    does: (day) => inDigest(day, 'new', { said: false }),
  },
  {
    what: 'a warning was told alone, and in a digest, too',
    by: warningsTold,
    does: (day) => {
      const told = { ...messageOf(day, `warning:${urgent}:${director}`) }
      inDigest(day, 'new')
      day.messages.push(told)
    },
  },
  {
    what: 'the end of a warning is in a digest of somebody who was not told of it',
    by: warningsTold,
    does: (day) => inDigest(day, 'resolved'),
  },
  {
    what: 'a message is still to be sent',
    by: outboxEmpty,
    does: (day) => (messageOf(day, card).nextAttemptAt = `${DATE}T12:00:01Z`),
  },
  {
    what: 'a message is still claimed',
    by: outboxEmpty,
    does: (day) => (messageOf(day, card).isClaimed = true),
  },
]

/** The director has the urgent one in a digest instead of alone. */
function inDigest(day: ReturnType<typeof soundDay>, what: string, { said = true } = {}): void {
  const key = `warning:${urgent}:${director}`
  const digest = `warning-digest:${director}:${DATE}:1`
  day.digestLines.push({ digest, userId: director!, episodeId: urgent, what })
  const alone = messageOf(day, key)
  day.messages.splice(day.messages.indexOf(alone), 1)
  day.said.splice(
    day.said.findIndex((one) => one.key === key),
    1,
  )
  if (said) day.messages.push({ ...alone, messageKey: digest })
}

test.each([
  { state: 'acknowledged', userId: director!, isLost: false },
  { state: 'acknowledged', userId: boss, isLost: true },
  { state: 'acknowledged', userId: ANNA!.userId, isLost: true },
  { state: 'open', userId: director!, isLost: true },
  { state: 'open', userId: director!, isLost: false, inDigest: true },
  { state: 'open', userId: director!, isLost: false, last: 'silenced' },
  { state: 'snoozed', userId: boss, isLost: false },
  { state: 'resolved', userId: boss, isLost: false },
])(
  'dropped before $userId got it, $state: $isLost that it is lost (in a digest: $inDigest, last: $last)',
  ({ state, userId, isLost, inDigest: isInDigest, last }) => {
    const day = soundDay()
    Object.assign(messageOf(day, `warning:${urgent}:${userId}`), { state: 'dropped', ts: null })
    day.warnings[0]!.state = state
    if (last) day.warningEvents[2]!.reason = last
    const digest = `warning-digest:${userId}:${DATE}:1`
    if (isInDigest) day.digestLines.push({ digest, userId, episodeId: urgent, what: 'new' })
    expect(warningsTold(day).some(({ what }) => what.endsWith('was dropped'))).toBe(isLost)
  },
)

test('a warning that is told in a digest is told', () => {
  const day = soundDay()
  inDigest(day, 'new')
  expect(warningsTold(day)).toEqual([])
})

test('a day without failures violates no invariant', () => {
  expect(INVARIANTS.flatMap((invariant) => invariant(soundDay()))).toEqual([])
})

test('a member who takes the day off after the prompt is not reminded', () => {
  const day = soundDay()
  day.due.splice(2, 1)
  day.off.push(anna)
  expect(dueSettled(day)).toEqual([])
})

test.each(BREAKS)('$what: reported, with the keys it is about', ({ by, does }) => {
  const day = soundDay()
  does(day)
  const found = by(day)
  expect(found.length).toBeGreaterThan(0)
  expect(found.every(({ about }) => about.length > 0)).toBe(true)
})

test('each invariant is violated at least once above', () => {
  expect(new Set(BREAKS.map(({ by }) => by))).toEqual(new Set(INVARIANTS))
})

test.each([
  { what: 'a later answer without a reply may have been saved', stored: 'second line', acknowledged: false },
  { what: 'or not', stored: 'first line', acknowledged: false },
])('$what', ({ stored, acknowledged }) => {
  const day = soundDay()
  day.journal.answers.push({ ...day.journal.answers[0]!, token: 'second line', acknowledged })
  day.standups[0]!.plan = [stored]
  expect(answersKept(day)).toEqual([])
})
